import type { Provider } from '../provider.ts';
import { wordsFrom } from '../structured/words-from.ts';
import { checkKey } from './check-key.ts';
import { claudeModels } from './claude-models.ts';
import { askMessages } from './messages.ts';

/** Anthropic's models, which write scripts and look at pictures; they draw nothing, and are shown stills of a video. */
export const claude: Provider = {
  id: 'claude',
  label: 'Claude',
  description: 'Writes scenarios and style guides, and looks at pictures and videos (stills of them).',
  keyless: false,
  baseUrl: 'https://api.anthropic.com',
  limits: { concurrent: 4 }, // ours: accounts differ, and its own 429 slows it further
  check: checkKey,
  models: claudeModels,
  ...wordsFrom({ id: 'claude', ask: askMessages, video: 'frames' }),
};
