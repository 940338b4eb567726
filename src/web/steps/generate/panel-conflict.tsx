import type { Conflict } from '../../app/autosave.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface PanelConflictProps {
  readonly conflict: Conflict;
  readonly onSettle: (choice: 'mine' | 'theirs') => void;
}

/** Words that were written here and elsewhere, differently: both are shown, and a person says which stays. */
export function PanelConflict({ conflict, onSettle }: PanelConflictProps) {
  const t = useStrings('scenePanel');
  return (
    <Notice
      tone="attention"
      live
      title={t.conflict}
      action={
        <>
          <Button size="sm" onClick={() => onSettle('mine')}>
            {t.keepMine}
          </Button>
          <Button size="sm" onClick={() => onSettle('theirs')}>
            {t.takeTheirs}
          </Button>
        </>
      }
    >
      <p className="text-ink3">{t.theirs}</p>
      <p>{typeof conflict.theirs === 'string' && conflict.theirs !== '' ? conflict.theirs : t.none}</p>
    </Notice>
  );
}
