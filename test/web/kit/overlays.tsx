import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { Select } from '#web/ui/select.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { models } from './models.ts';

/** What lies above the page, and lists and menus inside of it. */
export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'sheet' | null>(null);
  const [model, setModel] = useState<string | null>('gen4.5');
  const [isDeleted, setIsDeleted] = useState(false);
  const close = () => setOpen(null);
  const choice = (
    <Field label="Model">
      <Select value={model} onValueChange={setModel} options={models} />
    </Field>
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen('dialog')}>New project</Button>
      <Button onClick={() => setOpen('confirm')}>Delete for good</Button>
      <Button onClick={() => setOpen('sheet')}>Scene</Button>
      <Popover label="Settings" trigger={<Button>Settings</Button>}>
        {choice}
      </Popover>
      <p>{isDeleted ? 'Deleted' : 'Kept'}</p>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={close}
        title="New project"
        description="A project holds works that share a style."
        footer={<Button variant="amber">Make project</Button>}
      >
        <Field label="Name">
          <TextInput />
        </Field>
        {choice}
        <Menu trigger={<Button>More</Button>} items={[{ label: 'Copy a project', onSelect: () => undefined }]} />
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={close}
        title="Delete this project for good?"
        text="Its works and their takes go with it."
        confirm="Delete it"
        danger
        onConfirm={() => setIsDeleted(true)}
      />
      <Sheet
        open={open === 'sheet'}
        onOpenChange={close}
        title="Rooftop at blue hour"
        footer={<Button>Make v4</Button>}
      >
        {choice}
      </Sheet>
    </div>
  );
}
