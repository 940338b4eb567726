import type { Fps } from '#contract/fps.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** Bytes of a pixel, by FFmpeg's name of its layout. */
const bytesPerPixel = { gray: 1, rgb24: 3, rgba: 4 } as const;

/** What to read of a video, and how large. */
export interface FrameReading {
  readonly ffmpeg: string;
  readonly path: string;
  /** Of the frames handed over; the picture is stretched to it, upright. */
  readonly width: number;
  readonly height: number;
  /** Frames are repeated or left out to reach it; absent: the video's own. */
  readonly fps?: Fps;
  readonly pixelFormat: keyof typeof bytesPerPixel;
  /** Where to begin and how much to read, in seconds of the video. */
  readonly startS?: number;
  readonly durationS?: number;
  readonly signal?: AbortSignal;
  /** Rows from the top, no padding; the bytes are the caller's to keep. A promise holds decoding back. */
  readonly onFrame: (pixels: Uint8Array, index: number) => void | Promise<void>;
}

/**
 * Decodes a video once, as raw frames of one size.
 *
 * @returns how many frames there were
 * @throws Problem `ffmpeg_failed`
 */
export async function readFrames(reading: FrameReading): Promise<{ frameCount: number }> {
  const { ffmpeg, path, width, height, fps, pixelFormat, startS, durationS, signal, onFrame } = reading;
  const frameBytes = width * height * bytesPerPixel[pixelFormat];
  let frame = new Uint8Array(frameBytes);
  let filled = 0;
  let frameCount = 0;
  const filters = [
    ...(fps ? [`fps=${String(fps.num)}/${String(fps.den)}`] : []),
    `scale=${String(width)}:${String(height)}:flags=area`,
  ];
  await runFfmpeg({
    ffmpeg,
    doing: 'reading frames',
    ...(signal ? { signal } : {}),
    args: [
      ...(startS === undefined ? [] : ['-ss', String(startS)]),
      ...(durationS === undefined ? [] : ['-t', String(durationS)]),
      '-i',
      path,
      '-map',
      '0:v:0',
      '-vf',
      filters.join(','),
      ...(fps ? [] : ['-fps_mode', 'passthrough']),
      '-f',
      'rawvideo',
      '-pix_fmt',
      pixelFormat,
      'pipe:1',
    ],
    stdout: async (chunk) => {
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(frameBytes - filled, chunk.length - at);
        frame.set(chunk.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled < frameBytes) continue;
        const whole = frame;
        frame = new Uint8Array(frameBytes);
        filled = 0;
        await onFrame(whole, frameCount++);
      }
    },
  });
  return { frameCount };
}
