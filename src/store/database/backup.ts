import type { PGlite } from '@electric-sql/pglite';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_BACKUPS = 3;

/**
 * Writes the whole embedded database into `<directory>/backups/` as a gzipped tar and keeps the newest three.
 *
 * It can be opened again with PGlite's `loadDataDir`. The dump passes through memory (some ten megabytes).
 *
 * @param label goes into the file's name, after the time
 * @returns the path of the backup
 */
export async function backUp(pglite: PGlite, directory: string, label: string): Promise<string> {
  const backups = join(directory, 'backups');
  await mkdir(backups, { recursive: true });
  const dump = await pglite.dumpDataDir('gzip');
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const path = join(backups, `${time}-${label}.tar.gz`);
  const file = await open(`${path}.part`, 'w');
  try {
    for await (const chunk of dump.stream()) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);

  const names = (await readdir(backups)).filter((name) => name.endsWith('.tar.gz')).toSorted();
  for (const old of names.slice(0, -KEPT_BACKUPS)) await rm(join(backups, old), { force: true });
  return path;
}
