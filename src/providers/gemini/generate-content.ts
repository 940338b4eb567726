import { z } from 'zod';
import { ProviderError, type ProviderContext } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import type { TokenUsage } from '../structured/token-cost.ts';
import { modelPath } from './address.ts';
import { callGemini, GEMINI, vendor } from './call-gemini.ts';
import { REFUSING_FINISHES } from './moderation.ts';

/** A piece of what is sent: words, or something to look at or listen to. */
export type SentPart =
  | { readonly text: string }
  | { readonly inlineData: { readonly mimeType: string; readonly data: string } }
  | { readonly fileData: { readonly mimeType: string; readonly fileUri: string } };

/** The body of `:generateContent`, as far as it is used here. */
export interface GenerateContentBody {
  readonly contents: readonly [{ readonly role: 'user'; readonly parts: readonly SentPart[] }];
  readonly systemInstruction?: { readonly parts: readonly [{ readonly text: string }] };
  readonly generationConfig: Readonly<Record<string, unknown>>;
}

const ReceivedPart = z.object({
  text: z.string().optional(),
  /** True of what the model thought by the way, pictures too. */
  thought: z.boolean().optional(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
});

const Count = z.int().min(0).optional();

const Answer = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(ReceivedPart).optional() }).optional(),
        finishReason: z.string().optional(),
        finishMessage: z.string().optional(),
      }),
    )
    .optional(),
  promptFeedback: z
    .object({ blockReason: z.string().optional(), blockReasonMessage: z.string().optional() })
    .optional(),
  usageMetadata: z
    .object({
      promptTokenCount: Count,
      candidatesTokenCount: Count,
      thoughtsTokenCount: Count,
      candidatesTokensDetails: z
        .array(z.object({ modality: z.string().optional(), tokenCount: z.int().min(0).optional() }))
        .optional(),
    })
    .optional()
    .catch(undefined), // an answer is never lost to how it was counted
});

/** What a model answered, without what it thought by the way. */
export interface GeneratedContent {
  readonly text: string;
  readonly pictures: readonly { readonly mimeType: string; readonly data: string }[];
  /** Why it ended; `STOP` is the good end. */
  readonly finishReason: string;
  readonly finishMessage: string | undefined;
  /** null where it is not told. */
  readonly usage: (TokenUsage & { readonly pictureTokens: number }) | null;
}

const MAX_ANSWER_BYTES = 64e6; // a 4K picture is about 25 MB, and a third more in base64

/**
 * The one billable call of `:generateContent`.
 *
 * @throws ProviderError `moderated` where the prompt was blocked, which costs nothing
 */
export async function generateContent(
  model: string,
  body: GenerateContentBody,
  context: ProviderContext,
): Promise<GeneratedContent> {
  const call = { method: 'POST', path: modelPath(model, 'generateContent'), body, paid: true } as const;
  const told = await callGemini({ ...call, maxBytes: MAX_ANSWER_BYTES }, context);
  const answer = readAnswer(vendor, told, Answer, { paid: true });
  const [candidate] = answer.candidates ?? [];
  const { blockReason, blockReasonMessage } = answer.promptFeedback ?? {};
  if (!candidate && blockReason !== undefined) {
    const message = blockReasonMessage ?? `the prompt was blocked: ${inWords(blockReason)}`;
    throw new ProviderError('moderated', GEMINI, message, { model, vendorCode: blockReason, costMicroUsd: 0 });
  }
  const parts = (candidate?.content?.parts ?? []).filter(({ thought }) => thought !== true);
  return {
    text: parts.map(({ text = '' }) => text).join(''),
    pictures: parts.flatMap(({ inlineData }) => inlineData ?? []),
    finishReason: candidate ? (candidate.finishReason ?? 'STOP') : 'NO_CANDIDATE',
    finishMessage: candidate?.finishMessage,
    usage: usageOf(answer.usageMetadata),
  };
}

function usageOf(usage: z.infer<typeof Answer>['usageMetadata']): GeneratedContent['usage'] {
  if (usage?.promptTokenCount === undefined) return null;
  const { promptTokenCount, candidatesTokenCount = 0, thoughtsTokenCount = 0, candidatesTokensDetails = [] } = usage;
  const ofPictures = candidatesTokensDetails.filter(({ modality }) => modality === 'IMAGE');
  return {
    inputTokens: promptTokenCount,
    outputTokens: candidatesTokenCount + thoughtsTokenCount,
    pictureTokens: ofPictures.reduce((sum, { tokenCount = 0 }) => sum + tokenCount, 0),
  };
}

/** Why there is nothing to be used: a refusal, the model's length, or what else it says. */
export function nothingToUse(
  { finishReason, finishMessage, text }: GeneratedContent,
  facts: { readonly model: string; readonly costMicroUsd?: number },
): ProviderError {
  const all = { ...facts, vendorCode: finishReason };
  if (REFUSING_FINISHES.includes(finishReason)) {
    const message = finishMessage ?? (text || `the answer was withheld: ${inWords(finishReason)}`);
    return new ProviderError('moderated', GEMINI, message, all);
  }
  const cut = finishReason === 'MAX_TOKENS' ? 'its answer was cut off, since it grew too long' : undefined;
  const message = cut ?? finishMessage ?? `its answer was empty: ${inWords(finishReason)}`;
  return new ProviderError('permanent', GEMINI, message, all);
}

function inWords(reason: string): string {
  return reason.toLowerCase().replaceAll('_', ' ');
}
