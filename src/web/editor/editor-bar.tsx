import { Download, Redo2, Undo2 } from 'lucide-react';
import { BarActions } from '../app/bar-actions.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { edit, useEditor } from './store/editor-store.ts';
import { useGo } from './use-editor-address.ts';

/** Undo, redo and the way out, in the bar over the screen. */
export function EditorBar() {
  const t = useStrings('editor');
  const go = useGo();
  const undo = useEditor(({ history }) => history.past.at(-1)?.label);
  const redo = useEditor(({ history }) => history.future.at(-1)?.label);
  return (
    <BarActions>
      <IconButton
        icon={Undo2}
        label={undo === undefined ? t.nothingToUndo : t.undo(undo)}
        disabled={undo === undefined}
        onClick={() => edit.undo()}
      />
      <IconButton
        icon={Redo2}
        label={redo === undefined ? t.nothingToRedo : t.redo(redo)}
        disabled={redo === undefined}
        onClick={() => edit.redo()}
      />
      <Button variant="amber" icon={Download} onClick={() => go({ export: true })}>
        <span className="max-[24rem]:sr-only">{t.export}</span>
      </Button>
    </BarActions>
  );
}
