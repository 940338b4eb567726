import { Copy, Trash2 } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph, type Icon } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { editActions } from '../edit-actions.ts';

interface InspectorHeadProps {
  readonly icon: Icon;
  readonly title: string;
  /** It is the selection that is set here, and not the film as a whole. */
  readonly isSelection?: boolean | undefined;
}

/** What is set here, and what is done with the whole of it. */
export function InspectorHead({ icon, title, isSelection = false }: InspectorHeadProps) {
  const timeline = useStrings('timeline');
  const editor = useStrings('editor');
  const actions = editActions({ editor, timeline });
  return (
    <div className="flex min-h-8 items-center gap-2">
      <Glyph icon={icon} className="text-ink2" />
      <h2 className="min-w-0 grow truncate text-13 font-semibold">{title}</h2>
      {isSelection && (
        <div className="-me-2 flex">
          <IconButton icon={Copy} label={timeline.duplicate} onClick={() => actions.duplicate()} />
          <IconButton
            icon={Trash2}
            label={timeline.deleteRipple}
            tooltipAlign="end"
            onClick={() => actions.remove('ripple')}
          />
        </div>
      )}
    </div>
  );
}
