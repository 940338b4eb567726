import { Cloud, CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { Popover } from '../ui/popover.tsx';
import type { Conflict, SaveState as State } from './autosave.ts';
import { conflictWords } from './conflict-words.ts';
import { settleConflict, useSaveState } from './use-autosave.ts';

const icons: Record<State, Icon> = {
  saved: CloudCheck,
  waiting: Cloud,
  saving: CloudUpload,
  offline: CloudOff,
  refused: CloudAlert,
  conflict: CloudAlert,
};

/** How what was written stands; where two wrote the same, the place to choose. */
export function SaveState() {
  const t = useStrings('shell');
  const { state, conflicts } = useSaveState();
  if (state === null) return null;
  const words: Record<State, string> = {
    saved: t.saved,
    waiting: t.unsaved,
    saving: t.saving,
    offline: t.savedLater,
    refused: t.refused,
    conflict: t.conflict,
  };
  if (state === 'conflict') {
    return (
      <Popover
        label={t.conflictTitle}
        align="end"
        className="w-96"
        trigger={
          <Button variant="quiet" size="sm" icon={icons.conflict} className="min-w-0 text-tally-text">
            <span className="max-w-24 truncate 2xl:max-w-none">{words.conflict}</span>
          </Button>
        }
      >
        <Conflicts conflicts={conflicts} />
      </Popover>
    );
  }
  const isQuiet = state === 'saved' || state === 'waiting' || state === 'saving';
  return (
    <output
      className={classes(
        'inline-flex items-center gap-2 px-2 text-12',
        isQuiet ? 'text-ink3 max-md:sr-only' : 'text-tally-text',
        state === 'refused' && 'text-err-text',
      )}
    >
      <Glyph icon={icons[state]} />
      <span className="max-sm:sr-only">{words[state]}</span>
    </output>
  );
}

function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const t = useStrings('shell');
  return (
    <div className="grid gap-3">
      <div>
        <h2 className="text-13">{t.conflictTitle}</h2>
        <p className="text-12 text-ink2">{t.conflictText}</p>
      </div>
      {conflicts.map((conflict) => (
        <Choice key={conflict.field} conflict={conflict} />
      ))}
    </div>
  );
}

function Choice({ conflict }: { readonly conflict: Conflict }) {
  const t = useStrings('shell');
  const { mine, theirs } = conflictWords(conflict);
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-12">
        <dt className="text-ink3">{t.conflictMine}</dt>
        <dd className="line-clamp-4">{mine || t.nothing}</dd>
        <dt className="text-ink3">{t.conflictTheirs}</dt>
        <dd className="line-clamp-4">{theirs || t.nothing}</dd>
      </dl>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => settleConflict(conflict, 'mine')}>
          {t.keepMine}
        </Button>
        <Button size="sm" onClick={() => settleConflict(conflict, 'theirs')}>
          {t.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
