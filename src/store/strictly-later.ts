import { sql } from 'kysely';

/** A new `updated_at` by the database's clock that is later than the old one, even within the same millisecond. */
export const strictlyLater = sql<Date>`greatest(now(), updated_at + interval '1 millisecond')`;
