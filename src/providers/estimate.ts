import type { Role } from '#contract/generation.ts';
import { isRetired } from './is-retired.ts';
import { mapSize } from './map-size.ts';
import { priceOf } from './price-of.ts';
import type { ModelDescriptor, Provider } from './provider.ts';
import { snapDuration } from './snap-duration.ts';

/** What of a request decides its price. */
export interface PricedRequest {
  readonly role: Role;
  /** Of everything in words that goes along, in UTF-8. */
  readonly textBytes: number;
  /** Pictures that go along. */
  readonly pictureCount: number;
  /** Of the picture or clip that is asked for. */
  readonly frame?: { readonly width: number; readonly height: number };
  /** Of the clip that is asked for. */
  readonly durationS?: number;
  /** Of the video or sound to be looked at; null where nobody knows it. */
  readonly watchedS?: number | null;
}

/** Who is asked for it, and when. */
export interface PricedModel {
  readonly provider: Pick<Provider, 'keyless' | 'label'>;
  readonly modelId: string;
  /** What the catalogue says of it; left out: nothing. */
  readonly descriptor: ModelDescriptor | undefined;
  /** Whether a key goes along: without one, a provider that needs none is paid nothing. */
  readonly hasKey: boolean;
  /** Unix milliseconds: whether the model is retired by now. */
  readonly nowMs: number;
}

/** What a request costs, as far as it can be known before. */
export interface Estimate {
  /** null: nobody knows, which is not nothing. */
  readonly expectedMicroUsd: number | null;
  /** What it costs at most: this much is held against budgets. */
  readonly atMostMicroUsd: number | null;
  /** What is paid for: `6 s`, `1 image`, `up to 9000 tokens in, 16000 out`. */
  readonly units: string;
  /** What is to be known before money is spent, in sentences. */
  readonly says: readonly string[];
}

// Bounds on tokens, so that a vendor counts fewer. A token is a byte at least, and about four letters of English.
const BYTES_PER_TOKEN = 4;
const OWN_WORDS_TOKENS = { expected: 1500, atMost: 8000 }; // our questions and their schemas: 2 to 6 kB each
const PICTURE_TOKENS = { expected: 1000, atMost: 1600 }; // FACTS sections 1 and 2: 1568 px and what it is counted as [K]
const FRAMES = 24; // structured/sample-frames.ts sends as many at most
const WATCHED_TOKENS_PER_S = 300; // FACTS section 3: 258 for a frame a second, 32 for the sound [DOC]
const ANSWER_TOKENS = { expected: 2000, atMost: 16_000 }; // structured/ask-question.ts asks for no more

/** What a request costs at a model, from the catalogue alone. */
export function estimate(asked: PricedRequest, model: PricedModel): Estimate {
  const { provider, descriptor } = model;
  const name = descriptor?.name ?? model.modelId;
  const sent = whatIsSent(asked, descriptor);
  const says = [...retirement(model, name), ...sent.notes];
  if (provider.keyless && !model.hasKey) {
    return { expectedMicroUsd: 0, atMostMicroUsd: 0, units: 'free', says: [`${provider.label} is free.`, ...says] };
  }
  const cost = costOf(asked, sent, descriptor?.prices ?? [], descriptor?.maxOutputTokens);
  if (cost) return { ...cost, says };
  const unknown = `What ${name} costs is not known: the catalogue has no price for it.`;
  return { expectedMicroUsd: null, atMostMicroUsd: null, units: 'unknown', says: [unknown, ...says] };
}

interface Sent {
  readonly fields: Readonly<Record<string, string | number>>;
  readonly durationS: number | undefined;
  readonly notes: readonly string[];
}

function whatIsSent({ role, frame, durationS }: PricedRequest, descriptor: ModelDescriptor | undefined): Sent {
  const size = frame ? mapSize(descriptor, frame) : { fields: {}, notes: [] };
  if (role !== 'video' || durationS === undefined) return { ...size, durationS: undefined };
  const snappedS = snapDuration(descriptor?.durations, durationS);
  const [asked, wanted] = [inSeconds(snappedS), inSeconds(durationS)];
  const why =
    snappedS > durationS
      ? `the model makes no shorter clip, and the film trims it`
      : `the model makes no longer clip, and its last frame is held`;
  const note = asked === wanted ? [] : [`A clip of ${asked} is asked for in place of ${wanted}: ${why}.`];
  return { ...size, durationS: snappedS, notes: [...size.notes, ...note] };
}

function retirement({ descriptor, nowMs }: PricedModel, name: string): readonly string[] {
  if (!descriptor || !isRetired(descriptor, nowMs)) return [];
  const instead = descriptor.replacedBy ? `: ${descriptor.replacedBy} takes its place` : '';
  return [`${name} is retired${instead}; it is asked all the same, and may not answer.`];
}

type Cost = Pick<Estimate, 'expectedMicroUsd' | 'atMostMicroUsd' | 'units'>;

function costOf(
  asked: PricedRequest,
  sent: Sent,
  prices: ModelDescriptor['prices'],
  maxOutputTokens: number | undefined,
): Cost | null {
  const parts: Cost[] = [];
  const add = (unit: Parameters<typeof priceOf>[1], expected: number, atMost: number, units: string): boolean => {
    const price = priceOf(prices, unit, sent.fields);
    if (price === null) return false;
    const expectedMicroUsd = Math.ceil(expected * price.expectedMicroUsd);
    parts.push({ expectedMicroUsd, atMostMicroUsd: Math.ceil(atMost * price.atMostMicroUsd), units });
    return true;
  };
  const isMade = asked.role === 'image' || asked.role === 'video';
  const { durationS } = sent;
  const bySecond = durationS !== undefined && add('second', durationS, durationS, inSeconds(durationS));
  const byPiece = isMade && add('image', 1, 1, asked.role === 'video' ? '1 clip' : '1 image');
  const into = tokensIn(asked);
  const byTokensIn = into !== null && add('mtok_in', into.expected / 1e6, into.atMost / 1e6, tokens(into.atMost, 'in'));
  // Where a picture has a price of its own, its tokens are in it.
  const out = { ...ANSWER_TOKENS, ...(maxOutputTokens === undefined ? {} : { atMost: maxOutputTokens }) };
  const expectedOut = isMade ? out.atMost : Math.min(out.expected, out.atMost);
  const hasBound = !isMade || maxOutputTokens !== undefined;
  const byTokensOut =
    !bySecond &&
    !byPiece &&
    hasBound &&
    add('mtok_out', expectedOut / 1e6, out.atMost / 1e6, tokens(out.atMost, 'out'));
  const byLetters = add('kchar', asked.textBytes / 1000, asked.textBytes / 1000, `${asked.textBytes} characters`);
  const isWhole = bySecond || byPiece || byLetters || (byTokensIn && byTokensOut) || (isMade && byTokensOut);
  if (!isWhole) return null;
  const sum = (of: 'expectedMicroUsd' | 'atMostMicroUsd') => parts.reduce((all, part) => all + (part[of] ?? 0), 0);
  const units = parts.map((part) => part.units).join(', ');
  return { expectedMicroUsd: sum('expectedMicroUsd'), atMostMicroUsd: sum('atMostMicroUsd'), units };
}

/** null where the length of what is looked at, and so what it costs, is not known. */
function tokensIn({ role, textBytes, pictureCount, watchedS }: PricedRequest): typeof ANSWER_TOKENS | null {
  if (watchedS === null) return null;
  const own = role === 'llm' || role === 'vision' ? OWN_WORDS_TOKENS : { expected: 0, atMost: 0 };
  const watched = (watchedS ?? 0) * WATCHED_TOKENS_PER_S;
  const frames = watchedS === undefined ? 0 : FRAMES * PICTURE_TOKENS.atMost; // where a model is shown stills instead
  return {
    expected: own.expected + Math.ceil(textBytes / BYTES_PER_TOKEN) + pictureCount * PICTURE_TOKENS.expected + watched,
    atMost: own.atMost + textBytes + pictureCount * PICTURE_TOKENS.atMost + Math.max(watched, frames),
  };
}

const tokens = (count: number, way: 'in' | 'out'): string => `up to ${Math.ceil(count)} tokens ${way}`;

const inSeconds = (seconds: number): string => `${Number(seconds.toFixed(2))} s`;
