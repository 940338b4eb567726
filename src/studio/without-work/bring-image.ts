import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_IMAGE_BYTES } from '#contract/operations/ai.ts';
import { Problem } from '#contract/problems.ts';
import { checkDecodes } from '#media/check-decodes.ts';
import { guardedFetch } from '#media/guarded-fetch.ts';
import { probe } from '#media/probe.ts';
import type { Actor } from '../actor.ts';
import type { StoredMedia } from '../generation/generation-request.ts';
import { keepUserMedia } from '../media/keep-user-media.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { findOwnMedia } from './find-own-media.ts';

const FETCH_TIMEOUT_MS = 30_000;
const NAME = 'The picture';

/**
 * The picture an address means: one of ours, a `data:` URL, or one that is fetched from the web by https. What comes from
 * outside is kept as the actor's own, so that a restart loses nothing.
 *
 * @throws Problem `not_found`, `url_refused`, `too_large`, `media_unreadable`, `unsupported_media`
 */
export async function bringImage(world: World, actor: Actor, address: string): Promise<StoredMedia> {
  const bytes = /^data:/i.test(address) ? bytesOfDataUrl(address) : null;
  if (bytes) return keep(world, actor, (path) => writeFile(path, bytes));
  const own = await findOwnMedia(world, actor, address);
  if (own) {
    if (own.facts?.kind !== 'image') throw notAPicture(own.mime);
    return { sha256: own.sha256, mime: own.mime, ...(own.takeId === undefined ? {} : { takeId: own.takeId }) };
  }
  return keep(world, actor, async (path) => {
    await guardedFetch(
      address,
      {
        protocols: ['https:'],
        maxBytes: MAX_IMAGE_BYTES,
        timeoutMs: FETCH_TIMEOUT_MS,
        accept: 'image/*',
        allowedOrigins: world.fetchOrigins,
      },
      (content) => writeFile(path, content),
    );
  });
}

async function keep(world: World, actor: Actor, write: (path: string) => Promise<void>): Promise<StoredMedia> {
  const directory = join(world.directories.scratch, newId(world, 'media'));
  await mkdir(directory, { recursive: true });
  try {
    const path = join(directory, 'image');
    await write(path);
    const facts = await probe(path, { ffmpeg: world.ffmpeg.path, name: NAME });
    if (facts.kind !== 'image') throw notAPicture(facts.mime);
    await checkDecodes(path, facts, { ffmpeg: world.ffmpeg.path, name: NAME });
    const { sha256 } = await keepUserMedia(world, actor, { path, facts, filename: 'image' });
    return { sha256, mime: facts.mime };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function notAPicture(mime: string): Problem {
  return new Problem('unsupported_media', { name: NAME, reason: `it is ${mime}` });
}

/** What the URL says of its type is not believed: the bytes are looked at. */
function bytesOfDataUrl(address: string): Buffer {
  const [, base64, payload = ''] = /^data:[^,]{0,200}?(;base64)?,(.*)$/is.exec(address) ?? [];
  const refused = (reason: string) => new Problem('url_refused', { url: `${address.slice(0, 40)}…`, reason });
  if (base64 === undefined) throw refused('a data: URL has to be in base64');
  if (!/^[\w+/\s-]*={0,2}$/.test(payload.trimEnd())) throw refused('its base64 is damaged');
  const bytes = Buffer.from(payload, 'base64');
  if (bytes.length === 0) throw refused('it is empty');
  if (bytes.length > MAX_IMAGE_BYTES) throw new Problem('too_large', { what: NAME, limit: '20 MB' });
  return bytes;
}
