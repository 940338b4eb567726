import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { TextOverlay, Timeline } from '#contract/timeline.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { edit } from '../store/editor-store.ts';
import { settlingGesture } from '../store/settling-gesture.ts';
import { useOverlayNames } from './overlay-names.ts';
import { useStageFrame } from './stage-frame.ts';
import { usePageFont } from './use-page-font.ts';
import type { TurnedBox } from './turned-box.ts';

interface WordsInPlaceProps {
  /** Of what is written. */
  readonly text: TextOverlay;
  readonly box: TurnedBox;
  /** `keys`: the keyboard goes on where the words stand. */
  readonly onDone: (how: 'keys' | 'left') => void;
}

const LEAST_WIDTH = 120; // CSS pixels: there is always room to write

/** The words of a text, written where they stand: what is typed without a pause is one step to undo. */
export function WordsInPlace({ text, box, onDone }: WordsInPlaceProps) {
  const t = useStrings('stage');
  const nameOf = useOverlayNames();
  const { width, height, scale } = useStageFrame();
  const font = usePageFont(text);
  const { id } = text;
  const area = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const [before] = useState(() => ({ words: text.text, name: nameOf([text]) }));
  const [typing] = useState(settlingGesture);
  const { name } = before;

  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
  }, []);
  useLayoutEffect(() => typing.settle, [typing]); // while the edit that is left is still listened to

  const said = (words: string) => (timeline: Timeline) => setTexts(timeline, { ids: [id], changes: { text: words } });
  const leaveAsItWas = () => {
    typing.cancel();
    edit.run(t.done.edited(name), said(before.words)); // what was a step already
  };
  return (
    <>
      <textarea
        ref={area}
        aria-label={t.editWords(name)}
        aria-describedby={hint}
        value={text.text}
        rows={text.text.split('\n').length}
        maxLength={2000}
        spellCheck
        onChange={({ currentTarget }) => typing.live(t.done.edited(name), said(currentTarget.value))}
        onBlur={() => onDone('left')}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation(); // every key is a letter here
          const isKept = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key === 'Escape') leaveAsItWas();
          if (!isKept && event.key !== 'Escape') return;
          event.preventDefault();
          onDone('keys');
        }}
        className="absolute resize-none rounded-4 border-0 bg-black/85 p-0 outline-2 outline-tally field-sizing-content"
        style={{
          ...placeOf({ ...box, scale, film: { width, height } }),
          ...looksOf(text, scale, font),
        }}
      />
      <VisuallyHidden>
        <p id={hint}>{t.editKeys}</p>
      </VisuallyHidden>
    </>
  );
}

function placeOf({
  x,
  y,
  width,
  height,
  rotation,
  scale,
  film,
}: TurnedBox & { readonly scale: number; readonly film: { readonly width: number; readonly height: number } }) {
  const wide = Math.max(width * scale + 16, LEAST_WIDTH);
  return {
    width: wide,
    minHeight: height * scale,
    left: (x + film.width / 2) * scale - wide / 2,
    top: (y - height / 2 + film.height / 2) * scale,
    transform: `rotate(${rotation}deg)`,
    transformOrigin: `50% ${(height * scale) / 2}px`,
  };
}

/** About what the film shows; a dark letter would not be seen on the plate. */
const looksOf = (text: TextOverlay, scale: number, font: string | null) => ({
  color: '#ffffff',
  caretColor: 'var(--tally)',
  fontFamily: `${font ? `${font}, ` : ''}'Instrument Sans Variable', sans-serif`,
  fontSize: Math.max(12, text.fontSize * scale), // smaller is not read while it is written
  fontWeight: text.fontWeight,
  lineHeight: text.lineHeight,
  letterSpacing: `${text.letterSpacing}em`,
  textAlign: text.align,
});
