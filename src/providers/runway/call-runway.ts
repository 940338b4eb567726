import { z } from 'zod';
import { callVendor, kindOfStatus, type Refusal, type VendorAnswer, type VendorCall } from '../call-vendor.ts';
import type { ProviderContext } from '../provider.ts';

/** The version of its API that all this is written for; Runway wants it named with every call. */
const VERSION = '2024-11-06';

/** One call to Runway, with the key and the version it asks for. */
export function callRunway(call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  return callVendor(
    { id: 'runway', refusal },
    {
      ...call,
      headers: { authorization: `Bearer ${context.apiKey ?? ''}`, 'x-runway-version': VERSION, ...call.headers },
    },
    context,
  );
}

// FACTS section 4 [DOC errors]: `issues` names the fields that are wrong.
const Refused = z.looseObject({
  error: z.string().catch(''),
  issues: z.array(z.looseObject({ message: z.string(), path: z.array(z.unknown()).catch([]) })).catch([]),
});

function refusal({ status, json, text }: VendorAnswer): Refusal {
  const read = Refused.safeParse(json);
  const { error, issues } = read.success ? read.data : { error: '', issues: [] };
  const issue = issues[0];
  const where = issue?.path.join('.') ?? '';
  const detail = issue ? `${where === '' ? '' : `${where}: `}${issue.message}` : '';
  const said = [error, detail].filter((part) => part !== '').join(' ');
  const message = said || text.trim() || `Runway answered ${status}`;
  return { kind: kindOf(status, message), message };
}

/** There is no limit a minute at Runway: a 429 that speaks of days, money or a month is a cap, the others pass. */
function kindOf(status: number, message: string): Refusal['kind'] {
  if (status === 429 && /\b(daily|day|month|monthly|spend|credits?)\b/i.test(message)) return 'quota';
  if (status === 400 && /\bcredits?\b/i.test(message)) return 'quota'; // [K]: it has no 402 for an empty account
  if (status === 400 && /\b(moderation|safety)\b/i.test(message)) return 'moderated';
  return kindOfStatus(status);
}
