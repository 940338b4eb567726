import type { Role } from '#contract/generation.ts';
import { mapSize } from './map-size.ts';
import { priceOf } from './price-of.ts';
import { pricesOn } from './prices-on.ts';
import type { ModelDescriptor, Price, Provider } from './provider.ts';
import { retirementNote } from './retirement-note.ts';
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
  /** What is paid for: `6 s`, `1 image`, `up to 9000 tokens of words in, up to 16000 tokens out`. */
  readonly units: string;
  /** What is to be known before money is spent, in sentences. */
  readonly says: readonly string[];
}

// Bounds on tokens, so that a vendor counts fewer. A token is a byte at least, and about four letters of English.
const BYTES_PER_TOKEN = 4;
const OWN_WORDS_TOKENS = { expected: 1500, atMost: 8000 }; // our questions and their schemas: 2 to 6 kB each
const PICTURE_TOKENS = { expected: 1000, atMost: 1600 }; // FACTS sections 1 and 2: 1568 px and what it is counted as [K]
const TOKENS_VARY = 1.5; // a picture that is billed by its tokens may have more than is usual: ours, held and given back
const FRAMES = 24; // structured/sample-frames.ts sends as many at most
const WATCHED_TOKENS_PER_S = 300; // FACTS section 3: 258 for a frame a second, 32 for the sound [DOC]
const ANSWER_TOKENS = { expected: 2000, atMost: 16_000 }; // structured/ask-question.ts asks for no more

/** What a request costs at a model, from the catalogue alone. */
export function estimate(asked: PricedRequest, model: PricedModel): Estimate {
  const { provider, descriptor } = model;
  const name = descriptor?.name ?? model.modelId;
  const sent = whatIsSent(asked, descriptor);
  const says = [...retirement(model), ...sent.notes];
  if (provider.keyless && !model.hasKey) {
    return { expectedMicroUsd: 0, atMostMicroUsd: 0, units: 'free', says: [`${provider.label} is free.`, ...says] };
  }
  const cost = costOf(asked, sent, descriptor && { ...descriptor, prices: pricesOn(descriptor.prices, model.nowMs) });
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

function retirement({ descriptor, nowMs }: PricedModel): readonly string[] {
  const note = retirementNote(descriptor, nowMs);
  return note === null ? [] : [`${note} It is asked all the same, and may not answer.`];
}

/** So much of a unit, and what is sent with it that decides its price. */
interface Quantity {
  readonly unit: Price['unit'];
  readonly expected: number;
  readonly atMost: number;
  readonly sent: Sent['fields'];
  readonly says: string;
}

type Cost = Pick<Estimate, 'expectedMicroUsd' | 'atMostMicroUsd' | 'units'>;

/** null where a price is missing of something that is surely billed. */
function costOf(asked: PricedRequest, sent: Sent, descriptor: ModelDescriptor | undefined): Cost | null {
  const prices = descriptor?.prices ?? [];
  const isMade = asked.role === 'image' || asked.role === 'video';
  const pieces = isMade ? piecesOf(asked, sent, prices) : [];
  const isByPiece = pieces.some(({ unit }) => prices.some((price) => price.unit === unit));
  const letters = { unit: 'kchar', expected: asked.textBytes / 1000, atMost: asked.textBytes / 1000 } as const;
  const quantities: readonly Quantity[] = [
    ...pieces,
    ...tokensIn(asked, sent),
    ...(isByPiece ? [] : tokensOut(isMade, sent, descriptor?.maxOutputTokens)),
    { ...letters, sent: sent.fields, says: `${asked.textBytes} characters` },
  ];
  const parts = quantities.flatMap((quantity) => {
    const price = priceOf(prices, quantity.unit, quantity.sent);
    if (price === null) return [];
    const { expected, atMost } = quantity;
    return [{ ...quantity, expected: expected * price.expectedMicroUsd, atMost: atMost * price.atMostMicroUsd }];
  });
  const has = (unit: Price['unit']): boolean => parts.some((part) => part.unit === unit);
  const isWhole = isByPiece || has('kchar') || (has('mtok_out') && (isMade || has('mtok_in')));
  if (!isWhole) return null;
  return {
    expectedMicroUsd: Math.ceil(parts.reduce((sum, part) => sum + part.expected, 0)),
    atMostMicroUsd: Math.ceil(parts.reduce((sum, part) => sum + part.atMost, 0)),
    units: parts.map((part) => part.says).join(', '),
  };
}

function piecesOf({ role }: PricedRequest, { fields, durationS }: Sent, prices: readonly Price[]): Quantity[] {
  const isBilledByTokens = prices.some(({ unit }) => unit === 'mtok_out');
  const atMost = isBilledByTokens ? TOKENS_VARY : 1;
  const piece = {
    unit: 'image',
    expected: 1,
    atMost,
    sent: fields,
    says: role === 'video' ? '1 clip' : '1 image',
  } as const;
  if (durationS === undefined) return [piece];
  const seconds = { unit: 'second', expected: durationS, atMost: durationS, says: inSeconds(durationS) } as const;
  return [{ ...seconds, sent: fields }, piece];
}

/** None where the length of what is looked at, and so what it costs, is not known. */
function tokensIn({ role, textBytes, pictureCount, watchedS }: PricedRequest, { fields }: Sent): Quantity[] {
  if (watchedS === null) return [];
  const own = role === 'llm' || role === 'vision' ? OWN_WORDS_TOKENS : { expected: 0, atMost: 0 };
  const watched = (watchedS ?? 0) * WATCHED_TOKENS_PER_S;
  const frames = watchedS === undefined ? 0 : FRAMES * PICTURE_TOKENS.atMost; // where a model is shown stills instead
  const text = { expected: own.expected + textBytes / BYTES_PER_TOKEN, atMost: own.atMost + textBytes };
  const seen = {
    expected: pictureCount * PICTURE_TOKENS.expected + watched,
    atMost: pictureCount * PICTURE_TOKENS.atMost + Math.max(watched, frames),
  };
  return [
    {
      ...inMillions(text),
      unit: 'mtok_in',
      sent: { ...fields, input: 'text' },
      says: tokens(text.atMost, 'of words in'),
    },
    ...(seen.atMost === 0
      ? []
      : [
          {
            ...inMillions(seen),
            unit: 'mtok_in',
            sent: { ...fields, input: 'image' },
            says: tokens(seen.atMost, 'of pictures in'),
          } as const,
        ]),
  ];
}

/** None of a picture or clip where nobody says how many tokens it can have. */
function tokensOut(isMade: boolean, { fields }: Sent, maxOutputTokens: number | undefined): Quantity[] {
  if (isMade && maxOutputTokens === undefined) return [];
  const atMost = maxOutputTokens ?? ANSWER_TOKENS.atMost;
  const out = { expected: isMade ? atMost : Math.min(ANSWER_TOKENS.expected, atMost), atMost };
  const sent = isMade ? { ...fields, output: 'image' } : fields;
  return [{ ...inMillions(out), unit: 'mtok_out', sent, says: tokens(atMost, 'out') }];
}

const inMillions = ({ expected, atMost }: { readonly expected: number; readonly atMost: number }) => ({
  expected: expected / 1e6,
  atMost: atMost / 1e6,
});

const tokens = (count: number, what: string): string => `up to ${Math.ceil(count)} tokens ${what}`;

const inSeconds = (seconds: number): string => `${Number(seconds.toFixed(2))} s`;
