import { readConfig } from '#server/config.ts';
import { openWorld, type OpenWorld } from '#server/world.ts';
import { newEmbeddedPlace, type Place } from './engines.ts';

/**
 * A world on an empty embedded database (or on one that is there), with the machine's own FFmpeg.
 *
 * @param role `api`: nothing that waits in the queue is run
 */
export async function openTestWorld(
  place?: Place,
  role: 'all' | 'api' = 'all',
): Promise<{ readonly world: OpenWorld; readonly place: Place }> {
  const at = place ?? (await newEmbeddedPlace());
  const { PATH, FFMPEG_PATH } = process.env;
  const config = readConfig({
    PATH,
    FFMPEG_PATH,
    SCENEWRIGHT_DATA: at.directory,
    DATABASE_URL: at.url,
    SCENEWRIGHT_ROLE: role,
  });
  const world = await openWorld(config, { log: () => {} });
  return { world, place: at };
}
