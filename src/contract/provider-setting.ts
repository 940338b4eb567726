import { z } from 'zod';
import type { Role } from './generation.ts';
import { ignored } from './ignored.ts';

const model = z.string().trim().min(1).max(200);

/** The models that are taken where a request names none, by role. */
const DefaultModels = z.strictObject({
  llm: model.nullish(),
  vision: model.nullish(),
  image: model.nullish(),
  video: model.nullish(),
} satisfies Record<Role, z.ZodType>);

/** A key as a client sends it; what no header can carry is refused here and not at the vendor. */
const ApiKey = z
  .string()
  .trim()
  .min(1, 'expected a key, or null to forget the stored one')
  .max(2048) // an access token of Google Cloud, for Vertex AI, is that long at most
  .regex(/^[\x21-\x7e]+$/, 'expected a key as the vendor shows it: letters, digits and signs, without spaces');

const BaseUrl = z
  .url({
    protocol: /^https?$/,
    error: 'expected an address like https://gateway.example/v1, without a query or a password',
  })
  .max(500)
  .regex(/^[^?#@\\\s]*$/, 'expected an address without a query or a password');

/**
 * What of a provider's settings is to change: what is left out stays, null clears.
 *
 * What only the server writes may be there and is ignored, so that settings can be sent back as they were read.
 */
export const ProviderSettingChanges = z.strictObject({
  /** Kept encrypted, and never told again. */
  apiKey: ApiKey.nullish(),
  /** Where the provider is asked instead of its own address; on another origin than before, a stored key has to be sent again. */
  baseUrl: BaseUrl.nullish(),
  models: DefaultModels.nullish(),
  /** Jobs that the vendor lets this account have at once; null: what is usual there. */
  concurrent: z.int().min(1).max(200).nullish(),
  /** What this provider alone is told, such as a workflow of ComfyUI; taken as a whole. */
  settings: z.record(z.string().max(100), z.unknown()).nullish(),
  ...ignored([
    'provider',
    'name',
    'vendor',
    'keyless',
    'takesKey',
    'needsKey',
    'hasKey',
    'keyHint',
    'usualBaseUrl',
    'usualConcurrent',
    'testedAt',
    'testResult',
    'updatedAt',
  ]),
});
export type ProviderSettingChanges = z.infer<typeof ProviderSettingChanges>;

/** What is tried: the key and the address given, so that they can be tried before they are kept; else the stored ones. */
export const ProviderTest = z.strictObject({ apiKey: ApiKey.nullish(), baseUrl: BaseUrl.nullish() });
export type ProviderTest = z.infer<typeof ProviderTest>;

/** What came of a free call: whether it went well, and a sentence for the user. */
export const ProviderTestResult = z.object({
  ok: z.boolean(),
  says: z.string(),
  /** How long the answer took; left out where nobody was asked. */
  tookMs: z.int().optional(),
  /** The vendor's HTTP status, where it refused. */
  status: z.int().optional(),
});
export type ProviderTestResult = z.infer<typeof ProviderTestResult>;

/** What a user has set for a provider; the key itself is nowhere in it. */
export const ProviderSetting = z.object({
  provider: z.string(),
  name: z.string(),
  /** Whose settings these are, where two providers are one vendor: changed at one, they are changed at the other. */
  vendor: z.string(),
  keyless: z.boolean(),
  /** Whether a key does anything here. */
  takesKey: z.boolean(),
  /** Whether it cannot be used before it has a key. */
  needsKey: z.boolean(),
  hasKey: z.boolean(),
  /** The last four characters, as `…4f2a`; null without a key, and of one that is too short to show a part of. */
  keyHint: z.string().nullable(),
  /** The user's own; null: the usual one. */
  baseUrl: z.string().nullable(),
  /** Where it is asked unless the user says otherwise. */
  usualBaseUrl: z.string().nullable(),
  models: z.object({ llm: z.string(), vision: z.string(), image: z.string(), video: z.string() }).partial(),
  /** The user's own; null: the usual one. */
  concurrent: z.int().nullable(),
  /** Jobs it is given at once unless the user says otherwise; null: as many as there are. */
  usualConcurrent: z.int().nullable(),
  settings: z.record(z.string(), z.unknown()),
  /** Unix milliseconds; null: never, or not since what matters was changed. */
  testedAt: z.int().nullable(),
  testResult: ProviderTestResult.nullable(),
  /** Unix milliseconds; null: nothing is set. */
  updatedAt: z.int().nullable(),
});
export type ProviderSetting = z.infer<typeof ProviderSetting>;
