import { isDeepStrictEqual } from 'node:util';
import { Problem } from '#contract/problems.ts';
import type { GivenScene } from '#contract/scene.ts';
import type { WorkChanges } from '#contract/work.ts';
import { defaultResolution } from '#domain/resolution.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { getProject, type ProjectRow } from '#store/projects.ts';
import { listScenes, replaceScenes, type SceneRow } from '#store/scenes.ts';
import * as store from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { checkSameId } from '../check-same-id.ts';
import { newId } from '../new-id.ts';
import { scenesFromClient } from '../scenes/scenes-from-client.ts';
import type { World } from '../world.ts';
import { checkChosenAssets } from './check-chosen-assets.ts';
import { checkDirectAssets } from './check-direct-assets.ts';
import { editFromEditorState } from './edit-from-editor-state.ts';
import { readWork, type ReadWork } from './read-work.ts';

type Place = { readonly projectId: string; readonly workId: string };

/**
 * Changes what is said of a work and answers with what is stored then; what is left out stays.
 *
 * @param options.ifRevision the revision the client has seen; null where it does not care
 * @throws Problem `not_found`, `stale`, `invalid_input`
 */
export async function updateWork(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  { projectId, workId }: Place,
  changes: WorkChanges,
  options: { readonly ifRevision: number | null },
): Promise<ReadWork> {
  checkSameId(changes.id, workId);
  await world.database.transaction(async (trx) => {
    const work = await store.lockWork(trx, workId);
    const project = await getProject(trx, projectId);
    if (!project || work?.projectId !== projectId || work.workspaceId !== actor.workspaceId) {
      throw new Problem('not_found', { what: 'such work' });
    }
    if (options.ifRevision !== null && work.revision !== options.ifRevision) throw new Problem('stale');
    if (changes.selectedAssetIds)
      await checkChosenAssets(trx, projectId, changes.selectedAssetIds, work.selectedAssetIds);
    if (Object.keys(assetChoice(changes)).length > 0) {
      await checkDirectAssets(trx, { ...work, ...assetChoice(changes) });
    }
    if (changes.scenes) await keepScenes(world, trx, actor, work, changes.scenes);
    const resolution = changes.resolution === null ? defaultResolution : changes.resolution;
    const resized = { ...work, ...(resolution && { width: resolution.width, height: resolution.height }) };
    const patch = {
      ...said(changes),
      ...prompts(changes, project),
      ...(resolution && { width: resolution.width, height: resolution.height }),
      ...(changes.editorState !== undefined && { timeline: await editOf(trx, resized, changes.editorState) }),
      updatedBy: actor.userId,
    };
    await store.updateWork(trx, workId, patch, { by: 'client' });
    await appendEvent(trx, { workspaceId: work.workspaceId, workId, type: 'work', data: { status: 'changed' } });
  });
  return readWork(world, actor, { projectId, workId });
}

/** What is said of the assets to use. */
function assetChoice({ selectedAssetIds, assetUsageMode }: WorkChanges) {
  return {
    ...(selectedAssetIds === undefined ? {} : { selectedAssetIds: selectedAssetIds ?? [] }),
    ...(assetUsageMode === undefined ? {} : { assetUsageMode }),
  };
}

/** The fields that are stored as they are said; what is undefined is left alone. */
function said(changes: WorkChanges): store.WorkPatch {
  return defined({
    ...assetChoice(changes),
    name: changes.name,
    mode: changes.mode,
    productName: changes.productName,
    productDescription: changes.productDescription,
    targetAudience: changes.targetAudience,
    language: changes.language,
    videoDurationS: changes.videoDuration,
    sceneCount: changes.sceneCount,
    styleGuide: changes.styleGuide,
    analysis: changes.analysis,
    currentStep: changes.currentStep,
  });
}

const PROMPTS = ['systemPrompt', 'analyzerPrompt', 'imageSystemPrompt', 'videoSystemPrompt'] as const;

/** A prompt that reads as the project's is the project's, and changes with it. */
function prompts(changes: WorkChanges, project: ProjectRow): store.WorkPatch {
  return defined(Object.fromEntries(PROMPTS.map((key) => [key, changes[key] === project[key] ? null : changes[key]])));
}

/** Stores the scenes, unless they are what is stored. */
async function keepScenes(
  world: Pick<World, 'clock' | 'random'>,
  trx: Trx,
  actor: Actor,
  work: store.WorkRow,
  given: readonly GivenScene[],
): Promise<void> {
  const stored = (await listScenes(trx, work.id)).map(scriptOf);
  const storedIds = stored.map(({ id }) => id);
  const scenes = scenesFromClient(given, storedIds);
  if (isDeepStrictEqual(scenes, stored)) return;
  await replaceScenes(trx, work, scenes, { newId: () => newId(world, 'scene'), userId: actor.userId });
}

function scriptOf({ id, durationS, imagePrompt, negativePrompt, videoPrompt, textOverlay, transition }: SceneRow) {
  return { id, durationS, imagePrompt, negativePrompt, videoPrompt, textOverlay, transition };
}

async function editOf(
  trx: Trx,
  work: store.WorkRow,
  editorState: NonNullable<WorkChanges['editorState']> | null,
): Promise<store.WorkRow['timeline']> {
  if (editorState === null) return null;
  const sceneIds = (await listScenes(trx, work.id)).map((scene) => scene.id);
  return editFromEditorState(trx, work, sceneIds, editorState);
}

function defined<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
