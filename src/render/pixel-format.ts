import { Problem } from '#contract/problems.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { PixelFormat } from './picture-source.ts';

/**
 * How a video's pixels are stored, from the banner FFmpeg prints of a file.
 *
 * Such a line reads `Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1080x1920 …`.
 */
export async function pixelFormat(
  path: string,
  options: { ffmpeg: string; signal?: AbortSignal | undefined },
): Promise<PixelFormat> {
  let banner = '';
  try {
    // Writing nothing of nothing: FFmpeg opens the input, prints what it is and ends.
    const args = ['-i', path, '-map', '0:v:0', '-c', 'copy', '-t', '0', '-f', 'null', '-'];
    const run = { ffmpeg: options.ffmpeg, args, doing: 'looking at a video' };
    banner = (await runFfmpeg(options.signal ? { ...run, signal: options.signal } : run)).stderr;
  } catch (failure) {
    options.signal?.throwIfAborted();
    throw new Problem(
      'media_unreadable',
      { name: 'A clip', reason: 'it has no picture that can be decoded' },
      { cause: failure },
    );
  }
  return pixelFormatOf(banner);
}

/** Reads the format out of a banner. */
export function pixelFormatOf(banner: string): PixelFormat {
  const line = /Stream #0:\d+.*?: Video: (.*)/.exec(banner)?.[1] ?? '';
  const found = /, ((?:yuv|gray|rgb|bgr|gbr|nv|pal|ya|x2|argb|rgba|p0)[\w]*)(?:\(([^)]*)\))?/.exec(line);
  const tags = (found?.[2] ?? '').split(/[,/]/).map((tag) => tag.trim());
  return {
    name: found?.[1]?.replace(/^yuvj/, 'yuv') ?? null,
    range: tags.includes('pc') || found?.[1]?.startsWith('yuvj') ? 'pc' : tags.includes('tv') ? 'tv' : null,
    matrix: tags.find((tag) => /^(bt709|bt470bg|smpte170m|smpte240m|fcc|bt2020nc|bt2020c)$/.test(tag)) ?? null,
  };
}
