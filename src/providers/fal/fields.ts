import { byBeginning } from '../by-beginning.ts';

/** What a model that films a picture calls its inputs. */
export interface VideoFields {
  readonly image: string;
  /** Left out: it takes no last picture. */
  readonly lastImage?: string;
  readonly seed?: true;
  /** Sent as they are. */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
}

/** What a model that draws takes besides prompt, size and seed. */
export interface ImageFields {
  /** Added to the model's id where reference pictures go along: they are another endpoint. */
  readonly edit?: '/edit';
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
}

// By the beginnings of model ids. From the types of @fal-ai/client 1.10.1; Kling 4 from its page at fal.ai
// (models/kling/v4/image-to-video/llms.txt), read 2026-11-21.

/** Kling charges more for sound, and the price that is known is that without; the film has sound of its own. */
const SILENT = { generate_audio: false };
const KLING = { image: 'start_image_url', lastImage: 'end_image_url', fixed: SILENT } as const;

const VIDEO: Readonly<Record<string, VideoFields>> = {
  'fal-ai/kling-video/': { image: 'image_url', lastImage: 'tail_image_url' },
  'fal-ai/kling-video/v2.6/': KLING,
  'fal-ai/kling-video/v3/': KLING,
  'kling/v4/': KLING,
  'fal-ai/wan/': {
    image: 'image_url',
    lastImage: 'end_image_url',
    seed: true,
    fixed: { enable_prompt_expansion: false },
  },
};

const IMAGE: Readonly<Record<string, ImageFields>> = {
  'fal-ai/flux-2': { edit: '/edit', fixed: { output_format: 'png' } },
  'fal-ai/flux/': { fixed: { output_format: 'png' } },
};

/** Of a model that nobody here has heard of, what most of fal's call them. */
export function videoFields(modelId: string): VideoFields {
  return byBeginning(VIDEO, modelId) ?? { image: 'image_url' };
}

/** The same for a model that draws: an unknown one is handed its references, and may ignore them. */
export function imageFields(modelId: string): ImageFields {
  return byBeginning(IMAGE, modelId) ?? {};
}
