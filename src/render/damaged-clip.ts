import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { FilmSources } from './film-sources.ts';

/**
 * Names the clip that made an export fail: FFmpeg's own words tell of a graph, and nobody knows what to do about that.
 *
 * @returns Problem `clip_damaged` for the first clip that cannot be decoded; what was thrown where all of them can, or it was something else
 */
export async function damagedClip(
  thrown: unknown,
  timeline: Timeline,
  sources: FilmSources,
  { ffmpeg, signal }: { readonly ffmpeg: string; readonly signal: AbortSignal | undefined },
): Promise<unknown> {
  if (!(thrown instanceof Problem) || thrown.code !== 'ffmpeg_failed') return thrown;
  const looked = new Set<string>();
  for (const [place, { media }] of timeline.clips.entries()) {
    const source = sources.get(media);
    if (source.facts.kind !== 'video' || looked.has(source.key)) continue;
    looked.add(source.key);
    const decode = ['-v', 'error', '-xerror', '-threads', '1', '-i', source.path, '-map', '0:v:0', '-f', 'null', '-'];
    try {
      await runFfmpeg({ ffmpeg, args: decode, doing: 'looking at a clip', ...(signal && { signal }) });
    } catch (failure) {
      signal?.throwIfAborted();
      return new Problem('clip_damaged', { name: `Clip ${String(place + 1)}` }, { cause: failure });
    }
  }
  return thrown;
}
