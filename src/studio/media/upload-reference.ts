import type { UploadedFile } from '#contract/operation.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { examineUpload } from './examine-upload.ts';
import { keepWorkMedia } from './keep-work-media.ts';

/**
 * Makes a video the reference of a work; what was found in an earlier one is cleared.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`
 */
export async function uploadReference(world: World, work: WorkRow, file: UploadedFile): Promise<void> {
  const facts = await examineUpload(world, file, ['video']);
  await keepWorkMedia(world, work, file, {
    facts,
    replaced: (before) => before.referenceSha256,
    patch: async (_, before, sha256) => ({
      referenceSha256: sha256,
      ...(before.referenceSha256 === sha256 ? {} : { analysis: null }),
    }),
  });
}
