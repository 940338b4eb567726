import type { Timeline } from '#contract/timeline.ts';
import { patched } from './sharing.ts';

/** Sets the loudness the film is brought to, in LUFS; null leaves the levels as they are. */
export function setLoudness(timeline: Timeline, { lufs }: { readonly lufs: number | null }): Timeline {
  return patched(timeline, { loudnessLufs: lufs === null ? null : Math.max(-70, Math.min(lufs, 0)) });
}
