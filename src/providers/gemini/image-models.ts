import type { ModelDescriptor } from '../provider.ts';
import { PICTURE_INPUT } from './inline-pictures.ts';

/*
 * None has `sizes`: a Gemini picture model is told the shape of the frame by its prompt, as documented; `gemini-settings.ts` has
 * the other way. Pictures are 1K where nothing is said.
 */
const common = {
  role: 'image',
  input: PICTURE_INPUT,
  negativePrompt: 'prompt',
} as const satisfies Partial<ModelDescriptor>;

const PREVIEWS_ENDED = Date.UTC(2026, 5, 25); // ai.google.dev/gemini-api/docs/deprecations
const QUOTED = 'ai.google.dev/gemini-api/docs/pricing, as quoted by others'; // [3P]

/** Models of pictures, the default first. */
export const imageModels: readonly ModelDescriptor[] = [
  {
    ...common,
    id: 'gemini-nano-banana-2.1',
    name: 'Nano Banana 2.1',
    description: "Google's picture model since October 2026: keeps to what reference pictures show.",
    prices: [
      { unit: 'image', microUsd: 33_600, asOf: '2026-10-09', source: QUOTED },
      { unit: 'mtok_in', microUsd: 1_500_000, asOf: '2026-10-09', source: QUOTED },
      { unit: 'mtok_out', microUsd: 7_500_000, asOf: '2026-10-09', source: QUOTED }, // what it thinks before it draws
      { unit: 'mtok_out', microUsd: 30_000_000, when: { output: 'image' }, asOf: '2026-10-09', source: QUOTED },
    ],
  },
  {
    ...common,
    id: 'gemini-3-pro-image',
    name: 'Nano Banana Pro',
    description: 'Slower and dearer; good at writing in pictures.',
    prices: [{ unit: 'image', microUsd: 134_000, asOf: '2026-10-09', source: QUOTED }],
  },
  {
    ...common,
    id: 'gemini-3.1-flash-lite-image',
    name: 'Nano Banana 2 Lite',
    description: 'The quick one.',
    prices: [], // third parties differ
  },
  {
    ...common,
    id: 'gemini-3.1-flash-image',
    name: 'Nano Banana 2',
    description: 'No longer served by the Gemini API since 29 October 2026.',
    retiredAt: Date.UTC(2026, 9, 29), // [3P]; Google's changelog of 2026-10-06 says deprecated, and names no day
    replacedBy: 'gemini-nano-banana-2.1',
    prices: [{ unit: 'image', microUsd: 67_000, asOf: '2026-10-09', source: QUOTED }],
  },
  {
    ...common,
    id: 'gemini-3.1-flash-image-preview',
    name: 'Nano Banana 2 (preview)',
    description: 'No longer served since 25 June 2026.',
    retiredAt: PREVIEWS_ENDED,
    replacedBy: 'gemini-nano-banana-2.1',
    prices: [],
  },
  {
    ...common,
    id: 'gemini-3-pro-image-preview',
    name: 'Nano Banana Pro (preview)',
    description: 'No longer served since 25 June 2026.',
    retiredAt: PREVIEWS_ENDED,
    replacedBy: 'gemini-3-pro-image',
    prices: [],
  },
  {
    ...common,
    id: 'gemini-2.5-flash-image',
    name: 'Nano Banana',
    description: 'No longer served since 2 October 2026.',
    retiredAt: Date.UTC(2026, 9, 2), // ai.google.dev/gemini-api/docs/deprecations
    replacedBy: 'gemini-nano-banana-2.1',
    prices: [],
  },
];
