import type { ModelDescriptor, Price, SizeFields, Sizes } from '../provider.ts';

/*
 * Clips: ratios, fields and which of them must be there are of npm @runwayml/sdk 4.20.1 (2026-09-23,
 * test/specs/runway.schema.json); lengths, prompt limits and credits as FACTS section 4 has them. A credit is $0.01.
 */

const PRICES_SEEN = 'docs.dev.runwayml.com/guides/pricing, as others transcribed it';

const perSecond = (credits: number, asOf = '2026-08-12', source = PRICES_SEEN): readonly Price[] => [
  { unit: 'second', microUsd: credits * 10_000, asOf, source },
];

const input = (more: NonNullable<ModelDescriptor['input']> = {}): NonNullable<ModelDescriptor['input']> => ({
  promptMax: 1000,
  imageMaxBytes: 3.7e6,
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
  ...more,
});

/** By ratio, which is told as `width:height`. */
function ratio(told: string): SizeFields {
  const [width = 0, height = 0] = told.split(':').map(Number);
  return { fields: { ratio: told }, width, height };
}

const gen4Sizes: Sizes = {
  portrait: ratio('720:1280'),
  landscape: ratio('1280:720'),
  square: ratio('960:960'),
};

const withoutSquare: Sizes = {
  portrait: ratio('720:1280'),
  landscape: ratio('1280:720'),
  square: { ...ratio('720:1280'), isNearest: true },
};

/** Of the shape of its picture; only how fine it is can be told. */
const asPicture = (fields: SizeFields['fields']): Sizes => ({
  portrait: { fields },
  landscape: { fields },
  square: { fields },
});

// The schema takes any number. Whole seconds from 5 to 10 are what these models make anywhere they are served [K].
const unsaid = { minS: 5, maxS: 10, stepS: 1 } as const;

/** What a model is sent besides: sound costs more where it can be had, and the film has its own. */
export const fixedFields: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  'veo3.1': { audio: false },
  'veo3.1_fast': { audio: false },
  seedance2: { audio: false },
  seedance2_fast: { audio: false },
  seedance2_mini: { audio: false },
  seedance2_5: { audio: false },
  wan3: { audio: false },
  wan3_prime: { audio: false },
};

/** What Runway films with; the first is the default. */
export const videoModels: readonly ModelDescriptor[] = [
  {
    id: 'gen4_turbo',
    name: 'Runway Gen-4 Turbo',
    description: 'Quick and cheap; a clip of a picture, portrait, landscape or square.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 2, maxS: 10, stepS: 1 },
    input: input(),
    negativePrompt: 'none',
    seed: true,
    prices: perSecond(5),
  },
  {
    id: 'gen4.5',
    name: 'Runway Gen-4.5',
    description: 'Runway’s best; needs words for what moves.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 2, maxS: 10, stepS: 1 },
    input: input({ promptRequired: true }),
    negativePrompt: 'none',
    seed: true,
    prices: perSecond(12),
  },
  {
    id: 'veo3.1',
    name: 'Veo 3.1 at Runway',
    description: 'Google’s, from a first picture to a last one; asked for without its sound.',
    role: 'video',
    sizes: withoutSquare,
    durations: { listS: [4, 6, 8] },
    input: input({ lastFrame: true }),
    negativePrompt: 'field',
    seed: true,
    prices: perSecond(20),
  },
  {
    id: 'veo3.1_fast',
    name: 'Veo 3.1 Fast at Runway',
    description: 'Google’s quicker one, from a first picture to a last one; asked for without its sound.',
    role: 'video',
    sizes: withoutSquare,
    durations: { listS: [4, 6, 8] },
    input: input({ lastFrame: true }),
    negativePrompt: 'field',
    seed: true,
    prices: perSecond(10),
  },
  {
    id: 'seedance2',
    name: 'Seedance 2 at Runway',
    description: 'ByteDance’s, from a first picture to a last one; asked for without its sound.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 4, maxS: 15, stepS: 1 }, // [K]
    input: input({ promptMax: 3500, lastFrame: true }),
    negativePrompt: 'none',
    seed: true,
    prices: perSecond(36, '2026-04-01', 'about 36 credits, as others saw it in April 2026'),
  },
  {
    id: 'seedance2_fast',
    name: 'Seedance 2 Fast at Runway',
    description: 'The quicker Seedance 2.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 4, maxS: 15, stepS: 1 }, // [K]
    input: input({ promptMax: 3500, lastFrame: true }),
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'seedance2_mini',
    name: 'Seedance 2 Mini at Runway',
    description: 'The smallest Seedance 2.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 4, maxS: 15, stepS: 1 }, // [K]
    input: input({ promptMax: 3500, lastFrame: true }),
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'seedance2_5',
    name: 'Seedance 2.5 at Runway',
    description: 'ByteDance’s newest; takes long prompts. Asked for without its sound.',
    role: 'video',
    sizes: gen4Sizes,
    durations: { minS: 4, maxS: 15, stepS: 1 }, // [K]; four seconds are above the least it charges, 80 credits
    input: input({ promptMax: 15_000, lastFrame: true }),
    negativePrompt: 'none',
    seed: true,
    prices: perSecond(
      30,
      '2026-09-12',
      '30 credits at 720p, docs.dev.runwayml.com/guides/pricing, as others transcribed it',
    ),
  },
  {
    id: 'gemini_omni_flash',
    name: 'Gemini Omni Flash at Runway',
    description: 'Google’s, with sound of its own.',
    role: 'video',
    sizes: withoutSquare,
    durations: { minS: 3, maxS: 10, stepS: 1 },
    input: input(),
    negativePrompt: 'none',
    audio: true,
    prices: [],
  },
  {
    id: 'gemini_omni_flash_1.1',
    name: 'Gemini Omni Flash 1.1 at Runway',
    description: 'Google’s, from a first picture to a last one, with sound of its own.',
    role: 'video',
    sizes: withoutSquare,
    durations: { minS: 3, maxS: 10, stepS: 1 },
    input: input({ promptRequired: true, lastFrame: true }),
    negativePrompt: 'none',
    audio: true,
    prices: [],
  },
  {
    id: 'wan3',
    name: 'Wan 3 at Runway',
    description: 'Alibaba’s; the clip has the shape of its picture.',
    role: 'video',
    sizes: asPicture({ ratio: 'auto_720p' }),
    durations: unsaid,
    input: input({ promptRequired: true, lastFrame: true }),
    negativePrompt: 'none',
    prices: perSecond(10),
  },
  {
    id: 'wan3_prime',
    name: 'Wan 3 Prime at Runway',
    description: 'The larger Wan 3; the clip has the shape of its picture.',
    role: 'video',
    sizes: asPicture({ ratio: 'auto_720p' }),
    durations: unsaid,
    input: input({ promptRequired: true, lastFrame: true }),
    negativePrompt: 'none',
    prices: [],
  },
  {
    id: 'hailuo3',
    name: 'Hailuo 3 at Runway',
    description: 'MiniMax’s, from a first picture to a last one.',
    role: 'video',
    sizes: {
      portrait: { fields: { ratio: '9:16', resolution: '768p' } },
      landscape: { fields: { ratio: '16:9', resolution: '768p' } },
      square: { fields: { ratio: '1:1', resolution: '768p' } },
    },
    durations: unsaid,
    input: input({ promptRequired: true, lastFrame: true }),
    negativePrompt: 'none',
    prices: [],
  },
  {
    id: 'h3_max',
    name: 'MiniMax H3 Max at Runway',
    description: 'MiniMax’s; the clip has the shape of its picture.',
    role: 'video',
    sizes: asPicture({ resolution: '768p' }),
    durations: unsaid,
    input: input({ promptRequired: true, lastFrame: true }),
    negativePrompt: 'none',
    seed: true,
    prices: [],
  },
  {
    id: 'happyhorse_1_0',
    name: 'HappyHorse 1.0 at Runway',
    description: 'The clip has the shape of its picture.',
    role: 'video',
    sizes: asPicture({ resolution: '720p' }),
    durations: unsaid,
    input: input({ promptMax: 2500 }),
    negativePrompt: 'none',
    prices: [],
  },
  {
    id: 'grok_imagine_1_5',
    name: 'Grok Imagine 1.5 at Runway',
    description: 'xAI’s; the clip has the shape of its picture.',
    role: 'video',
    sizes: asPicture({ resolution: '720p' }),
    durations: unsaid,
    input: input(),
    negativePrompt: 'none',
    prices: [],
  },
  {
    id: 'gen3a_turbo',
    name: 'Runway Gen-3 Alpha Turbo',
    description: 'The model the documented sizes were written for.',
    role: 'video',
    // Left Runway's API with version 4.0.0 of its SDK, on 2026-06-10; the sizes are those of the documented table.
    retiredAt: Date.UTC(2026, 5, 10),
    replacedBy: 'gen4_turbo',
    sizes: { portrait: ratio('768:1280'), landscape: ratio('1280:768'), square: { fields: {} } },
    durations: { listS: [5, 10] },
    input: input({ promptRequired: true }),
    negativePrompt: 'none',
    seed: true,
    prices: perSecond(5, '2026-06-10', '5 credits until it left the API, as others have it'),
  },
];
