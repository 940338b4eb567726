import type { WorkRow } from '#store/works.ts';

/** Where the music of a work is; the same whatever it is, so that a replaced one is heard at once. */
export function workAudioUrl(work: Pick<WorkRow, 'id' | 'projectId'>): string {
  return `/api/projects/${work.projectId}/works/${work.id}/media/audio`;
}
