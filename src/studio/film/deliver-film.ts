import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#contract/problems.ts';
import type { World } from '../world.ts';

/**
 * Puts a kept film at a path of the user's, whole or not at all; the copy is hashed before it gets its name.
 *
 * @throws Problem `media_missing` where the kept file is damaged (it is removed then, so that the same command makes it
 *   again), `conflict` where the path cannot be written
 */
export async function deliverFilm(
  world: Pick<World, 'files'>,
  film: { readonly sha256: string },
  path: string,
): Promise<void> {
  const half = `${path}.part`;
  try {
    await copyFile(world.files.pathOf(film.sha256), half, constants.COPYFILE_FICLONE);
    if ((await sha256Of(half)) !== film.sha256) {
      await world.files.remove(film.sha256);
      throw new Problem('media_missing', { sha256: film.sha256 });
    }
    await sync(half);
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true });
    if (cause instanceof Problem) throw cause;
    const reason = `The film is kept, but it could not be written to ${path} (${(cause as NodeJS.ErrnoException).code ?? 'failed'})`;
    throw new Problem('conflict', { reason }, { cause });
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function sync(path: string): Promise<void> {
  await using handle = await open(path, 'r+');
  await handle.sync();
}
