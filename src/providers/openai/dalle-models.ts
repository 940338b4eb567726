import type { ModelDescriptor, Price, Sizes } from '../provider.ts';

const sized = (portrait: string, landscape: string, square: string): Sizes => ({
  portrait: sizeOf(portrait),
  landscape: sizeOf(landscape),
  square: sizeOf(square),
});

function sizeOf(size: string): Sizes['square'] {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { fields: { size }, width, height };
}

// The documented table, made for DALL·E 3. gpt-image-2 and 2.5 take any sides that 16 divides, these three among them
// (openai 7.55.0, images.d.ts, `size`).
const documented = sized('1024x1792', '1792x1024', '1024x1024');

// What every model before them takes. 2.6 is not among those the same place calls free in size, so that it is sent these too.
const standard = sized('1024x1536', '1536x1024', '1024x1024');

/*
 * What is billed are tokens: $5 a million of text in, $8 of pictures in, $30 of pictures out (OpenAI's page of
 * gpt-image-2.6-sunburst, which says the same of 2.5). How many a picture has is known only afterwards; what it comes to
 * at medium quality is what resellers ask. FACTS section 1.
 */
const tokenPriced: readonly Price[] = [
  {
    unit: 'image',
    microUsd: 70_000,
    asOf: '2026-11-20',
    source: 'resellers, for a portrait picture of medium quality',
  },
  ...(
    [
      ['mtok_in', 5, { input: 'text' }],
      ['mtok_in', 8, { input: 'image' }],
      ['mtok_out', 30, undefined],
    ] as const
  ).map(([unit, dollars, when]) => ({
    unit,
    microUsd: dollars * 1e6,
    ...(when && { when }),
    asOf: '2026-11-20',
    source: 'developers.openai.com/api/docs/models/gpt-image-2.6-sunburst',
  })),
];

// Of images/edits, for all GPT image models (OpenAI's OpenAPI of 2026-08-21).
const input = {
  promptMax: 32_000,
  promptRequired: true,
  maxReferences: 16,
  imageMaxBytes: 50e6,
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
} as const;

const gptImage = { role: 'image', negativePrompt: 'prompt', input } as const;
const replacedBy = 'gpt-image-2.5-flare';

/** The models of OpenAI that draw; the first is asked where none is named. Retired ones may live on behind a gateway. */
export const dalleModels: readonly ModelDescriptor[] = [
  {
    ...gptImage,
    id: 'gpt-image-2.5-flare',
    name: 'GPT Image 2.5 Flare',
    description: 'Quick pictures from words and up to 16 references.',
    sizes: documented,
    prices: tokenPriced,
  },
  {
    ...gptImage,
    id: 'gpt-image-2.5-sunburst',
    name: 'GPT Image 2.5 Sunburst',
    description: 'Slower and finer than Flare.',
    sizes: documented,
    prices: tokenPriced,
  },
  {
    ...gptImage,
    id: 'gpt-image-2.6-flare',
    name: 'GPT Image 2.6 Flare',
    description: 'The newest quick one; in the three standard sizes.',
    sizes: standard,
    prices: tokenPriced,
  },
  {
    ...gptImage,
    id: 'gpt-image-2.6-sunburst',
    name: 'GPT Image 2.6 Sunburst',
    description: 'The newest fine one; in the three standard sizes.',
    sizes: standard,
    prices: tokenPriced,
  },
  {
    ...gptImage,
    id: 'gpt-image-2',
    name: 'GPT Image 2',
    description: 'Of April 2026.',
    sizes: documented,
    prices: [],
  },
  {
    ...gptImage,
    id: 'gpt-image-1.5',
    name: 'GPT Image 1.5',
    description: 'In the three standard sizes.',
    sizes: standard,
    prices: [],
  },
  {
    ...gptImage,
    id: 'gpt-image-1-mini',
    name: 'GPT Image 1 Mini',
    description: 'Small and cheap; in the three standard sizes.',
    sizes: standard,
    prices: [],
  },
  {
    ...gptImage,
    id: 'chatgpt-image-latest',
    name: 'ChatGPT Image',
    description: 'Whatever ChatGPT draws with; in the three standard sizes.',
    sizes: standard,
    prices: [],
  },
  {
    ...gptImage,
    id: 'gpt-image-1',
    name: 'GPT Image 1',
    description: 'Shut down in October 2026.',
    sizes: standard,
    retiredAt: Date.UTC(2026, 9, 23), // openai 7.55.0, images.d.ts
    replacedBy,
    prices: [],
  },
  {
    id: 'dall-e-3',
    name: 'DALL·E 3',
    description: 'Removed in May 2026; without references.',
    role: 'image',
    negativePrompt: 'prompt',
    sizes: documented,
    input: { promptMax: 4000, promptRequired: true, maxReferences: 0 }, // OpenAI's OpenAPI of 2026-08-21
    retiredAt: Date.UTC(2026, 4, 12), // openai 7.55.0, images.d.ts
    replacedBy,
    prices: [],
  },
];
