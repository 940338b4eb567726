import { ArrowDown, ArrowUp, Copy, Ellipsis, PencilLine, Plus, Sparkles, Trash2 } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useScriptActions } from './script-actions.ts';

interface RowMenuProps {
  readonly sceneId: string;
  readonly number: number;
  readonly count: number;
  /** Why there can be no more scenes; null where there can. */
  readonly full: string | null;
}

/** Everything else that can be done with a scene, with the keys that do the same. */
export function RowMenu({ sceneId, number, count, full }: RowMenuProps) {
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const isFull = full !== null;
  return (
    <Menu
      trigger={<IconButton label={t.more(number)} icon={Ellipsis} size="sm" className="z-10" />}
      items={[
        { label: t.edit(number), icon: PencilLine, shortcut: 'Enter', onSelect: () => actions.open(sceneId) },
        { label: t.rewrite, icon: Sparkles, shortcut: 'R', onSelect: () => actions.askFor(sceneId) },
        'separator',
        {
          label: t.moveUp,
          icon: ArrowUp,
          shortcut: 'Alt ↑',
          disabled: number === 1,
          onSelect: () => actions.move(sceneId, -1),
        },
        {
          label: t.moveDown,
          icon: ArrowDown,
          shortcut: 'Alt ↓',
          disabled: number === count,
          onSelect: () => actions.move(sceneId, 1),
        },
        { label: t.addBelow, icon: Plus, shortcut: 'N', disabled: isFull, onSelect: () => actions.addAfter(sceneId) },
        { label: t.duplicate, icon: Copy, shortcut: 'D', disabled: isFull, onSelect: () => actions.duplicate(sceneId) },
        'separator',
        { label: t.remove, icon: Trash2, danger: true, shortcut: 'Del', onSelect: () => actions.remove(sceneId) },
      ]}
    />
  );
}
