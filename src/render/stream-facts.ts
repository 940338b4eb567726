import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { PixelFormat } from './picture-source.ts';

/** What FFmpeg says of the streams of a file. */
export interface StreamFacts {
  readonly pixels: PixelFormat;
  /** One channel: FFmpeg would make it 3 dB quieter when it becomes two. */
  readonly isMono: boolean;
}

/**
 * How a file's pictures and sound are stored, from the banner FFmpeg prints when it opens it.
 *
 * Such lines read `Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1080x1920 …` and
 * `Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, mono, fltp, 69 kb/s`.
 *
 * @throws Problem `ffmpeg_failed` where it cannot be opened
 */
export async function streamFacts(
  path: string,
  options: { ffmpeg: string; signal: AbortSignal },
): Promise<StreamFacts> {
  // Nothing of it is written anywhere: FFmpeg opens the input, prints what it is and ends, in about 25 ms.
  const args = ['-i', path, '-map', '0', '-c', 'copy', '-t', '0', '-f', 'null', '-'];
  const { stderr } = await runFfmpeg({ ...options, args, doing: 'looking at a clip' });
  return streamFactsOf(stderr);
}

/** Reads the facts out of a banner. */
export function streamFactsOf(banner: string): StreamFacts {
  const video = /Stream #0:\d+.*?: Video: (.*)/.exec(banner)?.[1] ?? '';
  const audio = /Stream #0:\d+.*?: Audio: (.*)/.exec(banner)?.[1] ?? '';
  const found = /, ((?:yuv|gray|rgb|bgr|gbr|nv|pal|ya|x2|argb|rgba|p0)[\w]*)(?:\(([^)]*)\))?/.exec(video);
  const tags = (found?.[2] ?? '').split(/[,/]/).map((tag) => tag.trim());
  const isFull = tags.includes('pc') || (found?.[1]?.startsWith('yuvj') ?? false);
  return {
    pixels: {
      name: found?.[1]?.replace(/^yuvj/, 'yuv') ?? null,
      range: isFull ? 'pc' : tags.includes('tv') ? 'tv' : null,
      matrix: tags.find((tag) => /^(bt709|bt470bg|smpte170m|smpte240m|fcc|bt2020nc|bt2020c)$/.test(tag)) ?? null,
    },
    isMono: /, (?:mono|1 channels)\b/.test(audio),
  };
}
