import { Problem } from '#contract/problems.ts';
import type { PlaceholderValues } from '#contract/template.ts';
import type { Timeline } from '#contract/timeline.ts';
import { layOverEdit, lengthOfEdit } from '#domain/templates/lay-over-edit.ts';
import { timelineFromEditorState } from '#domain/timeline/from-editor-state.ts';
import { appendEvent } from '#store/events.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import { lockWork, updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { buildTimeline } from '../works/build-timeline.ts';
import { musicOf } from '../works/edit-of.ts';
import { editorContext } from '../works/editor-context.ts';
import { findWork } from '../works/find-work.ts';
import { readWork, type ReadWork } from '../works/read-work.ts';
import { editorStateOfWork } from '../works/work-of.ts';
import type { World } from '../world.ts';
import { findTemplate } from './find-template.ts';
import { layOutTemplate } from './lay-out-template.ts';

/**
 * Lays a template over the edit of a work and saves it, in the work's own frame and rate.
 *
 * A work without an edit gets its first one, as far as its scenes have something to show. Times are of that edit, else of
 * the work's `videoDuration`, else of its scenes together. Each time the overlays are new ones.
 *
 * @throws Problem `not_found`, `stale`; `conflict` for a work that has no length yet
 */
export async function applyTemplate(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  wanted: {
    readonly projectId: string;
    readonly workId: string;
    readonly templateId: string;
    readonly placeholderValues: PlaceholderValues;
  },
  { ifRevision }: { readonly ifRevision: number | null },
): Promise<ReadWork> {
  const { workId, placeholderValues } = wanted;
  const template = await findTemplate(world, actor, wanted);
  const found = await findWork(world, actor, wanted);
  const first = found.timeline === null ? await firstEdit(world, found) : null;
  await world.database.transaction(async (trx) => {
    const locked = await lockWork(trx, workId);
    if (!locked || locked.deletedAt !== null) throw new Problem('not_found', { what: 'such work' });
    if (ifRevision !== null && ifRevision !== locked.revision) throw new Problem('stale');
    const work = { ...locked, timeline: locked.timeline ?? first };
    const scenes = await listScenes(trx, workId);
    const sceneIds = scenes.map(({ id }) => id);
    // What is shown of a work without an edit: its music too.
    const edit = { ...editorStateOfWork(locked, sceneIds), ...editorStateOfWork(work, sceneIds) };
    const durationS = lengthOfEdit(edit) ?? work.videoDurationS ?? lengthOfScenes(scenes);
    if (durationS === null) throw new Problem('conflict', { reason: NO_LENGTH });
    const frame = { width: work.timeline?.width ?? work.width, height: work.timeline?.height ?? work.height };
    const laidOut = await layOutTemplate(trx, world, template, { durationS, frame, placeholderValues });
    const state = layOverEdit(edit, laidOut, template.content.defaultTransition);
    const timeline = timelineFromEditorState(state, await editorContext(trx, work, sceneIds, state));
    await updateWork(trx, workId, { timeline, updatedBy: actor.userId }, { by: 'client' });
    await appendEvent(trx, { workspaceId: work.workspaceId, workId, type: 'work', data: { status: 'changed' } });
  });
  return readWork(world, actor, wanted);
}

const NO_LENGTH = 'The work has no length yet: set its videoDuration, or write a scenario, then apply the template';

/** The first edit of a work whose every scene has something to show; null where one has not. */
async function firstEdit(world: Pick<World, 'database'>, work: WorkRow): Promise<Timeline | null> {
  const scenes = await listScenes(world.database.kysely, work.id);
  const isShown = ({ pickedImageTakeId, pickedVideoTakeId }: SceneRow): boolean =>
    pickedImageTakeId !== null || pickedVideoTakeId !== null;
  return scenes.length > 0 && scenes.every(isShown) ? buildTimeline(world, work.id, { music: musicOf(work) }) : null;
}

function lengthOfScenes(scenes: readonly SceneRow[]): number | null {
  const lengthS = scenes.reduce((sum, { durationS }) => sum + durationS, 0);
  return lengthS > 0 ? lengthS : null;
}
