import type { OverlayAnimation } from '#contract/timeline.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { ScrubField } from '../../ui/scrub-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Overlay } from '../stage/overlay-in-box.ts';
import { useEditor } from '../store/editor-store.ts';
import { commonValue } from './common-value.ts';
import { Section } from './section.tsx';
import { setOverlays } from './set-overlays.ts';
import { step } from './step.ts';

const STILL: OverlayAnimation = { in: 'none', out: 'none', inFrames: 0, outFrames: 0, staggerFrames: 0 };
const [USUAL_S, USUAL_STAGGER_S, LONGEST_S] = [0.4, 0.08, 5];

/** How overlays come and go. A picture has no lines, so that it fades where words rise. */
export function OverlayAnimationFields({ overlays }: { readonly overlays: readonly Overlay[] }) {
  const t = useStrings('inspector');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const ids = overlays.map(({ id }) => id);
  const hasPictures = overlays.some((overlay) => !('text' in overlay));
  const first = overlays[0]?.animation ?? STILL;
  const of = (overlay: Overlay): OverlayAnimation => overlay.animation ?? STILL;
  const set = (label: string, changes: Partial<OverlayAnimation>, how: 'live' | 'done' = 'done') => {
    const animation = { ...first, ...changes };
    const isStill = animation.in === 'none' && animation.out === 'none';
    step(t.changed(label), setOverlays(ids, { animation: isStill ? undefined : animation }), how);
  };
  const usual = (seconds: number, frames: number): number => frames || secondsToFrames(seconds, fps);
  const comes = commonValue(overlays, (overlay) => of(overlay).in);
  const goes = commonValue(overlays, (overlay) => of(overlay).out);
  const time = (label: string, key: 'inFrames' | 'outFrames' | 'staggerFrames') => (
    <ScrubField
      label={label}
      value={framesToSeconds(first[key], fps)}
      onValue={(seconds, how) => set(label, { [key]: secondsToFrames(seconds, fps) }, how)}
      min={0}
      max={LONGEST_S}
      step={framesToSeconds(1, fps)}
      places={2}
      unit={t.seconds}
    />
  );
  return (
    <Section title={t.animation.title}>
      <div className="grid min-w-0 gap-1.5">
        <Select
          label={t.animation.in}
          value={comes}
          placeholder={t.mixed}
          onValueChange={(kind) =>
            set(t.animation.in, {
              in: kind,
              inFrames: kind === 'none' ? 0 : usual(USUAL_S, first.inFrames),
              staggerFrames: kind === 'rise' ? usual(USUAL_STAGGER_S, first.staggerFrames) : 0,
            })
          }
          options={(hasPictures ? (['none', 'fade'] as const) : (['none', 'fade', 'rise'] as const)).map((value) => ({
            value,
            label: t.animation.ins[value],
          }))}
        />
      </div>
      <div className="grid min-w-0 gap-1.5">
        <Select
          label={t.animation.out}
          value={goes}
          placeholder={t.mixed}
          onValueChange={(kind) =>
            set(t.animation.out, { out: kind, outFrames: kind === 'none' ? 0 : usual(USUAL_S, first.outFrames) })
          }
          options={(['none', 'fade'] as const).map((value) => ({ value, label: t.animation.outs[value] }))}
        />
      </div>
      {first.in !== 'none' && time(t.animation.inLength, 'inFrames')}
      {first.out !== 'none' && time(t.animation.outLength, 'outFrames')}
      {first.in === 'rise' && time(t.animation.stagger, 'staggerFrames')}
    </Section>
  );
}
