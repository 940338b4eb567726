import { readConfig } from '#server/config.ts';
import { openWorld, type OpenWorld, type WorldOptions } from '#server/world.ts';
import { newEmbeddedPlace, type Place } from './engines.ts';

/**
 * A world on an empty embedded database (or on one that is there), with the machine's own FFmpeg.
 *
 * @param role `api`: nothing that waits in the queue is run
 * @param environment more of it; attempts to sign in are not limited unless it says so
 * @param parts in place of its own: vendors played by the test, a log to look into; posters and proxies are not made
 *   unless it says so
 */
export async function openTestWorld(
  place?: Place,
  role: 'all' | 'api' = 'all',
  environment: Readonly<Record<string, string>> = {},
  parts: Partial<WorldOptions> = {},
): Promise<{ readonly world: OpenWorld; readonly place: Place }> {
  const at = place ?? (await newEmbeddedPlace());
  const { PATH, FFMPEG_PATH } = process.env;
  const config = readConfig({
    PATH,
    FFMPEG_PATH,
    SCENEWRIGHT_DATA: at.directory,
    DATABASE_URL: at.url,
    SCENEWRIGHT_ROLE: role,
    SCENEWRIGHT_RATE_LIMIT: 'off',
    ...environment,
  });
  const world = await openWorld(config, { log: () => {}, derives: false, ...parts });
  return { world, place: at };
}
