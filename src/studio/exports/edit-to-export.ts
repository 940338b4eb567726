import type { EditorChanges } from '#contract/editor-state.ts';
import type { Timeline } from '#contract/timeline.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import { editFromEditorState } from '../works/edit-from-editor-state.ts';
import { editOf } from '../works/edit-of.ts';
import type { World } from '../world.ts';

/** The edit an export is made of: the one of the work, with what is sent along in its place; that is not saved. */
export async function editToExport(
  world: Pick<World, 'database'>,
  work: WorkRow,
  changes: EditorChanges | null,
): Promise<Timeline> {
  if (changes === null) return editOf(world, work);
  const scenes = await listScenes(world.database.kysely, work.id);
  const ids = scenes.map((scene) => scene.id);
  return editOf(world, { ...work, timeline: await editFromEditorState(world.database.kysely, work, ids, changes) });
}
