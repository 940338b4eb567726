import { Copy, FolderOpen, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Badge } from '#web/ui/badge.tsx';
import { Button } from '#web/ui/button.tsx';
import { Cell, ColumnHead, DataTable, RowHead } from '#web/ui/data-table.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Field } from '#web/ui/field.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Progress } from '#web/ui/progress.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ToastRegion } from '#web/ui/toast-region.tsx';
import { toast } from '#web/ui/toast.ts';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { Choices } from './choices.tsx';
import { Overlays } from './overlays.tsx';

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section aria-label={name} className="relative flex min-w-0 flex-col gap-3 rounded-10 bg-panel p-4">
      <h2>{name}</h2>
      {children}
    </section>
  );
}

function Buttons() {
  const [presses, setPresses] = useState(0);
  const count = () => setPresses(presses + 1);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button variant="amber" onClick={count}>
          Approve
        </Button>
        <Button variant="ink">Open editor</Button>
        <Button icon={Copy}>Copy all</Button>
        <Button variant="quiet">Not now</Button>
        <Button pending onClick={count}>
          Making
        </Button>
        <Button disabled>Not yet</Button>
        <IconButton icon={Pencil} label="Edit" />
        <Tooltip text="Costs nothing">
          <Button variant="quiet">Why</Button>
        </Tooltip>
        <Badge tone="attention">Review</Badge>
        <Badge tone="error">Failed</Badge>
      </div>
      <p>Pressed {presses}</p>
    </>
  );
}

function Told() {
  const restore = () => toast({ title: 'Scene is back', tone: 'done' });
  const refuse = () => toast({ title: 'Runway did not answer', tone: 'error' });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Menu
          trigger={<IconButton icon={MoreHorizontal} label="Scene 4" variant="outline" />}
          items={[
            { label: 'Rename', icon: Pencil, onSelect: () => undefined },
            { label: 'Duplicate', icon: Copy, hint: '$0.07', onSelect: () => undefined },
            'separator',
            {
              label: 'Delete',
              icon: Trash2,
              danger: true,
              onSelect: () => toast({ title: 'Scene deleted', undo: restore }),
            },
          ]}
        />
        <Button onClick={refuse}>Ask Runway</Button>
      </div>
      <Notice tone="attention" title="A model was switched off" action={<Button variant="amber">Switch</Button>}>
        Three projects ask for it.
      </Notice>
      <ErrorState error={new Error('This work changed meanwhile.')} retry={() => undefined} />
      <Progress value={0.62} label="Making video" />
      <Progress value={null} label="Joining" />
      <Skeleton className="h-8" />
      <EmptyState
        icon={FolderOpen}
        title="No works yet"
        text="A work is one video."
        action={<Button icon={Plus}>New work</Button>}
      />
    </>
  );
}

function Held() {
  return (
    <>
      <Field label="Key" error="The vendor refused this key.">
        <SecretField defaultValue="sk-secret" />
      </Field>
      <CopyField label="New token" value="scw_token" />
      <Disclosure title="What the provider receives" summary="412 characters">
        The whole of it.
      </Disclosure>
      <DataTable
        label="Spent"
        head={[<ColumnHead key="who">Who</ColumnHead>, <ColumnHead key="what">What</ColumnHead>]}
      >
        <tr>
          <RowHead>Runway</RowHead>
          <Cell>$7.92</Cell>
        </tr>
      </DataTable>
    </>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <main className="grid gap-3 p-3 lg:grid-cols-2">
          <h1 className="text-23 lg:col-span-2">The kit</h1>
          <Part name="Buttons">
            <Buttons />
          </Part>
          <Part name="Held">
            <Held />
          </Part>
          <Part name="Chosen">
            <Choices />
          </Part>
          <Part name="Told">
            <Told />
          </Part>
          <Part name="Above the page">
            <Overlays />
          </Part>
        </main>
        <ToastRegion />
      </Suspense>
    </StrictMode>,
  );
}
