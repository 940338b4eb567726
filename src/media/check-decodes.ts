import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { endsEarly } from './ends-early.ts';
import { runFfmpeg } from './run-ffmpeg.ts';
import { scalePicture } from './scale-picture.ts';

const LOOK_PX = 64; // a picture is decoded whole in any case; this is what is kept of it
const LOOK_S = 0.5; // of a video or sound: a codec that is not known says so at its first frame, and FFmpeg fails where most frames do
const TIMEOUT_MS = 30_000;
const MAX_BLOCK_BYTES = 1_000_000_000; // FFmpeg gives up where a file makes it ask for more at once
const MAX_VIDEO_PIXELS = 8192 * 4608; // more is no video anybody edits, and every frame of it costs half a gigabyte

/**
 * Makes sure that a file can not only be measured but decoded, in a child with limited time and memory.
 *
 * @throws Problem `media_unreadable` with what was found
 */
export async function checkDecodes(
  path: string,
  facts: MediaFacts,
  options: { readonly ffmpeg: string; readonly name: string },
): Promise<void> {
  const { ffmpeg, name } = options;
  if (facts.kind === 'image') {
    if (await endsEarly(path, facts.mime)) {
      throw new Problem('media_unreadable', { name, reason: 'the picture ends early: the file is not whole' });
    }
    return scalePicture(path, { name, maxSidePx: LOOK_PX });
  }
  if ((facts.width ?? 0) * (facts.height ?? 0) > MAX_VIDEO_PIXELS) {
    const reason = `its frames of ${String(facts.width)}x${String(facts.height)} are too large`;
    throw new Problem('media_unreadable', { name, reason });
  }
  try {
    await runFfmpeg({
      ffmpeg,
      doing: 'decoding a file',
      timeoutMs: TIMEOUT_MS,
      args: [
        ['-max_alloc', String(MAX_BLOCK_BYTES), '-t', String(LOOK_S), '-i', path],
        ['-map', facts.kind === 'video' ? '0:v:0' : '0:a:0', '-f', 'null', '-'],
      ].flat(),
    });
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const what = facts.codec === null ? facts.mime : `${facts.mime} with ${facts.codec}`;
    throw new Problem('media_unreadable', { name, reason: `it is ${what}, which cannot be decoded` }, { cause });
  }
}
