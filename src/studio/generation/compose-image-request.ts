import { inputsOfImage } from '#domain/generation-inputs.ts';
import { composeImagePrompt } from '#domain/prompts/compose-prompt.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import type { AssetRow } from '#store/assets.ts';
import type { ProjectRow } from '#store/projects.ts';
import type { SceneRow } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import { hashOf } from '../hash-of.ts';
import type { StoredImageRequest, StoredMedia } from './generation-request.ts';

/** A scene with everything around it that decides how it looks. */
export interface SceneInFilm {
  readonly project: ProjectRow;
  readonly work: WorkRow;
  readonly scene: SceneRow;
  readonly sceneIndex: number;
  readonly scenes: readonly SceneRow[];
  /** The work's selected assets, in order. */
  readonly assets: readonly AssetRow[];
}

/** A composed request and the hash of what decides its result. */
export interface Composed<Request> {
  readonly request: Request;
  readonly inputsHash: string;
}

/** What a picture of this scene is asked for. */
export function composeImageRequest(film: SceneInFilm, seed: number): Composed<StoredImageRequest> {
  const { project, work, scene } = film;
  const styleGuide = effectiveStyleGuide(project.styleGuide, work.styleGuide);
  const instruction = { work: work.imageSystemPrompt, project: project.imageSystemPrompt };
  const prompt = composeImagePrompt({ styleGuide, instruction, prompt: scene.imagePrompt });
  const references = referencesOf(film);
  const request: StoredImageRequest = {
    prompt,
    scenePrompt: scene.imagePrompt,
    negativePrompt: scene.negativePrompt,
    width: work.width,
    height: work.height,
    seed,
    references,
    scene: sceneFacts(film),
  };
  const inputs = inputsOfImage({
    prompt,
    negativePrompt: scene.negativePrompt,
    width: work.width,
    height: work.height,
    referenceSha256s: references.map((reference) => reference.sha256),
  });
  return { request, inputsHash: hashOf(inputs) };
}

/** The user's own pictures, which new ones are made from unless they are to be used as they are. */
export function referencesOf({ work, assets }: SceneInFilm): StoredMedia[] {
  return work.assetUsageMode === 'direct' ? [] : assets.flatMap(pictureOf);
}

/** What an engine that directs may know of the scene's place in the film. */
export function sceneFacts({ project, work, scene, sceneIndex, scenes }: SceneInFilm): StoredImageRequest['scene'] {
  return {
    projectType: project.projectType,
    sceneIndex,
    sceneCount: scenes.length,
    styleGuide: effectiveStyleGuide(project.styleGuide, work.styleGuide),
    ...subjectOf(work),
    ...(scene.textOverlay === null ? {} : { textOverlay: scene.textOverlay }),
  };
}

const SUBJECT_CHARACTERS = 200; // enough to tell coffee from software

/** What the film is about: the product's name, else the beginning of its description. */
function subjectOf({ productName, productDescription }: WorkRow): { subject?: string } {
  const subject = productName ?? productDescription?.slice(0, SUBJECT_CHARACTERS);
  return subject ? { subject } : {};
}

function pictureOf(asset: AssetRow): StoredMedia[] {
  if (asset.type !== 'image' || !asset.facts) return [];
  return [
    {
      sha256: asset.sha256,
      mime: asset.facts.mime,
      name: asset.name,
      ...(asset.description === null ? {} : { description: asset.description }),
    },
  ];
}
