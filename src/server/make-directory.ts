import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '#contract/problems.ts';

/**
 * Makes a directory and those above it, one at a time: Node's recursive way tries for ever where a file system says
 * that the parent is not there although it is (`/proc`).
 *
 * @throws Problem `bad_configuration`
 */
export function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (cause) {
    if (existsSync(path)) return; // another process was quicker
    const reason = `The data directory ${path} cannot be made (${(cause as NodeJS.ErrnoException).code ?? 'failed'}): choose another with SCENEWRIGHT_DATA or --data`;
    throw new Problem('bad_configuration', { reason }, { cause });
  }
}
