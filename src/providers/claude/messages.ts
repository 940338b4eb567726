import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ProviderError, type MediaInput } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import type { AskStructured } from '../structured/structured-ask.ts';
import { tokenCost } from '../structured/token-cost.ts';
import { callClaude, claudeVendor } from './call-claude.ts';

/** What is read of an answer; there are other kinds of content, such as thinking. */
const Message = z.looseObject({
  stop_reason: z.string().nullish(),
  stop_details: z.looseObject({ explanation: z.string().nullish(), category: z.string().nullish() }).nullish(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })),
  usage: z
    .looseObject({ input_tokens: z.number().min(0), output_tokens: z.number().min(0) })
    .nullish()
    .catch(null), // an answer is never lost to how it was counted
});

/** One question to Claude: pictures before the words, and an answer held to a schema. */
export const askMessages: AskStructured = async (ask, context) => {
  const pictures = await Promise.all(ask.media.map(pictureBlock));
  const body = {
    model: context.model,
    max_tokens: ask.maxOutputTokens,
    system: ask.system,
    messages: [{ role: 'user', content: [...pictures, { type: 'text', text: ask.prompt }] }],
    output_config: { format: { type: 'json_schema', schema: ask.schema } },
  };
  const answer = await callClaude({ method: 'POST', path: '/v1/messages', body, paid: true }, context);
  const message = readAnswer(claudeVendor, answer, Message, { paid: true });
  const usage = message.usage && {
    inputTokens: message.usage.input_tokens,
    outputTokens: message.usage.output_tokens,
  };
  const costMicroUsd = tokenCost(usage, context.descriptor);
  const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
  const fault = faultOf(message);
  if (fault) throw new ProviderError(fault.kind, 'claude', fault.message, { model: context.model, ...cost });
  return { value: valueOf(message), ...cost };
};

/** Never larger than Claude looks at, nor of a kind it does not read: `words-from.ts` sees to that. */
async function pictureBlock({ path, mime }: MediaInput): Promise<object> {
  return { type: 'image', source: { type: 'base64', media_type: mime, data: await readFile(path, 'base64') } };
}

/** Why there is no whole answer; null where there is. */
function faultOf({
  stop_reason: reason,
  stop_details: details,
}: z.infer<typeof Message>): Pick<ProviderError, 'kind' | 'message'> | null {
  if (reason === 'refusal') {
    const why = details?.explanation ?? details?.category;
    return { kind: 'moderated', message: why ? `the model refuses to answer: ${why}` : 'the model refuses to answer' };
  }
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') {
    return { kind: 'permanent', message: `the answer ended too early (${reason})` };
  }
  return null;
}

/** undefined where the text is no JSON. */
function valueOf({ content }: z.infer<typeof Message>): unknown {
  const text = content.map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
