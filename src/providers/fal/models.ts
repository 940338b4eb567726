import type { ModelDescriptor } from '../provider.ts';

/** Widths and heights that FLUX takes are multiples of this; others are rounded to it there. */
const FLUX_STEP = 16;

/** What every model reads, as it is; anything else, and what is larger, is made into a smaller JPEG first. */
export const PICTURES = {
  imageMaxBytes: 7e6, // they go along in the call itself: Kling takes 10 MB [K], which are 7 before base64
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
} as const satisfies ModelDescriptor['input'];

/**
 * Models that film a picture. Lengths, last pictures and names of fields are those of the types in @fal-ai/client 1.10.1;
 * fal tells no other price than the one of FACTS section 5.
 */
export const videoModels: readonly ModelDescriptor[] = [
  {
    id: 'fal-ai/kling-video/v3/standard/image-to-video',
    name: 'Kling 3 Standard',
    description: 'Smooth, faithful clips of 3 to 15 seconds, without sound.',
    role: 'video',
    durations: { minS: 3, maxS: 15, stepS: 1 },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'field',
    prices: [{ unit: 'second', microUsd: 84_000, asOf: '2026-10-09', source: 'fal.ai, as quoted by others' }],
  },
  {
    id: 'fal-ai/kling-video/v3/pro/image-to-video',
    name: 'Kling 3 Pro',
    description: 'The same with more detail.',
    role: 'video',
    durations: { minS: 3, maxS: 15, stepS: 1 },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'field',
    prices: [],
  },
  {
    id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    name: 'Kling 2.5 Turbo Pro',
    description: 'Quick clips of 5 or 10 seconds.',
    role: 'video',
    durations: { listS: [5, 10] },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'field',
    prices: [],
  },
  {
    id: 'fal-ai/wan/v2.7/image-to-video',
    name: 'WAN 2.7',
    description: 'Clips of 2 to 15 seconds, repeatable by seed.',
    role: 'video',
    durations: { minS: 2, maxS: 15, stepS: 1 },
    input: { lastFrame: true, ...PICTURES },
    negativePrompt: 'field',
    seed: true,
    prices: [],
  },
];

/** Models that draw. */
export const imageModels: readonly ModelDescriptor[] = [
  {
    id: 'fal-ai/flux-2-pro',
    name: 'FLUX.2 Pro',
    description: 'Detailed pictures of any shape, with reference pictures.',
    role: 'image',
    sizeStep: FLUX_STEP,
    input: { promptRequired: true, maxReferences: 8, ...PICTURES },
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'fal-ai/flux-2',
    name: 'FLUX.2 Dev',
    description: 'Cheaper pictures of any shape, with up to four reference pictures.',
    role: 'image',
    sizeStep: FLUX_STEP,
    input: { promptRequired: true, maxReferences: 4, ...PICTURES },
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'fal-ai/flux/schnell',
    name: 'FLUX.1 Schnell',
    description: 'Drafts in a second.',
    role: 'image',
    sizeStep: FLUX_STEP,
    input: { promptRequired: true, maxReferences: 0 },
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
];
