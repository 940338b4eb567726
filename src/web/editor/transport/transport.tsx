import { LoaderCircle, Pause, Play, Repeat, StepBack, StepForward, VolumeX } from 'lucide-react';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { formatCount } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { playback, usePlayback } from '../preview/playback.ts';
import { useEditor } from '../store/editor-store.ts';
import { usePlan } from '../store/use-plan.ts';
import { EditTools } from '../timeline/edit-tools.tsx';
import { ZoomTools } from '../timeline/zoom-tools.tsx';
import { Monitor } from './monitor.tsx';
import { stepFrames } from './step-frames.ts';
import { StillButton } from './still-button.tsx';
import { Timecode } from './timecode.tsx';

/** Plays the film: where it is, how long it is, and what is done with the timeline's tools beside it. */
export function Transport() {
  const t = useStrings('preview');
  return (
    <section
      aria-label={t.transport}
      className={classes(
        'grid min-h-11 shrink-0 items-center gap-x-3 border-t border-line2 bg-room px-3',
        'grid-cols-[1fr_auto_1fr] max-lg:min-h-16',
      )}
    >
      <div className="flex min-w-0 items-center gap-1">
        <span className="lg:hidden">
          <Timecode label={t.now} />
        </span>
        <span className="contents max-lg:hidden">
          <EditTools />
          <StillButton />
        </span>
      </div>
      <Controls />
      <div className="flex min-w-0 items-center justify-end gap-1">
        <SoundNote />
        <span className="lg:hidden">
          <Length />
        </span>
        <Monitor />
        <span className="contents max-lg:hidden">
          <LoopButton />
          <ZoomTools />
        </span>
      </div>
    </section>
  );
}

function Controls() {
  const t = useStrings('preview');
  const rate = usePlayback((now) => now.rate);
  const isWaiting = usePlayback((now) => now.isWaiting);
  const label = rate === 0 ? t.play : t.pause;
  return (
    // Time runs from left to right, whatever the language.
    <div dir="ltr" className="flex items-center gap-2">
      <span className="max-lg:hidden">
        <Timecode label={t.now} />
      </span>
      <IconButton icon={StepBack} label={t.stepBack} size="sm" onClick={() => stepFrames(-1)} />
      <Tooltip text={label} isName>
        <button
          type="button"
          aria-label={label}
          data-play
          onClick={() => playback.toggle()}
          className={classes(
            'relative grid size-9 shrink-0 place-items-center rounded-full bg-ink text-room touch:size-13',
            'hover:bg-ink2',
          )}
        >
          <Glyph
            icon={isWaiting ? LoaderCircle : rate === 0 ? Play : Pause}
            className={isWaiting ? 'animate-spin' : '[&>svg]:fill-current touch:[&>svg]:size-5'}
          />
          {Math.abs(rate) > 1 || rate < 0 ? (
            <span className="absolute -bottom-1 rounded-4 bg-lift px-1 font-mono text-11 text-ink">
              {t.rate(formatCount(rate))}
            </span>
          ) : null}
        </button>
      </Tooltip>
      <IconButton icon={StepForward} label={t.stepOn} size="sm" onClick={() => stepFrames(1)} />
      <span className="max-lg:hidden">
        <Length />
      </span>
    </div>
  );
}

function Length() {
  const t = useStrings('preview');
  const { lengthFrames } = usePlan();
  const fps = useEditor(({ timeline }) => timeline.fps);
  return (
    <span dir="ltr" className="font-mono text-13 whitespace-nowrap text-ink2" title={t.total}>
      {timecodeOf(lengthFrames, fps)}
    </span>
  );
}

function LoopButton() {
  const t = useStrings('preview');
  const isLooping = usePlayback((now) => now.isLooping);
  return (
    <IconButton
      icon={Repeat}
      label={t.loop}
      size="sm"
      aria-pressed={isLooping}
      onClick={() => playback.setLooping(!isLooping)}
      className={isLooping ? 'bg-lift text-ink inset-ring inset-ring-line2' : undefined}
    />
  );
}

/** Says why nothing is heard yet. */
function SoundNote() {
  const t = useStrings('preview');
  const sound = usePlayback((now) => now.sound);
  if (sound === 'failed') {
    return (
      <output className="flex items-center gap-1 text-12 text-err-text" title={t.soundFailed}>
        <Glyph icon={VolumeX} />
        <span className="truncate max-xl:sr-only">{t.soundFailed}</span>
      </output>
    );
  }
  if (sound !== 'mixing') return null;
  return (
    <output className="truncate text-12 text-ink2" data-sound="mixing">
      {t.mixing}
    </output>
  );
}
