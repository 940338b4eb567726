import type { UploadedFile } from '#contract/operation.ts';
import { insertAsset, type AssetRow } from '#store/assets.ts';
import { dropReferences } from '#store/drop-references.ts';
import { keepMedia } from '#store/keep-media.ts';
import type { Actor } from '../actor.ts';
import { startDerivations } from '../media/start-derivations.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { examineAsset } from './examine-asset.ts';

/**
 * Keeps a file that was sent as an asset of a project. The same bytes again are another asset; the disk holds them once.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`, `too_large`
 */
export async function uploadAsset(
  world: World,
  actor: Actor,
  asset: {
    readonly projectId: string;
    readonly file: UploadedFile;
    /** Left out: what the file is called, without its ending. */
    readonly name?: string | undefined;
    readonly tags?: readonly string[] | undefined;
    readonly description?: string | undefined;
  },
): Promise<AssetRow> {
  const { file, projectId } = asset;
  const { type, mime, facts } = await examineAsset(world, file);
  const id = newId(world, 'asset');
  const owner = { kind: 'asset', id } as const;
  const { workspaceId, userId } = actor;
  await keepMedia(world.database, world.files, { staged: file, mime, facts, owner, workspaceId });
  try {
    const row = await insertAsset(world.database.kysely, {
      id,
      workspaceId,
      createdBy: userId,
      projectId,
      name: asset.name ?? nameOf(file.filename),
      type,
      filename: file.filename,
      sha256: file.sha256,
      facts,
      tags: asset.tags ?? [],
      description: asset.description || null,
    });
    if (facts !== null) await startDerivations(world, { sha256: file.sha256, facts });
    return row;
  } catch (error) {
    await dropReferences(world.database, world.files, [owner]); // the project was deleted in the meantime
    throw error;
  }
}

/** A file's name without its ending. */
function nameOf(filename: string): string {
  return filename.replace(/\.[^.]*$/, '').trim() || filename;
}
