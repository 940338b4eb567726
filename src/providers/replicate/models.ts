import type { ModelDescriptor, Price, Sizes } from '../provider.ts';

/** What every model reads, as it is; anything else is made into a JPEG first. */
export const PICTURES = {
  imageMaxBytes: 100e6, // of a file, replicate.com/docs/topics/predictions/input-files
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
} as const satisfies ModelDescriptor['input'];

/** How all models that know no pixels are told the shape. */
export const RATIOS: Sizes = {
  portrait: { fields: { aspect_ratio: '9:16' } },
  landscape: { fields: { aspect_ratio: '16:9' } },
  square: { fields: { aspect_ratio: '1:1' } },
};

/** replicate.com/pricing as it was transcribed on that day [3P]; it does not name the other models. */
function priced(microUsd: number): readonly Price[] {
  const source = 'third party (api-evangelist/replicate), of replicate.com/pricing';
  return [{ unit: 'image', microUsd, asOf: '2026-10-07', source }];
}

/** Models that film a picture; what they take is what replicate.com/{model}/api says of their versions, read 2026-11-21. */
export const videoModels: readonly ModelDescriptor[] = [
  {
    id: 'kwaivgi/kling-v2.5-turbo-pro',
    name: 'Kling 2.5 Turbo Pro',
    description: 'Smooth, faithful clips of 5 or 10 seconds in 1080p.',
    role: 'video',
    durations: { listS: [5, 10] },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'field',
    prices: [],
  },
  {
    id: 'bytedance/seedance-1-pro',
    name: 'Seedance 1 Pro',
    description: 'Clips of 2 to 12 seconds in 1080p, repeatable by seed.',
    role: 'video',
    durations: { minS: 2, maxS: 12, stepS: 1 },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'prompt',
    seed: true,
    prices: [],
  },
];

/** Models that draw. */
export const imageModels: readonly ModelDescriptor[] = [
  {
    id: 'black-forest-labs/flux-2-pro',
    name: 'FLUX.2 Pro',
    description: 'Detailed pictures of any shape, with up to eight reference pictures.',
    role: 'image',
    sizeStep: 16,
    input: { promptRequired: true, maxReferences: 8, ...PICTURES },
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'black-forest-labs/flux-1.1-pro',
    name: 'FLUX 1.1 Pro',
    description: 'Reliable pictures at a known price, with one reference picture.',
    role: 'image',
    sizes: RATIOS,
    input: { promptRequired: true, maxReferences: 1, ...PICTURES },
    negativePrompt: 'none',
    seed: true,
    prices: priced(40_000),
  },
  {
    id: 'black-forest-labs/flux-schnell',
    name: 'FLUX.1 Schnell',
    description: 'Drafts in a second, for a third of a cent.',
    role: 'image',
    sizes: RATIOS,
    input: { promptRequired: true, maxReferences: 0 },
    negativePrompt: 'none',
    seed: true,
    prices: priced(3000),
  },
];
