import type { Provider } from '../provider.ts';
import { image } from './image.ts';
import { scenario } from './scenario/scenario.ts';
import { video } from './video.ts';
import { vision } from './vision/vision.ts';

/** Everything this machine can do by itself: no key, no network, nothing to pay, the same result for the same seed. */
export const local: Provider = {
  id: 'local',
  label: 'On this machine',
  description: 'Draws and films by rule on your own computer. Free, private and repeatable.',
  keyless: true,
  drawsHere: true,
  onlyListedModels: true,
  models: [
    {
      id: 'local-director',
      name: 'Director',
      description:
        'Writes a scenario by rule from your own words; English and Turkish phrases, other languages as you wrote them.',
      role: 'llm',
      seed: true,
      prices: [],
    },
    {
      id: 'local-painter',
      name: 'Painter',
      description: 'Composes pictures in the palette of the style guide, or around your own photos.',
      role: 'image',
      input: { mimes: ['image/png', 'image/jpeg', 'image/webp'], maxReferences: 60 },
      negativePrompt: 'field',
      seed: true,
      prices: [],
    },
    {
      id: 'local-camera',
      name: 'Camera',
      description: 'Films a still with a smooth camera move; any length.',
      role: 'video',
      durations: { minS: 0.2, maxS: 610 },
      input: { mimes: ['image/png', 'image/jpeg', 'image/webp'] },
      negativePrompt: 'none',
      seed: true,
      prices: [],
    },
    {
      id: 'local-eye',
      name: 'Eye',
      description:
        'Measures cuts, shot lengths, colours, tempo, camera movement and sound of a video, and colours and light of a picture.',
      role: 'vision',
      input: {
        mimes: ['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/quicktime', 'video/webm'],
        video: true,
      },
      prices: [],
    },
  ],
  scenario,
  image,
  video,
  vision,
};
