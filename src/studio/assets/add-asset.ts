import { basename } from 'node:path';
import { insertAsset, listAssets, type AssetRow } from '#store/assets.ts';
import { keepMedia } from '#store/keep-media.ts';
import type { Actor } from '../actor.ts';
import type { ExaminedFile } from '../media/examine-file.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';

/** Brings a file of this machine into a project as an asset; the same bytes again are the asset that is there. */
export async function addAsset(world: World, actor: Actor, projectId: string, file: ExaminedFile): Promise<AssetRow> {
  const { facts, sha256 } = file;
  const name = basename(file.path);
  const [known] = await listAssets(world.database.kysely, { projectId, sha256, limit: 1 });
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
