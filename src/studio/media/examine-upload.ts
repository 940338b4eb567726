import { MAX_UPLOAD_BYTES } from '#contract/media-limits.ts';
import type { UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { sizeInWords } from '#contract/size-in-words.ts';
import type { MediaFacts } from '#contract/take.ts';
import { checkDecodes } from '#media/check-decodes.ts';
import { probe } from '#media/probe.ts';
import type { World } from '../world.ts';

/**
 * Finds out what came in, by its content alone, and whether it fits its place. Where sound is wanted, a video that has
 * some will do.
 *
 * @throws Problem `media_unreadable` for what cannot be decoded, with what was found; `unsupported_media` for another
 *   kind of media; `too_large`
 */
export async function examineUpload(
  world: Pick<World, 'ffmpeg'>,
  file: UploadedFile,
  kinds: readonly MediaFacts['kind'][],
): Promise<MediaFacts> {
  const options = { ffmpeg: world.ffmpeg.path, name: file.filename };
  const facts = await probe(file.path, options);
  if (!kinds.includes(facts.kind) && !(kinds.includes('audio') && facts.hasAudio)) {
    const reason = `it is ${facts.mime}, and this place takes ${kinds.join(' or ')}`;
    throw new Problem('unsupported_media', { name: file.filename, reason });
  }
  const maxBytes = MAX_UPLOAD_BYTES[facts.kind];
  if (file.sizeBytes > maxBytes) {
    throw new Problem('too_large', { what: file.filename, limit: sizeInWords(maxBytes) });
  }
  await checkDecodes(file.path, facts, options);
  return facts;
}
