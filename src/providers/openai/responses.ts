import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { ProviderError, type MediaInput } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import type { AskStructured } from '../structured/structured-ask.ts';
import { tokenCost } from '../structured/token-cost.ts';
import { authorization, kindOfCode, openaiVendor } from './openai-vendor.ts';

const vendor = openaiVendor('openai');

/** What is read of a response; output has many kinds of items beside messages, such as reasoning. */
const Response = z.object({
  status: z.string().nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z
          .array(z.object({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({ input_tokens: z.number().min(0), output_tokens: z.number().min(0) })
    .nullish()
    .catch(null), // an answer is never lost to how it was counted
});

/** One question to OpenAI's Responses API, which keeps nothing of it. */
export const askResponses: AskStructured = async (ask, context) => {
  const body = {
    model: context.model,
    instructions: ask.system,
    input: [
      {
        role: 'user',
        content: [...(await Promise.all(ask.media.map(imageOf))), { type: 'input_text', text: ask.prompt }],
      },
    ],
    text: { format: { type: 'json_schema', name: ask.name, strict: true, schema: ask.schema } },
    max_output_tokens: ask.maxOutputTokens,
    store: false,
  };
  const answer = await callVendor(
    vendor,
    { method: 'POST', path: '/responses', headers: authorization(context), body, paid: true },
    context,
  );
  const response = readAnswer(vendor, answer, Response, { paid: true });
  const { usage } = response;
  const costMicroUsd = tokenCost(
    usage && { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens },
    context.descriptor,
  );
  const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
  const fault = faultOf(response);
  if (fault) {
    // A response that was billed is not asked for again by itself, whatever it failed by.
    const kind =
      fault.kind === 'rate_limited' && costMicroUsd !== undefined && costMicroUsd > 0 ? 'permanent' : fault.kind;
    throw new ProviderError(kind, vendor.id, fault.message, { model: context.model, ...cost });
  }
  return { value: valueOf(response), ...cost };
};

async function imageOf({ path, mime }: MediaInput): Promise<object> {
  const bytes = await readFile(path);
  return { type: 'input_image', image_url: `data:${mime};base64,${bytes.toString('base64')}`, detail: 'auto' };
}

/** Why a response that was made holds no answer; null where it does. */
function faultOf({
  status,
  error,
  incomplete_details: incomplete,
  output,
}: z.infer<typeof Response>): Pick<ProviderError, 'kind' | 'message'> | null {
  const refused = output?.flatMap((item) => item.content ?? []).find((part) => part.type === 'refusal');
  if (refused) return { kind: 'moderated', message: refused.refusal ?? 'the model refuses to answer' };
  if (status === 'failed' || error) {
    const code = error?.code ?? undefined;
    const isPicture = code?.includes('image') === true;
    const kind = kindOfCode(code) ?? (isPicture ? 'invalid_input' : 'permanent');
    return { kind, message: error?.message ?? 'the model failed to answer' };
  }
  if (status === 'incomplete') {
    return incomplete?.reason === 'content_filter'
      ? { kind: 'moderated', message: 'its content filter stopped the answer' }
      : { kind: 'permanent', message: `the answer ended too early (${incomplete?.reason ?? 'no reason is given'})` };
  }
  return null;
}

/** undefined where the text is no JSON. */
function valueOf({ output }: z.infer<typeof Response>): unknown {
  const parts = output?.filter((item) => item.type === 'message').flatMap((item) => item.content ?? []) ?? [];
  const text = parts.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
