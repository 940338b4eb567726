import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import { step } from './step.ts';

/** The words of a text. What is typed until the field is left is one step to undo. */
export function TextContent({ text: { id, text } }: { readonly text: TextOverlay }) {
  const t = useStrings('inspector');
  const label = t.changed(t.text.content);
  const end = () => {
    if (useEditor.getState().gesture?.label === label) edit.commit();
  };
  return (
    <Field label={t.text.content}>
      <TextArea
        value={text}
        rows={2}
        maxRows={8}
        maxLength={2000}
        onValueChange={(words) => step(label, (now) => setTexts(now, { ids: [id], changes: { text: words } }), 'live')}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end();
          if (event.key !== 'Escape' || useEditor.getState().gesture?.label !== label) return;
          event.stopPropagation();
          edit.cancel();
        }}
      />
    </Field>
  );
}
