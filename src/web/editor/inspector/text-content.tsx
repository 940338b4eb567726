import { useLayoutEffect, useState } from 'react';
import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { settlingGesture } from '../store/settling-gesture.ts';

/** The words of a text. What is typed without a pause is one step to undo. */
export function TextContent({ text: { id, text } }: { readonly text: TextOverlay }) {
  const t = useStrings('inspector');
  const label = t.changed(t.text.content);
  const [typing] = useState(settlingGesture);
  useLayoutEffect(() => typing.settle, [typing, id]); // while the edit that is left is still listened to
  return (
    <Field label={t.text.content}>
      <TextArea
        value={text}
        rows={2}
        maxRows={8}
        maxLength={2000}
        onValueChange={(words) => typing.live(label, (now) => setTexts(now, { ids: [id], changes: { text: words } }))}
        onBlur={typing.settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) typing.settle();
          if (event.key === 'Escape' && typing.cancel()) event.stopPropagation();
        }}
      />
    </Field>
  );
}
