import { z } from 'zod';
import { idSchema } from './ids.ts';
import { User } from './user.ts';

/** Two secrets of a session: one to ask with for an hour, one to get the next two with, once, within 30 days. */
export const SessionTokens = z.object({ accessToken: z.string(), refreshToken: z.string() });
export type SessionTokens = z.infer<typeof SessionTokens>;

/** What signing up and signing in answer. */
export const SignedIn = SessionTokens.extend({ user: User });
export type SignedIn = z.infer<typeof SignedIn>;

/** A place somebody is signed in at. */
export const Session = z.object({
  id: idSchema('session'),
  userAgent: z.string(),
  ip: z.string(),
  /** Unix milliseconds. */
  createdAt: z.int(),
  lastUsedAt: z.int(),
  expiresAt: z.int(),
  /** True for the one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;
