import { useLayoutEffect, useState } from 'react';
import type { TextOverlay } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { formatCount } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { settlingGesture } from '../store/settling-gesture.ts';

const LONGEST = 2000; // characters, as the server has it

/** The words of a text. What is typed without a pause is one step to undo. */
export function TextContent({ text: { id, text } }: { readonly text: TextOverlay }) {
  const t = useStrings('inspector');
  const label = t.changed(t.text.content);
  const [typing] = useState(settlingGesture);
  useLayoutEffect(() => typing.settle, [typing, id]); // while the edit that is left is still listened to
  return (
    <Field
      label={t.text.content}
      count={text.length < LONGEST * 0.9 ? undefined : t.text.countOf(formatCount(text.length), formatCount(LONGEST))}
    >
      <TextArea
        value={text}
        rows={2}
        maxRows={8}
        maxLength={LONGEST}
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
