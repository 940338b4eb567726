import type { ModelHeaders } from '#contract/operations/parts.ts';
import type { ModelChoices } from '#studio/generation/choose-model.ts';

/** What the headers of a request say of the engine for each role. */
export function modelChoices(headers: ModelHeaders): ModelChoices {
  const modelId = headers['x-model-id'];
  const apiKey = headers['x-api-key'];
  return {
    llm: { providerId: headers['x-llm-provider'], modelId, apiKey },
    vision: { providerId: headers['x-vision-provider'], modelId, apiKey },
    image: {
      providerId: headers['x-image-provider'],
      modelId: headers['x-image-model-id'],
      sharedModelId: modelId,
      apiKey: headers['x-image-api-key'] ?? apiKey,
    },
    video: {
      providerId: headers['x-video-provider'],
      modelId: headers['x-video-model-id'],
      sharedModelId: modelId,
      apiKey: headers['x-video-api-key'] ?? apiKey,
    },
  };
}
