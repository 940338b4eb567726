import type { EditorState } from '#contract/editor-state.ts';
import type { Timeline } from '#contract/timeline.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import { buildTimeline } from '../works/build-timeline.ts';
import { editFromEditorState } from '../works/edit-from-editor-state.ts';
import { editOf } from '../works/edit-of.ts';
import type { World } from '../world.ts';

/** The edit an export is made of: the one sent along, which is not saved, else the one of the work. */
export async function editToExport(
  world: Pick<World, 'database'>,
  work: WorkRow,
  editorState: EditorState | undefined,
): Promise<Timeline> {
  if (editorState === undefined) return editOf(world, work);
  const scenes = await listScenes(world.database.kysely, work.id);
  const ids = scenes.map((scene) => scene.id);
  const sent = await editFromEditorState(world.database.kysely, work, ids, editorState);
  return sent ?? buildTimeline(world, work.id);
}
