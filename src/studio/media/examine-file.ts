import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { checkDecodes } from '#media/check-decodes.ts';
import { probe } from '#media/probe.ts';
import type { World } from '../world.ts';

/** A file of this machine that was found fit for its place. */
export interface ExaminedFile {
  readonly path: string;
  readonly type: MediaFacts['kind'];
  readonly facts: MediaFacts;
  readonly sha256: string;
}

/**
 * Measures a file that somebody names for a place, and hashes it. Where sound is wanted, a video that has some will do.
 *
 * @throws Problem `media_unreadable` for what is not there, is empty, or is not what its name says; `unsupported_media`
 *   for another kind of media
 */
export async function examineFile(
  world: Pick<World, 'ffmpeg'>,
  path: string,
  type: MediaFacts['kind'],
): Promise<ExaminedFile> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Problem('media_unreadable', { name: path, reason: 'there is no such file' });
  if (!found.isFile()) throw new Problem('media_unreadable', { name, reason: 'it is not a file' });
  if (found.size === 0) throw new Problem('media_unreadable', { name, reason: 'it is empty' });
  const facts = await probe(path, { ffmpeg: world.ffmpeg.path });
  if (facts.kind !== type && !(type === 'audio' && facts.hasAudio)) {
    throw new Problem('unsupported_media', { name, reason: `it is ${facts.mime}, and this place takes ${type}` });
  }
  await checkDecodes(path, facts, { ffmpeg: world.ffmpeg.path, name });
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { path, type, facts, sha256: hash.digest('hex') };
}
