import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from './nominal-to-output.ts';

/** What a film may be at most: beyond it an export would hold the machine for hours. */
const FILM_LIMITS = {
  lengthS: 7200,
  clips: 400, // the sound of all of them is mixed by one FFmpeg, whose graph may be 128 KiB long on Linux
  /** Texts and pictures over the whole film. */
  overlays: 500,
  /** Texts and pictures seen in one frame; each is an input of FFmpeg there. */
  overlaysAtOnce: 50,
  soundTracks: 40,
} as const;

/**
 * Refuses a film that is larger than one is rendered.
 *
 * @throws Problem `invalid_input` saying what there is too much of
 */
export function checkFilm(timeline: Pick<Timeline, 'clips' | 'texts' | 'images' | 'audio' | 'fps'>): void {
  const { lengthS, clips, overlays, overlaysAtOnce, soundTracks } = FILM_LIMITS;
  if (timeline.clips.length > clips) {
    refuse(`a film has at most ${String(clips)} clips, and this one has ${String(timeline.clips.length)}`);
  }
  const over = [...timeline.texts, ...timeline.images];
  if (over.length > overlays) {
    refuse(
      `a film has at most ${String(overlays)} texts and pictures over it, and this one has ${String(over.length)}`,
    );
  }
  if (timeline.audio.length > soundTracks) {
    refuse(`a film has at most ${String(soundTracks)} sound tracks, and this one has ${String(timeline.audio.length)}`);
  }
  if (outputLengthFrames(timeline) * timeline.fps.den > lengthS * timeline.fps.num) {
    refuse(`a film lasts at most ${String(lengthS / 3600)} hours: make it in parts`);
  }
  if (mostAtOnce(over) > overlaysAtOnce) {
    refuse(
      `at most ${String(overlaysAtOnce)} texts and pictures are seen at the same moment: let some end before others begin`,
    );
  }
}

function refuse(reason: string): never {
  throw new Problem('invalid_input', { reason });
}

function mostAtOnce(spans: readonly { readonly startFrame: number; readonly endFrame: number }[]): number {
  const changes = spans.flatMap(({ startFrame, endFrame }) => [
    { frame: startFrame, by: 1 },
    { frame: endFrame, by: -1 },
  ]);
  let [now, most] = [0, 0];
  for (const { by } of changes.toSorted((a, b) => a.frame - b.frame || a.by - b.by)) most = Math.max(most, (now += by));
  return most;
}
