import { Magnet, Scissors, Trash2 } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { editActions } from '../edit-actions.ts';
import { useEditor } from '../store/editor-store.ts';

/** What is done with the hand at the left of the transport: split, delete, snap. */
export function EditTools() {
  const timeline = useStrings('timeline');
  const editor = useStrings('editor');
  const isSnapping = useEditor((state) => state.isSnapping);
  const hasChosen = useEditor(({ selection }) => selection.length > 0);
  const actions = editActions({ editor, timeline });
  return (
    <div className="flex items-center gap-1">
      <IconButton icon={Scissors} label={timeline.split} onClick={() => actions.split()} />
      <IconButton
        icon={Trash2}
        label={timeline.deleteRipple}
        disabled={!hasChosen}
        onClick={() => actions.remove('ripple')}
      />
      <IconButton
        icon={Magnet}
        label={timeline.snap}
        aria-pressed={isSnapping}
        className={isSnapping ? 'bg-lift text-ink' : undefined}
        onClick={() => actions.toggleSnapping()}
      />
    </div>
  );
}
