import { useNavigate, useParams } from '@tanstack/react-router';
import { Command as Cmdk } from 'cmdk';
import { useEffect, useRef } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useRegistered, type Command } from './commands.ts';
import { closeOverlay } from './overlays.tsx';
import { useEverywhereCommands } from './palette-commands.ts';
import { usePlaces } from './palette-places.ts';

/** Finds what there is to go to and to do, by typing a part of its name. */
export function Palette() {
  const t = useStrings('shell');
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const { projectId = '', workId = '' } = useParams({ strict: false });
  const here = useRegistered(({ commands }) => commands);
  const places = usePlaces({ projectId, workId, navigate });
  const everywhere = useEverywhereCommands();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector('input')?.focus(); // a dialog that opens takes the focus from what had it
    // A press beside it lands on the dialog itself, whose backdrop it is.
    const press = (event: PointerEvent): void => {
      if (event.target === shown) shown?.close();
    };
    shown?.addEventListener('pointerdown', press);
    return () => shown?.removeEventListener('pointerdown', press);
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-label={t.palette}
      onClose={closeOverlay}
      className="fixed inset-0 m-0 mx-auto mt-[12dvh] h-fit max-h-[70dvh] w-[min(40rem,calc(100vw-24px))] max-w-none overflow-hidden rounded-10 border border-line bg-panel p-0 text-ink shadow-float backdrop:bg-scrim max-sm:mt-3"
    >
      <Cmdk label={t.palette} loop filter={wordsIn} className="flex max-h-[70dvh] flex-col">
        <Cmdk.Input
          placeholder={t.palettePlaceholder}
          className="h-12 w-full shrink-0 border-b border-line bg-transparent px-4 text-15 outline-none placeholder:text-ink3"
        />
        <Cmdk.List className="scroll-quiet min-h-0 grow overflow-y-auto p-2 pb-3">
          <Cmdk.Empty className="px-3 py-8 text-center text-13 text-ink2">{t.paletteNone}</Cmdk.Empty>
          <Group title={t.onThisScreen} commands={Object.values(here).flat()} />
          <Group title={t.inThisWork} commands={places.steps} />
          <Group title={t.goTo} commands={places.pages} />
          <Group title={t.projects} commands={places.projects} />
          <Group title={t.looks} commands={everywhere.looks} />
          <Group title={t.help} commands={everywhere.help} />
        </Cmdk.List>
      </Cmdk>
    </dialog>
  );
}

/**
 * How well something answers to what was typed: every word of it is part of a word of the name; better where each begins
 * one. Letters scattered over a name are no match, or "spring" would find "Settings of this project".
 */
function wordsIn(value: string, typed: string, keywords: readonly string[] = []): number {
  const name = value.slice(0, value.lastIndexOf(' ')); // behind it is the id, which nobody types
  const words = [name, ...keywords].join(' ').toLocaleLowerCase().split(/\s+/);
  const wanted = typed.toLocaleLowerCase().trim().split(/\s+/);
  if (!wanted.every((part) => words.some((word) => word.includes(part)))) return 0;
  return wanted.every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0.5;
}

function Group({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <Cmdk.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink3"
    >
      {commands.map(({ id, label, icon, keywords, keys, run }) => (
        <Cmdk.Item
          key={id}
          value={`${label} ${id}`}
          keywords={[...(keywords ?? [])]}
          onSelect={() => {
            closeOverlay();
            run();
          }}
          className="flex min-h-9 cursor-default items-center gap-2.5 rounded-6 px-2 text-13 aria-selected:bg-lift touch:min-h-11"
        >
          {icon && <Glyph icon={icon} className="text-ink2" />}
          <span className="min-w-0 grow truncate">{label}</span>
          {keys && <Kbd>{keys}</Kbd>}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
