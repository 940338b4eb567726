import type { Fps } from '#contract/fps.ts';
import { frameOfSecond, minutesOf, secondAndFrame, timecodeOf } from '#domain/timeline/timecode.ts';
import type { PixelWindow } from './time-scale.ts';

/** A line of the ruler; some say when they are. */
export interface Tick {
  readonly frame: number;
  readonly label: string | null;
}

const LABEL_PX = 76; // labels lie so far apart that the widest, 1:00:00:00, does not reach the next
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
const STEPS_FRAMES = [1, 2, 5, 10, 15];

/** The lines of the ruler in a window, at a scale in pixels a frame: as many words as there is room for. */
export function rulerTicks({
  fps,
  scale,
  window,
}: {
  readonly fps: Fps;
  readonly scale: number;
  readonly window: PixelWindow;
}): readonly Tick[] {
  const framesOfSecond = fps.num / fps.den;
  const inFrames = STEPS_FRAMES.find((step) => step * scale >= LABEL_PX && step < framesOfSecond);
  const [from, to] = [window.fromPx / scale, window.toPx / scale];
  if (inFrames !== undefined) return frameTicks({ fps, step: inFrames, from, to });
  const stepS = STEPS_S.find((step) => step * framesOfSecond * scale >= LABEL_PX) ?? 3600;
  const ticks: Tick[] = [];
  const parts = stepS === 1 ? 2 : stepS % 5 === 0 ? 5 : 2;
  const first = Math.floor(from / framesOfSecond / stepS) * stepS;
  for (let second = first; second * framesOfSecond <= to; second += stepS) {
    for (let part = 0; part < parts; part++) {
      const at = second + (part * stepS) / parts;
      const label = part === 0 ? minutesOf(second) : null;
      ticks.push({ frame: Number.isInteger(at) ? frameOfSecond(at, fps) : Math.round(at * framesOfSecond), label });
    }
  }
  return ticks;
}

/** Frames of a second in steps; each second begins anew, so that its own line is never left out. */
function frameTicks({ fps, step, from, to }: { fps: Fps; step: number; from: number; to: number }): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let { second } = secondAndFrame(Math.floor(from), fps); frameOfSecond(second, fps) <= to; second++) {
    const start = frameOfSecond(second, fps);
    const end = frameOfSecond(second + 1, fps);
    for (let frame = start; frame < end; frame++) {
      const isNamed = (frame - start) % step === 0 && (frame === start || frame + step <= end);
      if (isNamed || step <= 5) ticks.push({ frame, label: isNamed ? timecodeOf(frame, fps) : null });
    }
  }
  return ticks.filter(({ frame }) => frame >= from - step && frame <= to);
}
