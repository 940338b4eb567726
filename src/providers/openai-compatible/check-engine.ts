import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { authorization } from '../openai/openai-vendor.ts';
import type { ProviderContext } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { compatibleVendor } from './compatible-vendor.ts';

/** Ollama says `library` for the owner of its models (its docs/api/openai-compatibility.mdx). */
const Models = z.object({ data: z.array(z.object({ id: z.string(), owned_by: z.string().nullish() })).nullish() });

const MOST_NAMED = 12;

/** Proves that an engine is there by the list of its models, and names them. */
export async function checkEngine(context: ProviderContext): Promise<{ readonly says: string }> {
  const vendor = compatibleVendor();
  const call = { method: 'GET', path: '/models', headers: authorization(context) } as const;
  const models = readAnswer(vendor, await callVendor(vendor, call, context), Models).data ?? [];
  if (models.length === 0) return { says: 'The engine answers, and has no models yet: load one.' };
  const named = models.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = models.length > MOST_NAMED ? ` and ${String(models.length - MOST_NAMED)} more` : '';
  const isOllama = models.some((model) => model.owned_by === 'library');
  const advice = isOllama
    ? ' Ollama cuts what is longer than its context without a word: give it 16384 tokens or more (OLLAMA_CONTEXT_LENGTH).'
    : '';
  return { says: `The engine answers. It has ${named.join(', ')}${more}.${advice}` };
}
