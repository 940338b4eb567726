import { readConfig } from '#server/config.ts';
import { openWorld } from '#server/world.ts';
import type { Place } from './engines.ts';

/*
 * A world that works on whatever waits in its queues, in a process of its own, until it is killed. Argument: the place of its data.
 */

const { directory, url } = JSON.parse(process.argv[2] ?? '') as Place;
const { PATH, FFMPEG_PATH } = process.env;
const config = readConfig({ PATH, FFMPEG_PATH, SCENEWRIGHT_DATA: directory, DATABASE_URL: url });
await openWorld(config, { log: () => {}, derives: false });
setInterval(() => {}, 60_000); // until it is killed
