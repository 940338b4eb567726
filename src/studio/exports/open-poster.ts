import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { drawFilmFrame } from '#render/draw-film-frame.ts';
import type { Actor } from '../actor.ts';
import { isWhole } from '../media/is-whole.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { ExportSettings } from './export-settings.ts';
import { findExport } from './find-export.ts';
import type { ExportPlace } from './read-export.ts';

/**
 * The poster of a finished export: a frame of its own file, kept beside it.
 *
 * @throws Problem `not_found` before it is finished, `media_missing`
 */
export async function openPoster(
  world: Pick<World, 'database' | 'files' | 'ffmpeg' | 'directories'>,
  actor: Actor,
  place: ExportPlace,
  signal: AbortSignal,
): Promise<FileAnswer> {
  const { sha256, settings, framesTotal, timeline } = await findExport(world, actor, place);
  if (sha256 === null) throw new Problem('not_found', { what: 'finished export' });
  const frame = Math.min(ExportSettings.parse(settings).posterFrame, framesTotal - 1);
  const name = `frame-${String(frame)}.jpg`;
  const { derived } = world.files;
  if ((await derived.sizeOf(sha256, name)) === null) {
    if (!(await isWhole(world, sha256))) throw new Problem('media_missing', { sha256 });
    await mkdir(world.directories.scratch, { recursive: true });
    const outputPath = join(world.directories.scratch, `${randomUUID()}.jpg`);
    const film = { path: world.files.pathOf(sha256), frame, fps: timeline.fps };
    try {
      await drawFilmFrame({ ...film, outputPath, ffmpeg: world.ffmpeg.path, signal });
      await derived.place(sha256, name, outputPath);
    } finally {
      await rm(outputPath, { force: true });
    }
  }
  return {
    path: derived.pathOf(sha256, name),
    mime: 'image/jpeg',
    filename: `${(await findWork(world, actor, place)).name}.jpg`,
    sizeBytes: (await derived.sizeOf(sha256, name)) ?? 0,
    etag: `${sha256}-${name}`,
  };
}
