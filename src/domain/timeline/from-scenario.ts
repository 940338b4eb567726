import type { Fps } from '#contract/fps.ts';
import type { Tempo } from '#contract/style-guide.ts';
import { TIMELINE_SCHEMA_VERSION, type MediaRef, type Timeline, type TimelineClip } from '#contract/timeline.ts';
import type { TypeHint } from '#contract/type-hint.ts';
import { secondsToFrames } from '../frames.ts';
import { musicTrack } from './music-track.ts';
import { placeText } from './place-text.ts';
import { sceneLengths, type SceneLength } from './scene-lengths.ts';

/** A scene that has its clip. `frameCount` is counted in frames of the timeline's rate. */
export interface SceneToPlace {
  readonly id: string;
  readonly durationS: number;
  readonly transition: string;
  readonly textOverlay?: string | undefined;
  readonly clip: { readonly media: MediaRef; readonly frameCount: number };
  readonly typeHint?: TypeHint | undefined;
}

const MOST_HELD_S = 0.3; // a clip that is short may hold its last picture this long inside a transition, where nobody sees it

/**
 * The first edit of a film: clips in order, the scenario's transitions, its words placed and timed to be read, music under it.
 *
 * The film is as long as the scenes' durations together. A clip too short for its transition gets a shorter transition.
 */
export function timelineFromScenario(scenario: {
  readonly scenes: readonly SceneToPlace[];
  readonly fps: Fps;
  readonly width: number;
  readonly height: number;
  readonly tempo?: Tempo | undefined;
  readonly music?: MediaRef | undefined;
}): Timeline {
  const { scenes, fps, width, height } = scenario;
  const lengths = sceneLengths(scenes, { fps, tempo: scenario.tempo }).map((length, place) =>
    shortenedToClip(length, scenes[place], fps),
  );
  const clips: TimelineClip[] = [];
  const texts: Timeline['texts'] = [];
  let overlapsBefore = 0;
  for (const [place, scene] of scenes.entries()) {
    const length = lengths[place];
    if (length === undefined) continue;
    const startFrame = length.startFrame + overlapsBefore;
    clips.push({
      id: `clip_${nameOf(scene.id)}`,
      sceneId: scene.id,
      media: scene.clip.media,
      startFrame,
      endFrame: startFrame + length.filmFrames + length.overlapFrames,
      sourceStartFrame: 0,
      volume: 1,
      muted: false,
      transition: length.overlapFrames > 0 ? { type: length.transition, durationFrames: length.overlapFrames } : null,
    });
    texts.push(
      ...placeText({
        id: `ovl_${nameOf(scene.id)}`,
        text: scene.textOverlay ?? '',
        hint: scene.typeHint,
        frame: { width, height },
        fps,
        isFirst: place === 0,
        isLast: place === scenes.length - 1,
        startFrame,
        endFrame: startFrame + length.filmFrames,
        incomingFrames: lengths[place - 1]?.overlapFrames ?? 0,
      }),
    );
    overlapsBefore += length.overlapFrames;
  }
  const audio = scenario.music === undefined ? [] : [musicTrack({ id: 'audio_music', media: scenario.music, fps })];
  return {
    schemaVersion: TIMELINE_SCHEMA_VERSION,
    fps,
    width,
    height,
    clips,
    texts,
    images: [],
    audio,
    loudnessLufs: null,
    extra: {},
  };
}

function shortenedToClip(length: SceneLength, scene: SceneToPlace | undefined, fps: Fps): SceneLength {
  if (scene === undefined || scene.clip.media.kind === 'image') return length;
  const available = Math.max(scene.clip.frameCount - length.filmFrames, 0) + secondsToFrames(MOST_HELD_S, fps);
  return { ...length, overlapFrames: Math.min(length.overlapFrames, available) };
}

/** The part of a scene's id after its prefix, so that the clip of a scene keeps its id when the edit is made again. */
function nameOf(sceneId: string): string {
  return sceneId.replace(/^scn_/, '');
}
