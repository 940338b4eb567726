import type { Provider } from '../provider.ts';
import { checkKey } from './check-key.ts';
import { dalleModels } from './dalle-models.ts';
import { drawPicture } from './draw-picture.ts';
import { OPENAI_BASE_URL } from './openai-vendor.ts';

/** OpenAI's models that draw, under the name clients have known them by since DALL·E. */
export const dalle: Provider = {
  id: 'dalle',
  label: 'OpenAI images',
  description: 'Draws pictures from words, and from up to 16 pictures of your own.',
  keyless: false,
  vendor: 'openai',
  baseUrl: OPENAI_BASE_URL,
  limits: { concurrent: 4 }, // ours: a new account may draw five pictures a minute, by common experience [K]
  check: checkKey('dalle', dalleModels),
  models: dalleModels,
  image: drawPicture,
};
