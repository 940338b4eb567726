import type { AssetType } from '#contract/asset.ts';
import { MAX_UPLOAD_BYTES } from '#contract/media-limits.ts';
import type { UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { sizeInWords } from '#contract/size-in-words.ts';
import type { MediaFacts } from '#contract/take.ts';
import { checkDecodes } from '#media/check-decodes.ts';
import { probe } from '#media/probe.ts';
import { readFont } from '#media/read-font.ts';
import type { World } from './world.ts';

/** What a file was found to be, by its bytes alone. */
export interface ExaminedAsset {
  readonly type: AssetType;
  readonly mime: string;
  /** null for a font. */
  readonly facts: MediaFacts | null;
}

/**
 * Measures a file that was sent as an asset: a picture, video, sound or font that can be used; nothing else is kept.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`, `too_large`
 */
export async function examineAsset(world: Pick<World, 'ffmpeg'>, file: UploadedFile): Promise<ExaminedAsset> {
  const found = (await examineFont(file)) ?? (await examineMedia(world, file));
  const most = MAX_UPLOAD_BYTES[found.type];
  if (file.sizeBytes <= most) return found;
  throw new Problem('too_large', { what: `The ${found.type}`, limit: sizeInWords(most) });
}

/** Null where it is no font. */
async function examineFont({ path, filename, sizeBytes }: UploadedFile): Promise<ExaminedAsset | null> {
  if (sizeBytes > MAX_UPLOAD_BYTES.font) return null;
  const reading = await readFont(path);
  if (reading.status === 'none') return null;
  if (reading.status === 'broken') throw new Problem('media_unreadable', { name: filename, reason: reading.reason });
  return { type: 'font', mime: reading.mime, facts: null };
}

async function examineMedia(world: Pick<World, 'ffmpeg'>, { path, filename }: UploadedFile): Promise<ExaminedAsset> {
  const options = { ffmpeg: world.ffmpeg.path, name: filename };
  const facts = await probe(path, options);
  await checkDecodes(path, facts, options);
  return { type: facts.kind, mime: facts.mime, facts };
}
