import { lazy, Suspense } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { editorRoute } from '../editor-route.ts';
import { useGo } from '../use-editor-address.ts';
import { panels, type PanelName } from './panels.ts';
import { useTemplateOnTrial } from './use-template-on-trial.ts';

const TrialDock = lazy(async () => ({ default: (await import('./trial-dock.tsx')).TrialDock }));

/** Beside the stage a rail with one panel open; on a phone a sheet that the tools below open. */
export function Library() {
  const isWide = useMedia('(min-width: 64rem)');
  const { panel } = editorRoute.useSearch();
  const onTrial = useTemplateOnTrial();
  if (isWide) return <Rail open={panel ?? 'scenes'} />;
  if (!onTrial) return <PanelSheet open={panel} />;
  return (
    <Suspense>
      <TrialDock key={onTrial.templateId} {...onTrial} />
    </Suspense>
  );
}

function Rail({ open }: { readonly open: PanelName }) {
  const t = useStrings('editor');
  const go = useGo();
  return (
    <aside aria-label={t.library} className="flex min-h-0 shrink-0 border-e border-line bg-panel">
      <div
        role="tablist"
        aria-orientation="vertical"
        aria-label={t.library}
        className="grid w-17 content-start gap-1 p-1"
      >
        {panels.map(({ name, icon }, place) => (
          <button
            key={name}
            id={`library-${name}`}
            type="button"
            role="tab"
            aria-selected={name === open}
            aria-controls={name === open ? 'library-panel' : undefined}
            tabIndex={name === open ? 0 : -1}
            onClick={() => go({ panel: name }, 'passing')}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              const next = panels[(place + step + panels.length) % panels.length];
              if (step === 0 || !next) return;
              event.preventDefault();
              go({ panel: next.name }, 'passing');
              document.getElementById(`library-${next.name}`)?.focus();
            }}
            className={classes(
              'grid min-h-13 justify-items-center gap-1 rounded-6 px-1 py-2 text-11',
              name === open ? 'bg-lift text-ink' : 'text-ink2 hover:text-ink',
            )}
          >
            <Glyph icon={icon} />
            {t.panels[name]}
          </button>
        ))}
      </div>
      <div
        id="library-panel"
        role="tabpanel"
        aria-labelledby={`library-${open}`}
        className="relative flex w-58 min-h-0 flex-col overflow-y-auto border-s border-line"
      >
        <PanelContent name={open} />
      </div>
    </aside>
  );
}

function PanelSheet({ open }: { readonly open: PanelName | undefined }) {
  const t = useStrings('editor');
  const go = useGo();
  return (
    <Sheet
      open={open !== undefined}
      onOpenChange={(isOpen) => isOpen || go({ panel: undefined }, 'passing')}
      title={open ? t.panels[open] : t.library}
    >
      {open && <PanelContent name={open} />}
    </Sheet>
  );
}

function PanelContent({ name }: { readonly name: PanelName }) {
  const panel = panels.find((one) => one.name === name);
  return <Suspense fallback={<div aria-busy="true" className="grow" />}>{panel && <panel.Content />}</Suspense>;
}
