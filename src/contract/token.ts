import { z } from 'zod';
import { idSchema } from './ids.ts';
import { SCOPES } from './operation.ts';

const Scopes = z.array(z.enum(SCOPES)).min(1).max(100);

/** What a new API token is to be good for. */
export const TokenFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: Scopes,
  /** Left out or null: until it is revoked. */
  expiresInDays: z.int().min(1).max(3650).nullish(),
});
export type TokenFields = z.infer<typeof TokenFields>;

/** An API token as it is listed; the token itself is shown once, when it is made. */
export const ApiToken = z.object({
  id: idSchema('token'),
  name: z.string(),
  /** The first characters of the token, to recognise it by. */
  tokenPrefix: z.string(),
  scopes: Scopes,
  /** Unix milliseconds. */
  lastUsedAt: z.int().nullable(),
  expiresAt: z.int().nullable(),
  createdAt: z.int(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** A new token, and the only time it can be read. */
export const NewApiToken = z.object({ token: z.string(), meta: ApiToken });
export type NewApiToken = z.infer<typeof NewApiToken>;
