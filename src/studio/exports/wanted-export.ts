import type { ExportWishes } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import { fpsFromNumber } from '#domain/frames.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { reframe } from '#domain/timeline/reframe.ts';
import { retimedFrame } from '#domain/timeline/retime.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { editToExport } from './edit-to-export.ts';
import { exportSettings } from './export-settings.ts';
import type { WantedExport } from './start-export.ts';

/**
 * What wishes for a work mean: its edit in the frame asked for, and how it is exported.
 *
 * @throws Problem `invalid_input` for a poster after the film's end
 */
export async function wantedExport(
  world: Pick<World, 'database'>,
  work: WorkRow,
  wishes: ExportWishes,
): Promise<WantedExport> {
  const edit = await editToExport(world, work, wishes.editorState ?? null);
  const { width, height } = wishes.frame ?? edit;
  const fps = wishes.frame?.fps == null ? edit.fps : fpsFromNumber(wishes.frame.fps);
  const timeline = reframe(edit, { width, height, fps });
  const lengthFrames = outputLengthFrames(timeline);
  const posterFrame = retimedFrame(wishes.posterFrame ?? 0, edit.fps, fps);
  if (posterFrame >= Math.max(1, lengthFrames)) {
    throw new Problem('invalid_input', { reason: `posterFrame: the film ends after ${lengthFrames} frames` });
  }
  const revision = wishes.editorState == null ? work.revision : null;
  return { workId: work.id, timeline, settings: { ...exportSettings(wishes), posterFrame, revision } };
}
