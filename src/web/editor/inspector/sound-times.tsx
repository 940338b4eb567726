import type { AudioTrack, Timeline } from '#contract/timeline.ts';
import { filmSpanOf, soundAt } from '#domain/editing/film-spans.ts';
import { moveFree } from '#domain/editing/move-free.ts';
import { setAudio } from '#domain/editing/set-properties.ts';
import { trimFree } from '#domain/editing/trim-free.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { formatLength } from '../../app/length.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { step } from './step.ts';

/** When a sound of the film begins and ends, where in its file it begins, and how it comes and goes; in seconds of the film. */
export function SoundTimes({ track }: { readonly track: AudioTrack }) {
  const t = useStrings('sound');
  const timeline = useCalmEditor((now) => now.timeline);
  const source = useEditor(({ sources }) => sources[track.media.sha256]);
  const { id } = track;
  const { fps } = timeline;
  const { startFrame, endFrame } = filmSpanOf(timeline, { kind: 'audio', item: track });
  const isToTheEnd = track.endFrame === undefined;
  const lengthFrames = endFrame - startFrame;
  const lastFrame = source?.frames ? source.frames - 1 : undefined;
  const sourceFrames = source?.frames ?? null;
  const set = (changes: Parameters<typeof setAudio>[1]['changes']) => (now: Timeline) =>
    setAudio(now, { ids: [id], changes });
  const times = [
    {
      label: t.startsAt,
      frame: startFrame,
      most: undefined,
      change: (frame: number) => (now: Timeline) => moveFree(now, { ids: [id], byFrames: frame - startOf(now, id) }),
    },
    {
      label: t.endsAt,
      frame: endFrame,
      most: undefined,
      isOff: isToTheEnd,
      change: (frame: number) => (now: Timeline) => trimFree(now, { id, edge: 'end', toFrame: frame, sourceFrames }),
    },
    {
      label: t.fadeIn,
      frame: track.fadeInFrames,
      most: lengthFrames,
      change: (fadeInFrames: number) => set({ fadeInFrames }),
    },
    {
      label: t.fadeOut,
      frame: track.fadeOutFrames,
      most: lengthFrames,
      change: (fadeOutFrames: number) => set({ fadeOutFrames }),
    },
    {
      label: t.inPoint,
      frame: track.sourceStartFrame,
      most: lastFrame,
      change: (sourceStartFrame: number) => set({ sourceStartFrame }),
    },
  ];
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-x-2 gap-y-3.5">
        {times.map(({ label, frame, most, change, isOff }) => (
          <ScrubField
            key={label}
            label={label}
            value={framesToSeconds(frame, fps)}
            min={0}
            max={most === undefined ? undefined : framesToSeconds(most, fps)}
            step={framesToSeconds(1, fps)}
            places={2}
            unit={t.seconds}
            disabled={isOff}
            onValue={(seconds, how) => step(label, change(secondsToFrames(seconds, fps)), how)}
          />
        ))}
        {source?.durationS && (
          <p className="self-end pb-1.5 text-12 text-ink3">{t.inPointHint(formatLength(source.durationS))}</p>
        )}
      </div>
      <Switch
        label={t.toTheEnd}
        checked={isToTheEnd}
        onCheckedChange={(isOn) =>
          edit.run(t.toTheEnd, (now) => ({
            ...now,
            audio: now.audio.map((one) =>
              one.id === id ? soundAt(now, one, { startFrame, lengthFrames: isOn ? null : lengthFrames }) : one,
            ),
          }))
        }
      />
    </>
  );
}

function startOf(timeline: Timeline, id: string): number {
  const item = timeline.audio.find((one) => one.id === id);
  return item ? filmSpanOf(timeline, { kind: 'audio', item }).startFrame : 0;
}
