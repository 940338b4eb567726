import { keepMedia, type KeptMedia } from '#store/keep-media.ts';
import { findWorkByFingerprint, insertWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { addAsset } from '../assets/add-asset.ts';
import { hashOf } from '../hash-of.ts';
import { examineFile, type ExaminedFile } from '../media/examine-file.ts';
import { newId } from '../new-id.ts';
import { createProject } from '../projects/create-project.ts';
import type { World } from '../world.ts';
import type { FilmBrief } from './film-brief.ts';
import { titleOf } from './title-of.ts';

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
  const fingerprint = hashOf([words, files.all.map(({ type, sha256 }) => `${type}:${sha256}`)]);
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
  for (const picture of files.pictures) assetIds.push((await addAsset(world, actor, project.id, picture)).id);
  const id = newId(world, 'work');
  // Before the work: once its fingerprint can be found, everything it was made of has to be there.
  const reference = files.reference && (await keepReference(world, actor, id, files.reference));
  return insertWork(world.database.kysely, {
    id,
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
    referenceSha256: reference?.sha256 ?? null,
    fingerprint,
  });
}

interface FilmFiles {
  readonly pictures: readonly ExaminedFile[];
  readonly reference: ExaminedFile | null;
  /** All of them, music too, in the order that counts for the fingerprint. */
  readonly all: readonly ExaminedFile[];
}

async function examineFiles(world: World, brief: FilmBrief): Promise<FilmFiles> {
  const pictures: ExaminedFile[] = [];
  for (const path of brief.assetPaths) pictures.push(await examineFile(world, path, 'image'));
  const music = brief.musicPath ? [await examineFile(world, brief.musicPath, 'audio')] : [];
  const reference = brief.referencePath ? await examineFile(world, brief.referencePath, 'video') : null;
  return { pictures, reference, all: [...pictures, ...music, ...(reference ? [reference] : [])] };
}

function keepReference(world: World, actor: Actor, workId: string, { path, facts }: ExaminedFile): Promise<KeptMedia> {
  return keepMedia(world.database, world.files, {
    copyOf: path,
    mime: facts.mime,
    facts,
    owner: { kind: 'work', id: workId },
    workspaceId: actor.workspaceId,
  });
}
