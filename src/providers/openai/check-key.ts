import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import type { ModelDescriptor, ProviderContext } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { authorization, openaiVendor } from './openai-vendor.ts';

/** `shutdown_date` is YYYY-MM-DD, or null where none is announced (openai 7.55.0, models.d.ts). */
const Models = z.object({ data: z.array(z.object({ id: z.string(), shutdown_date: z.string().nullish() })) });

/** Proves a key by the list of models, which is free; says which of ours it may not use, and which are about to go. */
export function checkKey(
  id: string,
  ours: readonly ModelDescriptor[],
): (context: ProviderContext) => Promise<{ readonly says: string }> {
  return async (context) => {
    const vendor = openaiVendor(id);
    const call = { method: 'GET', path: '/models', headers: authorization(context) } as const;
    const { data } = readAnswer(vendor, await callVendor(vendor, call, context), Models);
    const current = [...new Set(ours.filter(({ retiredAt }) => retiredAt === undefined).map((model) => model.id))];
    const missing = current.filter((model) => !data.some((one) => one.id === model));
    const going = data.filter((one) => one.shutdown_date && current.includes(one.id));
    return {
      says: [
        'The key works.',
        ...going.map((model) => `${model.id} shuts down on ${model.shutdown_date ?? ''}.`),
        missing.length > 0 && missing.length < current.length ? `It may not use ${missing.join(', ')}.` : '',
        missing.length === current.length ? 'It may use none of the models listed here: name one it may.' : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    };
  };
}
