import { constants, copyFile, open, rename, rm } from 'node:fs/promises';
import { Problem } from '#contract/problems.ts';
import type { World } from './world.ts';

/** Puts a kept film at a path of the user's, whole or not at all. */
export async function deliverFilm(
  world: Pick<World, 'files'>,
  film: { readonly sha256: string },
  path: string,
): Promise<void> {
  const half = `${path}.part`;
  try {
    await copyFile(world.files.pathOf(film.sha256), half, constants.COPYFILE_FICLONE);
    {
      await using handle = await open(half, 'r+');
      await handle.sync();
    }
    await rename(half, path);
  } catch (cause) {
    await rm(half, { force: true });
    throw new Problem(
      'conflict',
      { reason: `The film is kept, but it could not be written to ${path} (${(cause as Error).message})` },
      { cause },
    );
  }
}
