import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/*
 * The sound that was made for a whole film lay in its edit alone, where the editor took it for a file that is missing: it
 * is the sound of its work, as one that was uploaded.
 */
const named = `update work set audio_sha256 = (
    select track #>> '{media,sha256}' from jsonb_array_elements(work.timeline -> 'audio') as track
    where track ->> 'kind' = 'music' and track #>> '{media,assetId}' is null limit 1)
  where audio_sha256 is null and jsonb_typeof(timeline -> 'audio') = 'array'`;

/** The sound of a film becomes that of its work. */
export const soundOfFilms: Migration = {
  async up(db) {
    await sql.raw(named).execute(db);
  },
};
