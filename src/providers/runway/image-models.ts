import type { ModelDescriptor, Price, Sizes } from '../provider.ts';

/*
 * Pictures: ratios and references are of npm @runwayml/sdk 4.20.1 (2026-09-23, test/specs/runway.schema.json). Credits
 * are told by the task itself; a price is here only where one was read.
 */

const input = (promptMax: number | undefined, maxReferences: number): NonNullable<ModelDescriptor['input']> => ({
  ...(promptMax === undefined ? {} : { promptMax }),
  promptRequired: true,
  maxReferences,
  imageMaxBytes: 3.7e6,
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
});

/** By ratio, which is told as `width:height`; the square of a model is its own. */
function sizes(portrait: string, landscape: string, square: string): Sizes {
  const size = (ratio: string): Sizes['square'] => {
    const [width = 0, height = 0] = ratio.split(':').map(Number);
    return { fields: { ratio }, width, height };
  };
  return { portrait: size(portrait), landscape: size(landscape), square: size(square) };
}

const price = (microUsd: number, asOf: string, source: string): Price => ({ unit: 'image', microUsd, asOf, source });

const gen4Sizes = sizes('1080:1920', '1920:1080', '1080:1080');
const gptSizes = sizes('1088:1920', '1920:1088', '1920:1920');
const geminiSizes = sizes('768:1344', '1344:768', '1024:1024');

/** Without a reference picture they are refused. */
export const needsReference: readonly string[] = ['gen4_image_turbo'];

/** What Runway draws with. */
export const imageModels: readonly ModelDescriptor[] = [
  {
    id: 'gen4_image',
    name: 'Runway Gen-4 Image',
    description: 'Runway’s own, with up to three reference pictures.',
    role: 'image',
    sizes: gen4Sizes,
    input: input(1000, 3),
    negativePrompt: 'prompt',
    seed: true,
    prices: [price(80_000, '2025-08-16', '8 credits at 1080p, as github.com/czero-cc/SCAPO has it')],
  },
  {
    id: 'gen4_image_turbo',
    name: 'Runway Gen-4 Image Turbo',
    description: 'Faster; needs one to three reference pictures.',
    role: 'image',
    sizes: gen4Sizes,
    input: input(1000, 3),
    negativePrompt: 'prompt',
    seed: true,
    prices: [],
  },
  {
    id: 'gpt_image_2_5_flare',
    name: 'GPT Image 2.5 Flare at Runway',
    description: 'Follows long prompts, and draws words.',
    role: 'image',
    sizes: gptSizes,
    input: input(32_000, 16),
    negativePrompt: 'prompt',
    prices: [],
  },
  {
    id: 'gpt_image_2_5_sunburst',
    name: 'GPT Image 2.5 Sunburst at Runway',
    description: 'The larger of the two.',
    role: 'image',
    sizes: gptSizes,
    input: input(32_000, 16),
    negativePrompt: 'prompt',
    prices: [],
  },
  {
    id: 'gemini_image3.1_flash',
    name: 'Gemini 3.1 Flash Image at Runway',
    description: 'Quick, with up to fourteen reference pictures.',
    role: 'image',
    sizes: geminiSizes,
    input: input(undefined, 14),
    negativePrompt: 'prompt',
    prices: [],
  },
  {
    id: 'gemini_image3_pro',
    name: 'Gemini 3 Pro Image at Runway',
    description: 'The careful one, with up to fourteen reference pictures.',
    role: 'image',
    sizes: geminiSizes,
    input: input(undefined, 14),
    negativePrompt: 'prompt',
    prices: [],
  },
  {
    id: 'muse_image',
    name: 'Muse Image at Runway',
    description: 'Cheap; with references it edits and combines them.',
    role: 'image',
    sizes: sizes('1152:2016', '2016:1152', '1600:1600'),
    input: input(undefined, 10),
    negativePrompt: 'prompt',
    prices: [price(10_000, '2026-09-23', '1 credit, npm @runwayml/sdk 4.20.1, TextToImageCreateParams.MuseImage')],
  },
  {
    id: 'seedream5_pro',
    name: 'Seedream 5 Pro at Runway',
    description: 'Fuses several references; 1.5 times the pixels of a screen.',
    role: 'image',
    sizes: sizes('1530:2720', '2720:1530', '2048:2048'),
    input: input(4000, 10),
    negativePrompt: 'prompt',
    prices: [],
  },
];
