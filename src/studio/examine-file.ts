import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { probe } from '#media/probe.ts';
import type { World } from './world.ts';

/**
 * Measures a file that somebody names, and hashes it.
 *
 * @throws Problem `media_unreadable` for what is not there, is empty, or is not what its name says
 */
export async function examineFile(
  world: Pick<World, 'ffmpeg'>,
  path: string,
): Promise<{ readonly facts: MediaFacts; readonly sha256: string }> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Problem('media_unreadable', { name: path, reason: 'there is no such file' });
  if (!found.isFile()) throw new Problem('media_unreadable', { name, reason: 'it is not a file' });
  if (found.size === 0) throw new Problem('media_unreadable', { name, reason: 'it is empty' });
  const facts = await probe(path, { ffmpeg: world.ffmpeg.path });
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { facts, sha256: hash.digest('hex') };
}
