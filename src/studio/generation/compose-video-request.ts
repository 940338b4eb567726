import { framesToSeconds } from '#domain/frames.ts';
import { inputsOfVideo } from '#domain/generation-inputs.ts';
import { composeVideoPrompt } from '#domain/prompts/compose-prompt.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { sceneLengths } from '#domain/timeline/scene-lengths.ts';
import type { TakeRow } from '#store/takes.ts';
import { FILM_FPS } from '../film/film-frame.ts';
import { hashOf } from '../hash-of.ts';
import { referencesOf, sceneFacts, type Composed, type SceneInFilm } from './compose-image-request.ts';
import type { StoredMedia, StoredVideoRequest } from './generation-request.ts';

/** What is known of a clip before there is a picture to make it from. */
export function clipBeforePicture(
  film: SceneInFilm,
): Pick<StoredVideoRequest, 'prompt' | 'negativePrompt' | 'durationS' | 'width' | 'height'> {
  const { project, work, scene, sceneIndex, scenes } = film;
  const styleGuide = effectiveStyleGuide(project.styleGuide, work.styleGuide);
  const instruction = { work: work.videoSystemPrompt, project: project.videoSystemPrompt };
  const prompt = composeVideoPrompt({ styleGuide, instruction, prompt: scene.videoPrompt });
  const length = sceneLengths(scenes, { fps: FILM_FPS, tempo: styleGuide.tempo })[sceneIndex];
  const frames = length ? length.filmFrames + length.overlapFrames : 1;
  const durationS = framesToSeconds(frames, FILM_FPS);
  return { prompt, negativePrompt: scene.negativePrompt, durationS, width: work.width, height: work.height };
}

/**
 * What a clip of this scene is asked for, from its approved picture; as long as the scene and its outgoing transition.
 *
 * @param last the picture it is to end with
 */
export function composeVideoRequest(
  film: SceneInFilm,
  picture: TakeRow,
  seed: number,
  last: TakeRow | null = null,
): Composed<StoredVideoRequest> {
  const clip = clipBeforePicture(film);
  const request: StoredVideoRequest = {
    ...clip,
    scenePrompt: film.scene.videoPrompt,
    image: mediaOf(picture),
    ...(last === null ? {} : { lastImage: mediaOf(last) }),
    references: referencesOf(film),
    fps: FILM_FPS,
    seed,
    scene: sceneFacts(film),
  };
  return { request, inputsHash: hashOfClip(request, last?.sha256) };
}

/** Hash of what decides a clip. */
export function hashOfClip(request: StoredVideoRequest, lastImageSha256: string | undefined): string {
  const { prompt, negativePrompt, width, height, durationS, image } = request;
  const pictures = { imageSha256: image.sha256, lastImageSha256 };
  return hashOf(inputsOfVideo({ prompt, negativePrompt, width, height, durationS, ...pictures }));
}

const mediaOf = ({ id, sha256, facts }: TakeRow): StoredMedia => ({ sha256, mime: facts.mime, takeId: id });
