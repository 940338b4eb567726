import { basename } from 'node:path';
import type { AssetType } from '#contract/asset.ts';
import { Problem } from '#contract/problems.ts';
import { insertAsset, listAssets, type AssetRow } from '#store/assets.ts';
import { keepMedia } from '#store/keep-media.ts';
import type { Actor } from './actor.ts';
import { examineFile } from './examine-file.ts';
import { newId } from './new-id.ts';
import type { World } from './world.ts';

/**
 * Brings a file of this machine into a project as an asset; the same bytes again are the asset that is there.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`
 */
export async function addAsset(
  world: World,
  actor: Actor,
  projectId: string,
  file: { readonly path: string; readonly type: Exclude<AssetType, 'font'> },
): Promise<AssetRow> {
  const name = basename(file.path);
  const { facts, sha256 } = await examineFile(world, file.path);
  if (facts.kind !== file.type && !(file.type === 'audio' && facts.hasAudio)) {
    throw new Problem('unsupported_media', { name, reason: `it is ${facts.kind}, and ${file.type} is wanted here` });
  }
  const known = (await listAssets(world.database.kysely, { projectId })).find((asset) => asset.sha256 === sha256);
  if (known) return known;
  const id = newId(world, 'asset');
  const kept = await keepMedia(world.database, world.files, {
    copyOf: file.path,
    mime: facts.mime,
    facts,
    owner: { kind: 'asset', id },
    workspaceId: actor.workspaceId,
  });
  return insertAsset(world.database.kysely, {
    id,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    projectId,
    name: name.replace(/\.[^.]+$/, ''),
    type: file.type,
    filename: name,
    sha256: kept.sha256,
    facts,
    tags: [],
    description: null,
  });
}
