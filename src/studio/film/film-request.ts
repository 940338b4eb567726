import { z } from 'zod';

/** What the job of a film is to do, as stored in its row: everything else is in the work. */
export const StoredFilmRequest = z.object({
  /** The same number makes the same takes, so that a run after a restart joins what is there. */
  seed: z.int(),
  /** The API token it was asked for with. */
  tokenId: z.string().nullable(),
});
export type StoredFilmRequest = z.infer<typeof StoredFilmRequest>;
