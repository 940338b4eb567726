import type { ChangedInput } from '#contract/scene-changes.ts';
import { composeImagePrompt, composeVideoPrompt } from '#domain/prompts/compose-prompt.ts';
import { stylePrefix } from '#domain/prompts/style-prefix.ts';
import type { TakeRow } from '#store/takes.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import { StoredImageRequest, StoredVideoRequest } from '../generation/generation-request.ts';
import type { PresentInputs } from './present-inputs.ts';

/**
 * What of a scene is not as it was when a take was made.
 *
 * @param request what its generation asked for; where it is gone, what the take itself remembers has to do
 */
export function whyChanged(take: TakeRow, request: unknown, film: SceneInFilm, present: PresentInputs): ChangedInput[] {
  return take.kind === 'image'
    ? ofPicture(take, read(StoredImageRequest, request), film, present.image.request)
    : ofClip(take, read(StoredVideoRequest, request), film, present.video?.request ?? null);
}

function read<Request>(
  schema: { safeParse: (value: unknown) => { readonly data?: Request | undefined } },
  request: unknown,
): Request | null {
  return schema.safeParse(request).data ?? null;
}

function ofPicture(
  take: TakeRow,
  then: StoredImageRequest | null,
  { work, project }: SceneInFilm,
  now: StoredImageRequest,
): ChangedInput[] {
  const instruction = { work: work.imageSystemPrompt, project: project.imageSystemPrompt };
  const references = then ? then.references.map(({ sha256 }) => sha256) : take.referenceSha256s;
  return [
    ...ofWords(take, then, now, (parts) => composeImagePrompt({ ...parts, instruction })),
    ...(references.join() === now.references.map(({ sha256 }) => sha256).join() ? [] : ['references' as const]),
  ];
}

function ofClip(
  take: TakeRow,
  then: StoredVideoRequest | null,
  { work, project }: SceneInFilm,
  now: StoredVideoRequest | null,
): ChangedInput[] {
  if (!now) return ['picture'];
  const instruction = { work: work.videoSystemPrompt, project: project.videoSystemPrompt };
  const isSame = then ? then.image.sha256 === now.image.sha256 : take.parentIds[0] === now.image.takeId;
  return [
    ...ofWords(take, then, now, (parts) => composeVideoPrompt({ ...parts, instruction })),
    ...(isSame ? [] : ['picture' as const]),
    ...(then && then.durationS !== now.durationS ? ['duration' as const] : []),
  ];
}

type Asked = StoredImageRequest | StoredVideoRequest;
type Parts = Pick<Parameters<typeof composeImagePrompt>[0], 'styleGuide' | 'prompt'>;

/** What both kinds are asked in: the three parts of the prompt, what is not wanted, the frame. */
function ofWords(take: TakeRow, then: Asked | null, now: Asked, compose: (parts: Parts) => string): ChangedInput[] {
  const reasons: ChangedInput[] = [];
  const add = (reason: ChangedInput, before: string, after: string): void => {
    if (before.trim() !== after.trim()) reasons.push(reason);
  };
  if (then) {
    const styleGuide = then.scene.styleGuide ?? {};
    add('prompt', then.scenePrompt, now.scenePrompt);
    add('style guide', stylePrefix(styleGuide), stylePrefix(now.scene.styleGuide ?? {}));
    // What it would be with today's instruction, and everything else as it was.
    add('instruction', then.prompt, compose({ styleGuide, prompt: then.scenePrompt }));
    add('size', `${then.width}x${then.height}`, `${now.width}x${now.height}`);
  } else {
    add('prompt', take.prompt ?? '', now.prompt);
  }
  add('negative prompt', then?.negativePrompt ?? take.negativePrompt ?? '', now.negativePrompt);
  return reasons;
}
