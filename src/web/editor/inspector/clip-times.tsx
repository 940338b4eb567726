import type { TimelineClip } from '#contract/timeline.ts';
import { trimClip } from '#domain/editing/trim-clip.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { useEditor } from '../store/editor-store.ts';
import { Section } from './section.tsx';
import { step } from './step.ts';

interface ClipTimesProps {
  readonly clip: TimelineClip;
  /** Null for a picture, which lasts as long as it is shown. */
  readonly sourceFrames: number | null;
}

/** What of its source a clip shows, in seconds; clips after it move along. */
export function ClipTimes({ clip, sourceFrames }: ClipTimesProps) {
  const t = useStrings('inspector');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const { id, sourceStartFrame } = clip;
  const lengthFrames = clip.endFrame - clip.startFrame;
  const isPicture = clip.media.kind === 'image';
  /** Takes an edge to a frame of the source. */
  const trim = (edge: 'start' | 'end', label: string, fromFrame: number) => (frame: number, how: 'live' | 'done') =>
    step(
      t.changed(label),
      (timeline) => {
        const now = timeline.clips.find((one) => one.id === id);
        if (!now) return timeline;
        const edgeFrame =
          edge === 'start' ? now.sourceStartFrame : now.sourceStartFrame + now.endFrame - now.startFrame;
        return trimClip(timeline, { id, edge, byFrames: frame + fromFrame - edgeFrame, sourceFrames });
      },
      how,
    );
  const field = (label: string, frame: number, onFrame: (frame: number, how: 'live' | 'done') => void) => (
    <ScrubField
      label={label}
      value={framesToSeconds(frame, fps)}
      onValue={(seconds, how) => onFrame(secondsToFrames(seconds, fps), how)}
      min={0}
      step={framesToSeconds(1, fps)}
      places={2}
      unit={t.seconds}
    />
  );
  return (
    <Section>
      {!isPicture && field(t.clip.in, sourceStartFrame, trim('start', t.clip.in, 0))}
      {!isPicture && field(t.clip.out, sourceStartFrame + lengthFrames, trim('end', t.clip.out, 0))}
      {field(t.clip.length, lengthFrames, trim('end', t.clip.length, sourceStartFrame))}
    </Section>
  );
}
