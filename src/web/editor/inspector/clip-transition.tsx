import type { TransitionType } from '#contract/scene.ts';
import type { TimelineClip } from '#contract/timeline.ts';
import { longestTransition, setTransition } from '#domain/editing/set-transition.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { transitions } from '#effects/transitions/all.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { commonValue } from './common-value.ts';
import { Section } from './section.tsx';
import { step } from './step.ts';

const USUAL_S = 0.5;

/** How clips go over into the next ones, and for how long. */
export function ClipTransition({ clips }: { readonly clips: readonly TimelineClip[] }) {
  const t = useStrings('inspector');
  const words = useStrings('timeline');
  const timeline = useCalmEditor((now) => now.timeline);
  const { fps } = timeline;
  const joined = clips.filter(({ id }) => longestTransition(timeline, id) > 0);
  const ids = joined.map(({ id }) => id);
  const type = commonValue(joined, ({ transition }) => transition?.type ?? 'cut');
  const frames = commonValue(joined, ({ transition }) => transition?.durationFrames ?? 0);
  const most = Math.min(...ids.map((id) => longestTransition(timeline, id)));
  const set = (label: string, to: TransitionType, durationFrames: number, how: 'live' | 'done') =>
    step(t.changed(label), (now) => setTransition(now, { ids, type: to, durationFrames }), how);
  if (joined.length === 0) {
    return (
      <Section title={t.clip.transition}>
        <p className="col-span-2 text-12 text-ink3">{t.clip.noNext}</p>
      </Section>
    );
  }
  return (
    <Section>
      <div className="grid min-w-0 content-start gap-1.5">
        <Select<TransitionType>
          label={t.clip.transition}
          value={type}
          placeholder={t.mixed}
          onValueChange={(to) => set(t.clip.transition, to, frames || secondsToFrames(USUAL_S, fps), 'done')}
          options={transitions.map(({ id }) => ({ value: id, label: words.transitions[id] }))}
        />
      </div>
      {type !== null && type !== 'cut' && (
        <ScrubField
          label={t.clip.transitionLength}
          value={frames === null ? null : framesToSeconds(frames, fps)}
          onValue={(seconds, how) => set(t.clip.transitionLength, type, secondsToFrames(seconds, fps), how)}
          min={framesToSeconds(1, fps)}
          max={framesToSeconds(most, fps)}
          step={framesToSeconds(1, fps)}
          places={2}
          unit={t.seconds}
          placeholder={t.mixed}
        />
      )}
    </Section>
  );
}
