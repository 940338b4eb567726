import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { local } from '#providers/local/local.ts';
import type { MediaAdapter, Provider } from '#providers/provider.ts';
import { runway } from '#providers/runway/runway.ts';
import { readConfig } from '#server/config.ts';
import { openWorld } from '#server/world.ts';
import { listJobs } from '#store/jobs.ts';
import { listScenes, replaceScenes } from '#store/scenes.ts';
import { createProject } from '#studio/projects/create-project.ts';
import { startClip } from '#studio/scenes/start-clip.ts';
import { startPicture } from '#studio/scenes/start-picture.ts';
import { createWork } from '#studio/works/create-work.ts';
import { newId } from '#studio/new-id.ts';
import { armKillPoints, type KillPoint } from './kill-points.ts';

/*
 * A whole Scenewright that always has something to ask a vendor for, until it is killed. The scenes of its works are
 * told apart by their words, which the vendor sees.
 */

/** What it is told. */
export interface ChildOrders {
  readonly directory: string;
  readonly url?: string;
  readonly vendor: string;
  readonly journal: string;
  /** false: it ends what is under way and starts nothing. */
  readonly starts: boolean;
  readonly kill: { readonly at: KillPoint; readonly pass: number } | null;
}

const UNDER_WAY = 6;
const SCENES = 40;
const POLL_MS = 200;

const orders = JSON.parse(process.argv[2] ?? '') as ChildOrders;
const world = await openWorld(
  readConfig({
    PATH: process.env['PATH'],
    FFMPEG_PATH: process.env['FFMPEG_PATH'],
    SCENEWRIGHT_DATA: orders.directory,
    DATABASE_URL: orders.url,
    SCENEWRIGHT_RUNWAY_BASE_URL: orders.vendor,
  }),
  { log: () => undefined, derives: false, providers: [local, hurried(runway)] },
);
armKillPoints(orders.journal, orders.kill);
appendFileSync(orders.journal, 'ready\n');
const choice = { providerId: 'runway', apiKey: 'key_chaos' };
const actor = world.owner;

while (orders.starts) {
  const live = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, status: ['queued', 'running'] });
  for (let more = live.length; more < UNDER_WAY; more++) await startSomething();
  await sleep(100);
}

/** The same vendor, which may be asked five times a second, so that a life passes every point before it ends. */
function hurried(provider: Provider): Provider {
  const { image, video } = provider;
  return {
    ...provider,
    limits: { concurrent: UNDER_WAY, pollMs: POLL_MS },
    ...(image ? { image: withPolls(image) } : {}),
    ...(video ? { video: withPolls(video) } : {}),
  };
}

function withPolls<Request>(adapter: MediaAdapter<Request>): MediaAdapter<Request> {
  const poll = adapter.poll?.bind(adapter);
  if (!poll) return adapter;
  return {
    ...adapter,
    poll: async (receipt, context) => {
      const state = await poll(receipt, context);
      return state.status === 'pending' ? { ...state, pollAfterMs: POLL_MS } : state;
    },
  };
}

/** The clip of a scene that has its picture, else the picture of one that was never asked for. */
async function startSomething(): Promise<void> {
  const { kysely } = world.database;
  for (const { id: workId } of await kysely.selectFrom('work').select('id').orderBy('id').execute()) {
    const asked = await kysely
      .selectFrom('generation')
      .select(['scene_id', 'role'])
      .where('work_id', '=', workId)
      .execute();
    const wasAsked = (sceneId: string, role: string): boolean =>
      asked.some((one) => one.scene_id === sceneId && one.role === role);
    for (const scene of await listScenes(kysely, workId)) {
      if (scene.pickedImageTakeId !== null && !wasAsked(scene.id, 'video')) {
        await startClip(world, actor, workId, scene, choice, { from: 'picked', picks: false });
        return;
      }
      if (!wasAsked(scene.id, 'image')) {
        await startPicture(world, actor, workId, scene, choice, { picks: false });
        return;
      }
    }
  }
  await furnish();
}

async function furnish(): Promise<void> {
  const project = await createProject(world, actor, { name: 'Chaos' });
  const work = await createWork(world, actor, project.id, { resolution: { width: 1280, height: 720 } });
  const scenes = Array.from({ length: SCENES }, (_, place) => ({
    durationS: 2,
    imagePrompt: `picture ${work.id} ${place} end`,
    negativePrompt: '',
    videoPrompt: `move ${work.id} ${place} end`,
    textOverlay: null,
    transition: 'cut',
  }));
  await world.database.transaction((trx) =>
    replaceScenes(trx, { id: work.id, workspaceId: actor.workspaceId }, scenes, {
      newId: () => newId(world, 'scene'),
      userId: actor.userId,
    }),
  );
}
