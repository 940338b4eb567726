import { useMemo } from 'react';
import type { TextOverlay } from '#contract/timeline.ts';
import { joinsOf, spanToOutput } from '#domain/timeline/nominal-to-output.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { useCalmEditor } from '../store/calm-editor.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { textName } from '../timeline/item-words.ts';

/** The words of the film in order of time: a press goes there and selects them. */
export function TextList() {
  const t = useStrings('inspector');
  const texts = useCalmEditor(({ timeline }) => timeline.texts);
  const clips = useCalmEditor(({ timeline }) => timeline.clips);
  const rows = useMemo(() => {
    const joins = joinsOf(clips);
    return texts
      .map((text) => ({ text, startFrame: spanToOutput(text, joins).startFrame }))
      .toSorted((a, b) => a.startFrame - b.startFrame);
  }, [texts, clips]);
  return (
    <section aria-labelledby="texts-in-film" className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <h3 id="texts-in-film" className="text-12 font-semibold text-ink2">
        {t.panel.texts}
      </h3>
      {rows.length === 0 && <p className="text-12 text-ink3">{t.panel.noTexts}</p>}
      <ul className="-mx-1 grid grid-cols-[minmax(0,1fr)]">
        {rows.map(({ text, startFrame }) => (
          <TextRow key={text.id} text={text} startFrame={startFrame} />
        ))}
      </ul>
    </section>
  );
}

function TextRow({ text, startFrame }: { readonly text: TextOverlay; readonly startFrame: number }) {
  const words = useStrings('timeline');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const isSelected = useEditor(({ selection }) => selection.includes(text.id));
  return (
    <li>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => {
          edit.select([text.id]);
          edit.seek(startFrame + (text.animation?.inFrames ?? 0)); // where it has come
        }}
        className={classes(
          'flex min-h-8 w-full items-baseline gap-2 rounded-6 px-2 py-1.5 text-start text-13 touch:min-h-11',
          isSelected ? 'bg-lift text-ink' : 'text-ink2 hover:bg-lift hover:text-ink',
        )}
      >
        <span className="min-w-0 grow truncate">{textName(text, words)}</span>
        <span className="shrink-0 font-mono text-11 text-ink3">{timecodeOf(startFrame, fps)}</span>
      </button>
    </li>
  );
}
