import type { PricedRequest } from '#providers/estimate.ts';
import { composeImageRequest, type SceneInFilm } from '../generation/compose-image-request.ts';
import { clipBeforePicture } from '../generation/compose-video-request.ts';

/** What decides the price of a picture or clip of a scene, also of a clip that there is no picture for yet. */
export function pricedTake(film: SceneInFilm, role: 'image' | 'video'): PricedRequest {
  if (role === 'video') {
    const { durationS, ...clip } = clipBeforePicture(film);
    return { role, pictureCount: 1, durationS, ...wordsAndFrame(clip) };
  }
  const { request } = composeImageRequest(film, 0);
  return { role, pictureCount: request.references.length, ...wordsAndFrame(request) };
}

function wordsAndFrame(asked: {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly width: number;
  readonly height: number;
}): Pick<PricedRequest, 'textBytes' | 'frame'> {
  const { prompt, negativePrompt, width, height } = asked;
  return { textBytes: Buffer.byteLength(prompt + negativePrompt), frame: { width, height } };
}
