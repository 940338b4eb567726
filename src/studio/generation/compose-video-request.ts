import { framesToSeconds } from '#domain/frames.ts';
import { inputsOfVideo } from '#domain/generation-inputs.ts';
import { composeVideoPrompt } from '#domain/prompts/compose-prompt.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { sceneLengths } from '#domain/timeline/scene-lengths.ts';
import type { TakeRow } from '#store/takes.ts';
import { FILM_FPS } from '../film/film-frame.ts';
import { hashOf } from '../hash-of.ts';
import { referencesOf, sceneFacts, type Composed, type SceneInFilm } from './compose-image-request.ts';
import type { StoredVideoRequest } from './generation-request.ts';

/** What a clip of this scene is asked for, from its approved picture; as long as the scene and its outgoing transition. */
export function composeVideoRequest(film: SceneInFilm, picture: TakeRow, seed: number): Composed<StoredVideoRequest> {
  const { project, work, scene, sceneIndex, scenes } = film;
  const styleGuide = effectiveStyleGuide(project.styleGuide, work.styleGuide);
  const instruction = { work: work.videoSystemPrompt, project: project.videoSystemPrompt };
  const prompt = composeVideoPrompt({ styleGuide, instruction, prompt: scene.videoPrompt });
  const length = sceneLengths(scenes, { fps: FILM_FPS, tempo: styleGuide.tempo })[sceneIndex];
  const frames = length ? length.filmFrames + length.overlapFrames : 1;
  const durationS = framesToSeconds(frames, FILM_FPS);
  const request: StoredVideoRequest = {
    prompt,
    scenePrompt: scene.videoPrompt,
    negativePrompt: scene.negativePrompt,
    image: { sha256: picture.sha256, mime: picture.facts.mime, takeId: picture.id },
    references: referencesOf(film),
    durationS,
    fps: FILM_FPS,
    width: work.width,
    height: work.height,
    seed,
    scene: sceneFacts(film),
  };
  const inputs = inputsOfVideo({
    prompt,
    negativePrompt: scene.negativePrompt,
    width: work.width,
    height: work.height,
    imageSha256: picture.sha256,
    durationS,
  });
  return { request, inputsHash: hashOf(inputs) };
}
