import { z } from 'zod';
import { idSchema } from './ids.ts';

/** An address as accounts are found by: without the spaces around it, in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254) // RFC 5321, section 4.5.3.1.3, without the angle brackets
  .pipe(z.email());

/** A password somebody chooses. */
export const Password = z.string().min(8).max(200);

/** A password somebody claims to have chosen; whether it is right is not for a schema to say. */
export const ClaimedPassword = z.string().max(1000);

/** How somebody wants to be called. */
export const PersonName = z.string().trim().min(1).max(200);

/** Somebody with an account. */
export const User = z.object({
  id: idSchema('user'),
  /** null for the local owner before the first account. */
  email: z.string().nullable(),
  name: z.string(),
  /** Unix milliseconds. */
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type User = z.infer<typeof User>;
