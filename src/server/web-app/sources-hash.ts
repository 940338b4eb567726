import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ROOMS = ['src/web', 'src/contract', 'src/domain', 'src/effects'];
const FILES = ['vite.config.ts', 'package-lock.json'];

/** A name of everything that the built web app is made from: another name, another app. Some tens of milliseconds. */
export function sourcesHash(): string {
  const hash = createHash('sha256');
  const inRooms = ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of [...inRooms.toSorted(), ...FILES.map((file) => join(root, file))]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}
