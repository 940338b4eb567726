import { stat } from 'node:fs/promises';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { checkFilm } from '#domain/timeline/check-film.ts';
import { newestWins } from '#jobs/newest-wins.ts';
import { renderStill } from '#render/render-still.ts';
import type { Actor } from '../actor.ts';
import { resolveFont } from '../fonts/resolve-font.ts';
import { editOf } from '../works/edit-of.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { resolveMedia } from './render-export.ts';
import { segmentsOfWork } from './segments-of-work.ts';

const AT_ONCE = 2; // each is an FFmpeg of up to 300 MB, beside those of an export

const stills = newestWins(
  AT_ONCE,
  () => new Problem('conflict', { reason: 'The edit was changed meanwhile: ask for the frame again' }),
);

/** One frame of the saved edit of a work, by the export's own path. */
export async function openStill(
  world: Pick<World, 'database' | 'files' | 'ffmpeg' | 'directories'>,
  actor: Actor,
  { atS, ...place }: { readonly projectId: string; readonly workId: string; readonly atS: number },
  signal: AbortSignal,
): Promise<FileAnswer> {
  const work = await findWork(world, actor, place);
  const timeline = await editOf(world, work, { asFarAsThereIs: true });
  checkFilm(timeline);
  const { num, den } = timeline.fps;
  const frame = Math.floor((atS * num) / den + 1e-6); // the frame that is seen then, and not the nearest
  const { path, hash } = await stills({
    of: `${work.id} ${String(frame)}`,
    piece: String(work.revision),
    signal,
    work: (stop) =>
      renderStill({
        timeline,
        frame,
        resolve: (media) => resolveMedia(world, actor, media),
        resolveFont: (assetId) => resolveFont(world, actor, assetId),
        cacheDirectory: segmentsOfWork(world, work.id),
        cachesDirectory: world.directories.segments,
        scratchDirectory: world.directories.scratch,
        ffmpeg: world.ffmpeg,
        signal: stop,
      }),
  });
  const { size } = await stat(path);
  return { path, mime: 'image/png', filename: `${work.name} ${String(frame)}.png`, sizeBytes: size, etag: hash };
}
