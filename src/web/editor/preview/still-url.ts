import type { Timeline } from '#contract/timeline.ts';
import { framesToSeconds } from '#domain/frames.ts';
import type { EditPlace } from '../store/editor-store.ts';

const MIDDLE = 0.5; // of a frame: no rounding of its seconds makes it the one before

/** Where the server draws a frame of the saved edit in full quality. */
export function stillUrl({ projectId, workId }: EditPlace, { fps }: Pick<Timeline, 'fps'>, frame: number): string {
  const seconds = framesToSeconds(frame + MIDDLE, fps).toFixed(6);
  return `/api/projects/${projectId}/works/${workId}/frame?t=${seconds}`;
}
