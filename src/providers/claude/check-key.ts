import { z } from 'zod';
import type { ProviderContext } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { callClaude, claudeVendor } from './call-claude.ts';
import { claudeModels } from './claude-models.ts';

const Models = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      display_name: z.string().nullish(),
      lifecycle: z.string().nullish(),
      retires_at: z.string().nullish(),
    }),
  ),
});

const current = new Set(claudeModels.filter(({ retiredAt }) => retiredAt === undefined).map(({ id }) => id));

/** Proves a key by the list of models, which is free; says which of ours it may not use, and which are about to go. */
export async function checkKey(context: ProviderContext): Promise<{ readonly says: string }> {
  const answer = await callClaude({ method: 'GET', path: '/v1/models?limit=1000' }, context);
  const { data } = readAnswer(claudeVendor, answer, Models);
  const missing = [...current].filter((model) => !data.some(({ id }) => id === model));
  const going = data.filter(({ id, retires_at: at }) => at && current.has(id));
  const all = missing.length === current.size;
  return {
    says: [
      'The key works.',
      ...going.map(({ id, retires_at: at }) => `${id} ends on ${(at ?? '').slice(0, 10)}.`),
      ...(all ? ['It may use none of the models listed here: name one it may.'] : []),
      ...(missing.length > 0 && !all ? [`It may not use ${missing.join(', ')}.`] : []),
    ].join(' '),
  };
}
