import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { providers } from '#providers/all.ts';
import { readConfig } from '#server/config.ts';
import { openWorld } from '#server/world.ts';
import { getJob } from '#store/jobs.ts';
import { replaceScenes } from '#store/scenes.ts';
import { newId } from '#studio/new-id.ts';
import { createProject } from '#studio/projects/create-project.ts';
import { startScene } from '#studio/scenes/start-scene.ts';
import { updateSetting } from '#studio/settings/update-setting.ts';
import { createWork } from '#studio/works/create-work.ts';
import { smallResults } from '../test/chaos/media.ts';
import { openSimulatedVendor } from '../test/chaos/simulated-vendor.ts';

/*
 * How long a work of ten scenes takes against a vendor whose pictures take 5 s and whose clips take 30 s, four at once,
 * beside the best schedule there is for it.
 *
 *   node bench/pipeline.ts [--report]      --report: tells and does not judge
 */

const SCENES = 10;
const IMAGE_S = 5;
const CLIP_S = 30;
const CONCURRENT = 4;
const BAR = 1.1;

const idealS = Math.min(schedule('image'), schedule('clip'));
const directory = mkdtempSync(join(tmpdir(), 'scenewright-pipeline-'));
try {
  const takenS = await measure();
  const ratio = takenS / idealS;
  console.log(`ten scenes: ${takenS.toFixed(1)} s, the best schedule ${idealS} s: ${ratio.toFixed(3)} (bar ${BAR})`);
  if (ratio > BAR && !process.argv.includes('--report')) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function measure(): Promise<number> {
  const results = await smallResults();
  const pace = { imageMs: IMAGE_S * 1000, clipMs: CLIP_S * 1000, concurrent: CONCURRENT };
  await using vendor = await openSimulatedVendor({ ...pace, ...results });
  const config = readConfig({
    PATH: process.env['PATH'],
    FFMPEG_PATH: process.env['FFMPEG_PATH'],
    SCENEWRIGHT_DATA: directory,
    SCENEWRIGHT_RUNWAY_BASE_URL: vendor.origin,
  });
  await using world = await openWorld(config, { log: () => {}, derives: false, providers });
  const actor = world.owner;
  const project = await createProject(world, actor, { name: 'Ten scenes' });
  const work = await createWork(world, actor, project.id, {});
  const scenes = Array.from({ length: SCENES }, (_, place) => ({
    durationS: 5,
    imagePrompt: `picture ${place}`,
    negativePrompt: '',
    videoPrompt: `move ${place}`,
    textOverlay: null,
    transition: 'cut',
  }));
  await world.database.transaction((trx) =>
    replaceScenes(trx, { id: work.id, workspaceId: actor.workspaceId }, scenes, {
      newId: () => newId(world, 'scene'),
      userId: actor.userId,
    }),
  );
  // A new account has fewer places at this vendor; ours has as many as the schedule.
  await updateSetting(world, actor, 'runway', { apiKey: 'key_bench', concurrent: CONCURRENT }, 'bench');
  const choice = { providerId: 'runway' };
  const beganAtMs = performance.now();
  const jobs = await Promise.all(
    scenes.map((_, place) => startScene(world, actor, work.id, place, { image: choice, video: choice })),
  );
  for (const { jobId } of jobs) {
    for (;;) {
      const job = await getJob(world.database.kysely, jobId);
      if (job?.status === 'done') break;
      if (job?.status !== 'queued' && job?.status !== 'running') throw new Error(`a scene ended as ${job?.status}`);
      await sleep(50);
    }
  }
  return (performance.now() - beganAtMs) / 1000;
}

/** Seconds of the greedy schedule that prefers pictures, or clips, where both could be next. */
function schedule(prefer: 'image' | 'clip'): number {
  const freeAtS = Array.from({ length: CONCURRENT }, () => 0);
  let picturesLeft = SCENES;
  const clipsFromS: number[] = []; // when the picture of each was ready
  let endS = 0;
  for (let left = SCENES * 2; left > 0; left--) {
    freeAtS.sort((a, b) => a - b);
    clipsFromS.sort((a, b) => a - b);
    const now = freeAtS[0] ?? 0;
    const clipIsReady = clipsFromS[0] !== undefined && clipsFromS[0] <= now;
    const isPicture = picturesLeft > 0 && (prefer === 'image' || !clipIsReady);
    const fromS = isPicture ? now : Math.max(now, clipsFromS.shift() ?? now);
    const untilS = fromS + (isPicture ? IMAGE_S : CLIP_S);
    freeAtS[0] = untilS;
    if (isPicture) {
      picturesLeft--;
      clipsFromS.push(untilS);
    }
    endS = Math.max(endS, untilS);
  }
  return endS;
}
