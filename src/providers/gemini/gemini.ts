import type { Provider } from '../provider.ts';
import { wordsFrom } from '../structured/words-from.ts';
import { BASE_URL } from './address.ts';
import { askGemini } from './ask-gemini.ts';
import { GEMINI } from './call-gemini.ts';
import { checkKey } from './check-key.ts';
import { imageModels } from './image-models.ts';
import { image } from './image.ts';
import { GeminiSettings } from './gemini-settings.ts';
import { videoModels } from './video-models.ts';
import { video } from './video.ts';
import { wordsModels } from './words-models.ts';

/** Google's Gemini API: writes, looks at pictures and whole videos, draws and films; Veo by Vertex AI. */
export const gemini: Provider = {
  id: GEMINI,
  label: 'Google Gemini',
  description:
    'Writes scenarios, looks at pictures and whole videos, draws with references, and films with sound. Needs a key from Google AI Studio.',
  keyless: false,
  baseUrl: BASE_URL,
  limits: { concurrent: 4 }, // what Google allows differs by account and model; its 429 says when it is too much
  check: checkKey,
  settings: GeminiSettings,
  models: [...wordsModels, ...imageModels, ...videoModels],
  ...wordsFrom({ id: GEMINI, ask: askGemini, video: 'native', sound: true }),
  image,
  video,
};
