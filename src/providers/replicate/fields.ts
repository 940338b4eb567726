import { byBeginning } from '../by-beginning.ts';

type Fixed = Readonly<Record<string, string | number | boolean>>;

/** What a model that films a picture calls its inputs; a name left out is an input it has not. */
export interface VideoFields {
  readonly image: string;
  readonly lastImage?: string;
  readonly negative?: string;
  readonly seed?: true;
  /** Sent as they are. */
  readonly fixed?: Fixed;
}

/** What a model that draws takes besides its prompt. */
export interface ImageFields {
  /** True where it is told pixels; else it is told a ratio. */
  readonly isAnySize?: true;
  readonly seed?: true;
  readonly references?: { readonly name: string; readonly isList: boolean };
  readonly fixed?: Fixed;
}

// By the beginnings of model names; from replicate.com/{model}/api, read 2026-11-21.

const VIDEO: Readonly<Record<string, VideoFields>> = {
  'kwaivgi/': { image: 'start_image', lastImage: 'end_image', negative: 'negative_prompt' },
  'bytedance/seedance': { image: 'image', lastImage: 'last_frame_image', seed: true, fixed: { resolution: '1080p' } },
};

const PNG = { output_format: 'png' };
const IMAGE: Readonly<Record<string, ImageFields>> = {
  'black-forest-labs/flux': { seed: true, fixed: PNG },
  'black-forest-labs/flux-1.1-pro': { seed: true, references: { name: 'image_prompt', isList: false }, fixed: PNG },
  'black-forest-labs/flux-2': {
    isAnySize: true,
    seed: true,
    references: { name: 'input_images', isList: true },
    fixed: { aspect_ratio: 'custom', ...PNG },
  },
};

/** Of a model that nobody here has heard of, what most call them. */
export function videoFields(model: string): VideoFields {
  return byBeginning(VIDEO, model) ?? { image: 'image' };
}

/** The same for a model that draws. */
export function imageFields(model: string): ImageFields {
  return byBeginning(IMAGE, model) ?? {};
}
