import { setImmediate } from 'node:timers/promises';
import type { Fps } from '#contract/fps.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { TaskContext } from '../draw-tasks.ts';
import type { FrameSize, Layer } from '../picture/look.ts';
import { openStage } from './film-stage.ts';
import type { Move } from './move.ts';

/** A clip to be filmed: layers, a camera, and the file to write. */
export interface ClipOrder {
  readonly layers: readonly Layer[];
  /** Even sides. */
  readonly frame: FrameSize;
  readonly move: Move;
  readonly fps: Fps;
  readonly frameCount: number;
  readonly seed: number;
  /** False for a photo that is shown as it is: no vignette, no grain. */
  readonly finish: boolean;
  readonly ffmpeg: string;
  readonly path: string;
}

const GRAIN_STRENGTH = 3; // FFmpeg's unit, a deviation of 3 / sqrt(3) levels: enough to break bands in soft walls; at 4 the file is five times as large

/**
 * Films layers into an MP4: H.264 yuv420p converted and tagged as BT.709, constant rate, exactly `frameCount` frames, no sound.
 *
 * @throws Problem `ffmpeg_failed`; the signal's reason when aborted
 */
export async function filmClip(order: ClipOrder, context: TaskContext): Promise<void> {
  const { layers, frame, move, frameCount } = order;
  const stage = openStage(layers, frame, move, { vignette: order.finish });
  await runFfmpeg({
    ffmpeg: order.ffmpeg,
    args: encoderArgs(order),
    doing: 'writing a clip',
    signal: context.signal,
    stdin: async (write) => {
      for (let index = 0; index < frameCount; index++) {
        await write(stage.frameAt(frameCount === 1 ? 0 : index / (frameCount - 1)));
        await setImmediate(); // lets an abort in
        context.signal.throwIfAborted();
        context.progress((index + 1) / frameCount);
      }
    },
  });
}

function encoderArgs({ frame, fps, frameCount, seed, finish, path }: ClipOrder): string[] {
  const size = `${String(frame.width)}x${String(frame.height)}`;
  const rate = `${String(fps.num)}/${String(fps.den)}`;
  const input = ['-f', 'rawvideo', '-pixel_format', 'rgba', '-video_size', size, '-framerate', rate, '-i', 'pipe:0'];
  const filters = ['scale=out_color_matrix=bt709:out_range=tv', 'format=yuv420p'];
  if (finish)
    filters.push(
      `noise=all_seed=${String(Math.abs(seed) % 2_000_000_000)}:c0_strength=${String(GRAIN_STRENGTH)}:c0_flags=t`,
    );
  // A short group of pictures makes cuts and seeks cheap; a fixed number of threads gives the same bytes everywhere.
  const encoder = [
    '-c:v',
    'libx264',
    '-preset',
    'superfast',
    '-crf',
    '18',
    '-x264-params',
    'mbtree=1:rc-lookahead=10',
    '-g',
    '30',
    '-threads',
    '2',
  ];
  const colour = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'];
  const file = [
    '-frames:v',
    String(frameCount),
    '-an',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-movflags',
    '+faststart',
    path,
  ];
  return [...input, '-vf', filters.join(','), ...encoder, ...colour, ...file];
}
