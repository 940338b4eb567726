import type { Role } from '#contract/generation.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import { estimate, type Estimate, type PricedRequest } from '#providers/estimate.ts';
import type { Db } from '#store/database/open-database.ts';
import { getMedia } from '#store/media.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import {
  StoredAnalysisRequest,
  StoredDescriptionRequest,
  StoredImageRequest,
  StoredVideoRequest,
} from '../generation/generation-request.ts';
import type { World } from '../world.ts';

/** What a generation will cost, from what is stored of it. */
export async function estimateGeneration(
  world: Pick<World, 'clock'>,
  db: Db,
  wanted: { readonly role: Role; readonly chosen: ChosenModel; readonly request: object },
): Promise<Estimate> {
  return estimateOf(world, wanted.chosen, await pricedRequest(db, wanted.role, wanted.request));
}

/** What a request costs at a chosen model. */
export function estimateOf(world: Pick<World, 'clock'>, chosen: ChosenModel, asked: PricedRequest): Estimate {
  const { provider, model, hasKey } = chosen;
  const descriptor = descriptorFor(provider, asked.role, model.id);
  return estimate(asked, { provider, modelId: model.id, descriptor, hasKey, nowMs: world.clock.nowMs() });
}

/** What decides the price of a stored request. */
export async function pricedRequest(db: Db, role: Role, request: object): Promise<PricedRequest> {
  switch (role) {
    case 'llm':
      return { role, textBytes: Buffer.byteLength(JSON.stringify(request)), pictureCount: 0 };
    case 'image': {
      const { prompt, negativePrompt, width, height, references } = StoredImageRequest.parse(request);
      const textBytes = Buffer.byteLength(prompt + negativePrompt);
      return { role, textBytes, pictureCount: references.length, frame: { width, height } };
    }
    case 'video': {
      const { prompt, negativePrompt, width, height, durationS, lastImage } = StoredVideoRequest.parse(request);
      const textBytes = Buffer.byteLength(prompt + negativePrompt);
      return { role, textBytes, pictureCount: lastImage === undefined ? 1 : 2, frame: { width, height }, durationS };
    }
    case 'vision': {
      const described = StoredDescriptionRequest.safeParse(request);
      const { prompt, media } = described.success
        ? described.data
        : { ...StoredAnalysisRequest.parse(request), media: StoredAnalysisRequest.parse(request).video };
      const textBytes = Buffer.byteLength(prompt);
      if (described.success && described.data.type === 'image') return { role, textBytes, pictureCount: 1 };
      const watchedS = (await getMedia(db, media.sha256))?.facts?.durationS ?? null;
      return { role, textBytes, pictureCount: 0, watchedS };
    }
    default:
      return role satisfies never;
  }
}
