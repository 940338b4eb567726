import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { authorization } from '../openai/openai-vendor.ts';
import { ProviderError, type MediaInput } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import type { AskStructured, StructuredAsk } from '../structured/structured-ask.ts';
import { tokenCost } from '../structured/token-cost.ts';
import { compatibleSettings } from './compatible-settings.ts';
import { compatibleVendor } from './compatible-vendor.ts';
import { extractJson } from './extract-json.ts';

/** How an engine is held to JSON, from the tightest. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;
type Format = (typeof FORMATS)[number];

type Message = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string | readonly object[] };
type Context = Parameters<AskStructured>[1];

/**
 * One question by Chat Completions, which every engine speaks.
 *
 * Asked again only where the engine knows no such format (it has made nothing then), and, where nothing is paid, once more with
 * what is wrong with the answer.
 */
export const askChat: AskStructured = async (ask, context) => {
  const { structure } = compatibleSettings(context.settings);
  const formats: readonly Format[] = structure === 'auto' ? FORMATS : [structure];
  const look = await Promise.all(ask.media.map(imageOf));
  for (const [place, format] of formats.entries()) {
    const messages = messagesOf(ask, look, format);
    try {
      const reply = await complete(ask, messages, format, context);
      const fault = ask.faultOf(reply.value);
      if (fault === null || context.apiKey !== undefined) return reply;
      return await complete(ask, [...messages, ...afterFault(reply.text, fault)], format, context);
    } catch (error) {
      if (place === formats.length - 1 || !isUnknownFormat(error, context)) throw error;
    }
  }
  throw new ProviderError('permanent', compatibleVendor().id, 'it knows no format that can be asked for');
};

/** Pictures go in the request: Ollama fetches no addresses. */
async function imageOf({ path, mime }: MediaInput): Promise<object> {
  const bytes = await readFile(path);
  return { type: 'image_url', image_url: { url: `data:${mime};base64,${bytes.toString('base64')}` } };
}

/** A question of words alone goes as plain text, since not every engine takes parts. */
function messagesOf({ system, prompt, schema }: StructuredAsk, look: readonly object[], format: Format): Message[] {
  const told = `${prompt}\n\nAnswer with one JSON object of this JSON Schema, and nothing else:\n${JSON.stringify(schema)}`;
  const text = format === 'json_schema' ? prompt : told;
  return [
    { role: 'system', content: system },
    { role: 'user', content: look.length === 0 ? text : [...look, { type: 'text', text }] },
  ];
}

function afterFault(said: string, fault: string): Message[] {
  const again = `That cannot be used:\n${fault}\n\nAnswer again, with the whole corrected JSON object and nothing else.`;
  return [
    { role: 'assistant', content: said },
    { role: 'user', content: again },
  ];
}

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          // Models that think say it in parts at some vendors (Mistral) [K]; thoughts have no `text`.
          content: z.union([z.string(), z.array(z.object({ text: z.string().nullish() }))]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  // Engines leave parts of it out, or count -1: an answer is never lost to that.
  usage: z
    .object({ prompt_tokens: z.number().min(0), completion_tokens: z.number().min(0) })
    .nullish()
    .catch(null),
});

interface Reply {
  readonly text: string;
  readonly value: unknown;
  readonly costMicroUsd?: number;
}

async function complete(
  ask: StructuredAsk,
  messages: readonly Message[],
  format: Format,
  context: Context,
): Promise<Reply> {
  const { model, apiKey, descriptor } = context;
  const vendor = compatibleVendor(model);
  const body = {
    model,
    messages,
    // A bound on what is paid; where nothing is, engines refuse more than what their context has left.
    ...(apiKey === undefined ? {} : { max_tokens: ask.maxOutputTokens }),
    ...responseFormat(ask, format),
  };
  const call = {
    method: 'POST',
    path: '/chat/completions',
    headers: authorization(context),
    body,
    paid: true,
  } as const;
  const told = readAnswer(vendor, await callVendor(vendor, call, context), Completion, { paid: true });
  const { usage } = told;
  const tokens = usage && { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  const costMicroUsd = tokenCost(tokens, descriptor);
  const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
  const [choice] = told.choices;
  const fail = (kind: 'moderated' | 'permanent', message: string): ProviderError =>
    new ProviderError(kind, vendor.id, message, { model, ...cost });
  if (choice?.message.refusal) throw fail('moderated', choice.message.refusal);
  if (choice?.finish_reason === 'content_filter') throw fail('moderated', 'its content filter stopped the answer');
  const { content } = choice?.message ?? {};
  const text = typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
  const value = extractJson(text);
  if (choice?.finish_reason === 'length' && value === undefined)
    throw fail('permanent', 'the answer ended too early: give the engine a longer context, or ask for fewer scenes');
  return { text, value, ...cost };
}

function responseFormat({ name, schema }: StructuredAsk, format: Format): object {
  if (format === 'text') return {};
  if (format === 'json_object') return { response_format: { type: format } };
  return { response_format: { type: format, json_schema: { name, strict: true, schema } } };
}

/**
 * Whether an engine said that it knows no such format: LM Studio "'response_format.type' must be 'json_schema' or 'text'",
 * DeepSeek "This response_format type is unavailable now"; forks of llama.cpp say so with a 500, which is taken for it only
 * where nothing is paid.
 */
function isUnknownFormat(error: unknown, { apiKey }: Context): boolean {
  if (!(error instanceof ProviderError)) return false;
  const { http } = error.facts;
  const isRefusal = http === 400 || http === 422 || (http === 500 && apiKey === undefined);
  return isRefusal && /response_format|json_schema|json_object|structured output|grammar/i.test(error.message);
}
