import { Problem } from '#contract/problems.ts';
import { keepMedia } from '#store/keep-media.ts';
import { findWorkByFingerprint, insertWork, updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from './actor.ts';
import { addAsset } from './add-asset.ts';
import { createProject } from './create-project.ts';
import { examineFile } from './examine-file.ts';
import type { FilmBrief } from './film-brief.ts';
import { hashOf } from './hash-of.ts';
import { newId } from './new-id.ts';
import type { World } from './world.ts';

/** A film's length where neither seconds nor scenes are given: what the keyless demo promises. */
const DEFAULT_DURATION_S = 15;
const SECONDS_A_SCENE = 3;

/**
 * The work of a brief: the one an earlier run of the same brief left, else a new one in a project of its own.
 *
 * Every file is read and judged before anything is created, so that a wrong one leaves nothing behind.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`
 */
export async function openFilm(world: World, actor: Actor, brief: FilmBrief): Promise<WorkRow> {
  const files = await examineFiles(world, brief);
  const { assetPaths: _a, musicPath: _m, referencePath: _r, ...words } = brief;
  const fingerprint = hashOf([words, files]);
  const found = await findWorkByFingerprint(world.database.kysely, { workspaceId: actor.workspaceId, fingerprint });
  if (found) return found;

  const name = brief.name ?? titleOf(brief.brief);
  // No colours of the type's own: the film's palette comes from its words, its photos or its reference.
  const project = await createProject(world, actor, {
    name,
    projectType: brief.projectType,
    styleGuide: { color_palette: [] },
  });
  const assetIds: string[] = [];
  for (const path of brief.assetPaths)
    assetIds.push((await addAsset(world, actor, project.id, { path, type: 'image' })).id);
  const work = await insertWork(world.database.kysely, {
    id: newId(world, 'work'),
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    projectId: project.id,
    name,
    mode: brief.referencePath ? 'style_transfer' : 'content_remix',
    productName: brief.name,
    productDescription: brief.brief,
    targetAudience: brief.audience,
    language: brief.language,
    videoDurationS:
      brief.durationS ?? (brief.sceneCount === null ? DEFAULT_DURATION_S : brief.sceneCount * SECONDS_A_SCENE),
    sceneCount: brief.sceneCount,
    selectedAssetIds: assetIds,
    assetUsageMode: brief.assetUsageMode,
    width: brief.resolution.width,
    height: brief.resolution.height,
    fingerprint,
  });
  return brief.referencePath ? keepReference(world, actor, work, brief.referencePath) : work;
}

async function examineFiles(world: World, brief: FilmBrief): Promise<readonly string[]> {
  const wanted = [
    ...brief.assetPaths.map((path) => ({ path, kind: 'image' })),
    ...(brief.musicPath ? [{ path: brief.musicPath, kind: 'audio' }] : []),
    ...(brief.referencePath ? [{ path: brief.referencePath, kind: 'video' }] : []),
  ];
  const hashes: string[] = [];
  for (const { path, kind } of wanted) {
    const { facts, sha256 } = await examineFile(world, path);
    const fits = facts.kind === kind || (kind === 'audio' && facts.hasAudio);
    if (!fits)
      throw new Problem('unsupported_media', {
        name: path,
        reason: `it is ${facts.mime}, and this place takes ${kind}`,
      });
    hashes.push(`${kind}:${sha256}`);
  }
  return hashes;
}

async function keepReference(world: World, actor: Actor, work: WorkRow, path: string): Promise<WorkRow> {
  const { facts } = await examineFile(world, path);
  const kept = await keepMedia(world.database, world.files, {
    copyOf: path,
    mime: facts.mime,
    facts,
    owner: { kind: 'work', id: work.id },
    workspaceId: actor.workspaceId,
  });
  return (await updateWork(world.database.kysely, work.id, { referenceSha256: kept.sha256 }, { by: 'client' })) ?? work;
}

/** The first words of a brief, as a name to find the work by. */
function titleOf(brief: string): string {
  const words = brief.trim().split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title.length + word.length > 40) break;
    title = title ? `${title} ${word}` : word;
  }
  return title || brief.trim().slice(0, 40);
}
