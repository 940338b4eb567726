import type { AssetType } from '#contract/asset.ts';
import { MAX_UPLOAD_BYTES } from '#contract/media-limits.ts';
import type { UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { readFont } from '#media/read-font.ts';
import { examineUpload } from '../media/examine-upload.ts';
import type { World } from '../world.ts';

/** What a file was found to be, by its bytes alone. */
interface ExaminedAsset {
  readonly type: AssetType;
  readonly mime: string;
  /** null for a font. */
  readonly facts: MediaFacts | null;
}

/**
 * Measures a file that was sent as an asset: a picture, video, sound or font that can be used; nothing else is kept.
 *
 * @throws Problem `media_unreadable`, `too_large`
 */
export async function examineAsset(world: Pick<World, 'ffmpeg'>, file: UploadedFile): Promise<ExaminedAsset> {
  const font = await examineFont(file);
  if (font) return font;
  const facts = await examineUpload(world, file, ['image', 'video', 'audio']);
  return { type: facts.kind, mime: facts.mime, facts };
}

/** Null where it is no font; what is larger than any is not read as one. */
async function examineFont({ path, filename, sizeBytes }: UploadedFile): Promise<ExaminedAsset | null> {
  if (sizeBytes > MAX_UPLOAD_BYTES.font) return null;
  const reading = await readFont(path);
  if (reading.status === 'none') return null;
  if (reading.status === 'broken') throw new Problem('media_unreadable', { name: filename, reason: reading.reason });
  return { type: 'font', mime: reading.mime, facts: null };
}
