import type { Provider } from '../provider.ts';
import { wordsFrom } from '../structured/words-from.ts';
import { checkKey } from './check-key.ts';
import { openaiModels } from './openai-models.ts';
import { OPENAI_BASE_URL } from './openai-vendor.ts';
import { askResponses } from './responses.ts';

/** OpenAI's models that write scripts and look at pictures; its picture models are the provider `dalle`. */
export const openai: Provider = {
  id: 'openai',
  label: 'OpenAI',
  description: 'Writes scenarios and style guides, and looks at pictures and videos (stills of them).',
  keyless: false,
  baseUrl: OPENAI_BASE_URL,
  limits: { concurrent: 8 }, // ours: a new account may ask far more often, and its own 429 slows it further
  check: checkKey('openai', openaiModels),
  models: openaiModels,
  ...wordsFrom({ id: 'openai', ask: askResponses, video: 'frames' }),
};
