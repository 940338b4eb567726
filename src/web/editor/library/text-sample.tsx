import { addText } from '#domain/editing/add-free.ts';
import { secondsToFrames } from '#domain/frames.ts';
import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { newItemId } from '../new-item-id.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { seenFromPlayhead } from './seen-from-playhead.ts';
import { type TextPreset, textOfPreset } from './text-presets.ts';
import { useDragOut } from './use-drag-out.ts';

const SHOWN_S = 3;

/** About what each preset looks like in a film, at the size of a button. */
const looks: Readonly<Record<TextPreset, string>> = {
  heading: 'text-23 font-bold tracking-tight',
  line: 'text-15 font-medium',
  plate: 'rounded-4 bg-[#ffc24b] px-3 py-1 text-13 font-semibold text-[#15171c]',
  lowerThird:
    'me-auto ps-3 pt-2 text-13 font-semibold before:absolute before:ms-0 before:-mt-1.5 before:h-0.5 before:w-5 before:bg-[#ffc24b]',
  caption: 'mt-auto mb-1 rounded-4 bg-black/75 px-2 py-0.5 text-12 font-semibold',
};

/** A preset as a button that adds it at the playhead, and selects it. */
export function TextSample({ preset }: { readonly preset: TextPreset }) {
  const t = useStrings('inspector');
  const words = t.panel[`${preset}Sample`];
  const label = t.panel.added(t.panel[preset]);
  const dragOut = useDragOut(() => ({
    track: 'text',
    name: t.panel[preset],
    spanAt: seenFrom,
    drop: (frame) => addAt(frame, { preset, words, label }),
  }));
  return (
    <button
      type="button"
      onClick={() => addAt(useEditor.getState().playhead, { preset, words, label })}
      {...dragOut}
      className="group grid w-full select-none gap-1.5 rounded-6 bg-raise p-1.5 text-start text-12 text-ink2 hover:bg-lift hover:text-ink lg:cursor-grab"
    >
      <span
        aria-hidden="true"
        className="relative grid h-14 place-items-center overflow-hidden rounded-4 bg-linear-to-br from-[#2b3140] to-[#14161c] text-white"
      >
        <span className={looks[preset]}>{words}</span>
      </span>
      <span className="px-0.5">{t.panel[preset]}</span>
    </button>
  );
}

/** When it is seen, added at a frame of the film. */
function seenFrom(frame: number): FrameSpan {
  const { timeline } = useEditor.getState();
  return seenFromPlayhead(frame, secondsToFrames(SHOWN_S, timeline.fps), planOf(timeline).lengthFrames);
}

interface NewText {
  readonly preset: TextPreset;
  readonly words: string;
  readonly label: string;
}

function addAt(frame: number, { preset, words, label }: NewText): void {
  const { timeline, playhead } = useEditor.getState();
  const id = newItemId();
  const seen = seenFrom(frame);
  const text = { id, ...textOfPreset(preset, words, timeline) };
  edit.run(label, (now) => addText(now, { text, seen }));
  edit.select([id]);
  const comeFrame = Math.min(seen.startFrame + (text.animation?.inFrames ?? 0), seen.endFrame - 1); // before that there is nothing of it to be seen
  if (playhead < comeFrame || playhead >= seen.endFrame) edit.seek(comeFrame);
}
