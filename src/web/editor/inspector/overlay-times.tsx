import { filmSpanOf } from '#domain/editing/film-spans.ts';
import type { Item } from '#domain/editing/items.ts';
import { trimFree } from '#domain/editing/trim-free.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { Section } from './section.tsx';
import { step } from './step.ts';

/** From when to when a text or picture is seen, in seconds of the film. */
export function OverlayTimes({ item }: { readonly item: Item }) {
  const t = useStrings('inspector');
  const timeline = useCalmEditor((now) => now.timeline);
  const { fps } = timeline;
  const { startFrame, endFrame } = filmSpanOf(timeline, item);
  const trim = (edge: 'start' | 'end', label: string) => (seconds: number, how: 'live' | 'done') =>
    step(
      t.changed(label),
      (now) => trimFree(now, { id: item.item.id, edge, toFrame: secondsToFrames(seconds, fps) }),
      how,
    );
  const field = { min: 0, step: framesToSeconds(1, fps), places: 2, unit: t.seconds };
  return (
    <Section>
      <ScrubField label={t.in} value={framesToSeconds(startFrame, fps)} onValue={trim('start', t.in)} {...field} />
      <ScrubField label={t.out} value={framesToSeconds(endFrame, fps)} onValue={trim('end', t.out)} {...field} />
    </Section>
  );
}
