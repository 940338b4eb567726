import { composeImageRequest, type Composed, type SceneInFilm } from '../generation/compose-image-request.ts';
import { composeVideoRequest, hashOfClip } from '../generation/compose-video-request.ts';
import type { StoredImageRequest, StoredVideoRequest } from '../generation/generation-request.ts';
import type { TakeRow } from '#store/takes.ts';

/** What a picture and a clip of a scene would be asked for now; without a picture there is nothing to make a clip of. */
export interface PresentInputs {
  readonly image: Composed<StoredImageRequest>;
  readonly video: Composed<StoredVideoRequest> | null;
}

/** The picture a clip of a scene would be made from: the approved one, else what it shows. */
export function pictureIdOf({ approvedTakeId, pickedImageTakeId }: SceneInFilm['scene']): string | null {
  return approvedTakeId ?? pickedImageTakeId;
}

/** What would be asked for now, by the same rules as when it is; whatever the seed. */
export function presentInputs(film: SceneInFilm, picture: TakeRow | null): PresentInputs {
  return {
    image: composeImageRequest(film, 0),
    video: picture && composeVideoRequest(film, picture, 0),
  };
}

/** Whether a take is of other inputs than its scene has now; what the user brought is of none. */
export function isOutdated(take: TakeRow, present: PresentInputs): boolean {
  if (take.origin !== 'generated') return false;
  if (take.kind === 'image') return take.inputsHash !== present.image.inputsHash;
  // What a clip ends with is no input of its scene: it was said for that clip alone, and stays as it was.
  const [, lastSha256] = take.referenceSha256s;
  return present.video === null || take.inputsHash !== hashOfClip(present.video.request, lastSha256);
}
