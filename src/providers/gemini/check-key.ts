import type { ProviderContext } from '../provider.ts';
import { addressOf, modelPath } from './address.ts';
import { callGemini } from './call-gemini.ts';
import { wordsModels } from './words-models.ts';

/** A free call that proves a key: one line of the list of models; at Vertex AI, which has no list, tokens are counted. */
export async function checkKey(context: ProviderContext): Promise<{ readonly says: string }> {
  if (!addressOf(context).isVertex) {
    await callGemini({ method: 'GET', path: '/models?pageSize=1' }, context);
    return { says: 'Google takes this key.' };
  }
  const path = modelPath(wordsModels[0]?.id ?? '', 'countTokens');
  const body = { contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] };
  await callGemini({ method: 'POST', path, body }, context);
  return { says: 'Vertex AI takes this access token, which lasts an hour.' };
}
