import type { ModelDescriptor, Sizes } from '../provider.ts';
import { PICTURE_INPUT } from './inline-pictures.ts';

// 720p is what the models make where nothing is said; it is said, so that it is what the estimate counts with.
const omniSizes: Sizes = {
  portrait: { fields: { aspect_ratio: '9:16', resolution: '720p' }, width: 720, height: 1280 },
  landscape: { fields: { aspect_ratio: '16:9', resolution: '720p' }, width: 1280, height: 720 },
  square: { fields: { aspect_ratio: '9:16', resolution: '720p' }, width: 720, height: 1280, isNearest: true },
};

// The picture and the last frame; what the picture was made from is not sent.
const input = { ...PICTURE_INPUT, maxReferences: 0, lastFrame: true } as const;

const omni = {
  role: 'video',
  sizes: omniSizes,
  input,
  negativePrompt: 'prompt',
  audio: true,
} as const satisfies Partial<ModelDescriptor>;

/** The default, and what is known of Omni models that are not listed. */
export const omniFlash: ModelDescriptor = {
  ...omni,
  id: 'gemini-omni-1.2-flash',
  name: 'Gemini Omni 1.2 Flash',
  description: 'Clips of 3 to 15 seconds with sound, from a picture and, if wanted, the last frame.',
  durations: { minS: 3, maxS: 15, stepS: 1 },
  prices: [], // only a reseller's percentage of it was found (2026-11-11), which is no price
};

const PRICED = { asOf: '2026-10-09', source: 'ai.google.dev/gemini-api/docs/pricing, as quoted by others' } as const; // [3P]

/** The documented mapping, to the letter; "1:1" was never taken by Veo itself. */
const veoSizes: Sizes = {
  portrait: { fields: { aspectRatio: '9:16' } },
  landscape: { fields: { aspectRatio: '16:9' } },
  square: { fields: { aspectRatio: '1:1' } },
};

/** What those that are served today take. */
const servedVeoSizes: Sizes = { ...veoSizes, square: { ...veoSizes.portrait, isNearest: true } };

/** What all Veo models have, listed or not. */
export const veo = {
  name: 'Veo',
  role: 'video',
  sizes: veoSizes,
  durations: { listS: [4, 6, 8] },
  input,
  negativePrompt: 'field',
  audio: true,
} as const satisfies Partial<ModelDescriptor>;

const PREVIEWS_ENDED = Date.UTC(2026, 9, 22); // [3P apidog 2026-11-06, quoting Google]
const VEO_3_ENDED = Date.UTC(2026, 5, 30); // ai.google.dev/gemini-api/docs/changelog, 2026-06-15
const ELSEWHERE = 'The Gemini API no longer serves it; some gateways do, by a base address of their own.';
const AT_VERTEX = 'By Vertex AI alone: an access token, and the base address of a project there.';

interface Veo {
  readonly id: string;
  readonly name: string;
  /** Left out: Vertex AI serves it. */
  readonly retiredAt?: number;
  readonly prices?: ModelDescriptor['prices'];
}

// 720p and 1080p cost the same, and neither is asked for: 720p is what is made.
const veoStandard = [{ unit: 'second', microUsd: 400_000, ...PRICED, asOf: '2026-10-07' }] as const;

const veos: readonly Veo[] = [
  { id: 'veo-3.1-generate-preview', name: 'Veo 3.1', retiredAt: PREVIEWS_ENDED, prices: veoStandard },
  { id: 'veo-3.1-fast-generate-preview', name: 'Veo 3.1 Fast', retiredAt: PREVIEWS_ENDED },
  { id: 'veo-3.1-lite-generate-preview', name: 'Veo 3.1 Lite', retiredAt: PREVIEWS_ENDED },
  { id: 'veo-3.1-generate-001', name: 'Veo 3.1 (Vertex AI)' },
  { id: 'veo-3.1-fast-generate-001', name: 'Veo 3.1 Fast (Vertex AI)' },
  { id: 'veo-3.1-lite-generate-001', name: 'Veo 3.1 Lite (Vertex AI)' },
  { id: 'veo-3.0-generate-001', name: 'Veo 3', retiredAt: VEO_3_ENDED },
  { id: 'veo-3.0-fast-generate-001', name: 'Veo 3 Fast', retiredAt: VEO_3_ENDED },
  { id: 'veo-2.0-generate-001', name: 'Veo 2', retiredAt: VEO_3_ENDED },
];

/** Models of clips, the default first. */
export const videoModels: readonly ModelDescriptor[] = [
  omniFlash,
  {
    ...omni,
    id: 'gemini-omni-1.1-flash',
    name: 'Gemini Omni 1.1 Flash',
    description: 'Clips of 3 to 10 seconds with sound, from a picture and, if wanted, the last frame.',
    durations: { minS: 3, maxS: 10, stepS: 1 },
    prices: [
      { unit: 'second', microUsd: 100_000, when: { resolution: '720p' }, ...PRICED },
      { unit: 'second', microUsd: 150_000, when: { resolution: '1080p' }, ...PRICED },
    ],
  },
  {
    ...omni,
    id: 'gemini-omni-flash-preview',
    name: 'Gemini Omni Flash (preview)',
    description: 'No longer served since 30 September 2026.',
    durations: { minS: 3, maxS: 10, stepS: 1 },
    retiredAt: Date.UTC(2026, 8, 30), // the deprecations page, as quoted by others [3P]
    replacedBy: omniFlash.id,
    prices: [],
  },
  ...veos.map((one): ModelDescriptor => {
    const isServed = one.retiredAt === undefined;
    const description = isServed ? AT_VERTEX : ELSEWHERE;
    const now = isServed ? { sizes: servedVeoSizes } : { replacedBy: omniFlash.id };
    return { ...veo, description, prices: [], ...now, ...one };
  }),
];
