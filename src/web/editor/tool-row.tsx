import { Plus, Scissors, SlidersHorizontal, Trash2, LayoutTemplate } from 'lucide-react';
import { useMedia } from '../app/use-media.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { Menu } from '../ui/menu.tsx';
import { editActions } from './edit-actions.ts';
import { openInspector } from './inspector/inspector-sheet.ts';
import { panels } from './library/panels.ts';
import { useEditor } from './store/editor-store.ts';
import { useGo } from './use-editor-address.ts';

const tool =
  'grid min-h-13 content-center justify-items-center gap-1 rounded-6 px-1 text-11 text-ink2 ' +
  'hover:text-ink disabled:opacity-45 data-[state=open]:text-ink';

/** The tools of the editor on a narrow screen, within reach of a thumb. */
export function ToolRow() {
  const isWide = useMedia('(min-width: 64rem)');
  return isWide ? null : <Tools />;
}

function Tools() {
  const t = useStrings('inspector');
  const editor = useStrings('editor');
  const timeline = useStrings('timeline');
  const go = useGo();
  const hasChosen = useEditor(({ selection }) => selection.length > 0);
  const actions = editActions({ editor, timeline });
  return (
    <div
      role="toolbar"
      aria-label={t.tools.label}
      className="grid shrink-0 grid-cols-5 border-t border-line bg-panel px-1 pb-[max(2px,env(safe-area-inset-bottom))]"
    >
      <Tool icon={Scissors} label={t.tools.split} onClick={() => actions.split()} />
      <Tool icon={SlidersHorizontal} label={t.tools.edit} onClick={() => openInspector(true)} />
      <Menu
        side="top"
        align="center"
        label={t.tools.add}
        trigger={
          <button type="button" className={tool}>
            <Glyph icon={Plus} />
            {t.tools.add}
          </button>
        }
        items={panels
          .filter(({ name }) => name !== 'templates')
          .map(({ name, icon }) => ({ label: editor.panels[name], icon, onSelect: () => go({ panel: name }) }))}
      />
      <Tool icon={LayoutTemplate} label={t.tools.templates} onClick={() => go({ panel: 'templates' })} />
      <Tool icon={Trash2} label={t.tools.remove} disabled={!hasChosen} onClick={() => actions.remove('ripple')} />
    </div>
  );
}

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean | undefined;
}

function Tool({ icon, label, onClick, disabled }: ToolProps) {
  return (
    <button type="button" disabled={disabled} onClick={onClick} className={tool}>
      <Glyph icon={icon} />
      {label}
    </button>
  );
}
