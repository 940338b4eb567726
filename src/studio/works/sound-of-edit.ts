import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { newestWins } from '#jobs/newest-wins.ts';
import { findSounds } from '#render/film-sources.ts';
import { openRenderCache } from '#render/render-cache.ts';
import { renderSound, type RenderedSound } from '#render/render-sound.ts';
import type { Actor } from '../actor.ts';
import { resolveMedia } from '../exports/render-export.ts';
import { segmentsOfWork } from '../exports/segments-of-work.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';
import { editOf } from './edit-of.ts';
import { findWork } from './find-work.ts';

const MIXES_AT_ONCE = 2; // beside exports; each is one FFmpeg, for about a second a minute of film
const MIXES_KEPT = 20; // of a work: as far as one goes back and forth between two ways it may sound
const mixes = newestWins(
  MIXES_AT_ONCE,
  () => new Problem('conflict', { reason: 'The edit was changed meanwhile: ask for its sound again' }),
);

/**
 * The sound of a work's edit as an export would have it, for a preview: the same piece, from the same cache.
 *
 * Asked for again while it is mixed, it is mixed once; when the edit has changed meanwhile, the older mix is given up.
 *
 * @throws Problem `not_found`, `work_has_no_scenes` for an edit without a clip; `asset_missing`, `media_missing`;
 *   `conflict` where a newer edit was asked for meanwhile
 */
export async function soundOfEdit(
  world: Pick<World, 'database' | 'files' | 'ffmpeg' | 'directories'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
  signal: AbortSignal,
): Promise<FileAnswer> {
  const work = await findWork(world, actor, place);
  const timeline = await editOf(world, work, { asFarAsThereIs: true });
  checkFilm(timeline);
  const lengthFrames = outputLengthFrames(timeline);
  if (lengthFrames === 0) throw new Problem('work_has_no_scenes');
  const { fps, clips, audio, loudnessLufs } = timeline;
  const { path, name } = await mixes({
    of: work.id,
    piece: hashOf([fps, clips, audio, loudnessLufs]),
    signal,
    work: (mixing) => mix(world, work, { timeline, lengthFrames, signal: mixing }),
  });
  const { size: sizeBytes } = await stat(path);
  return { path, mime: 'audio/mp4', filename: `${work.name}.m4a`, sizeBytes, etag: name };
}

async function mix(
  world: Pick<World, 'database' | 'files' | 'ffmpeg' | 'directories'>,
  work: { readonly id: string; readonly workspaceId: string },
  film: { readonly timeline: Timeline; readonly lengthFrames: number; readonly signal: AbortSignal },
): Promise<RenderedSound> {
  const { ffmpeg, directories } = world;
  await mkdir(directories.scratch, { recursive: true });
  const scratchDirectory = await mkdtemp(join(directories.scratch, 'sound-'));
  try {
    const sources = await findSounds(film.timeline, (media) => resolveMedia(world, work, media), {
      ffmpeg: ffmpeg.path,
      signal: film.signal,
    });
    const cache = await openRenderCache(segmentsOfWork(world, work.id), directories.segments);
    const sound = await renderSound({ ...film, sources, cache, scratchDirectory, ffmpeg });
    if (!sound.reused) await cache.keepLast('.m4a', MIXES_KEPT);
    return sound;
  } finally {
    await rm(scratchDirectory, { recursive: true, force: true });
  }
}
