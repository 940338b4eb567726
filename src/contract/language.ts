import { z } from 'zod';

/** The language of a film, as BCP 47 writes it: two or three letters, and what narrows them down. */
export const Language = z
  .string()
  .max(40)
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'expected a language code like en or pt-BR');
