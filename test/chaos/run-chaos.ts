import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '#providers/local/picture/random.ts';
import { openDatabase, type Database } from '#store/database/open-database.ts';
import type { ChildOrders } from './child.ts';
import { KILL_POINTS, type KillPoint } from './kill-points.ts';
import { openSimulatedVendor, type SeenSubmit, type SimulatedVendor } from './simulated-vendor.ts';

/** What is to be done to the product. */
export interface ChaosPlan {
  readonly place: { readonly directory: string; readonly url?: string };
  readonly kills: number;
  /** More than one needs a database server. */
  readonly workers: 1 | 2;
  readonly seed: number;
  readonly picture: Uint8Array;
  readonly clip: Uint8Array;
  readonly tell?: (line: string) => void;
}

/** What became of it; everything but the first three must be empty or 0. */
export interface ChaosReport {
  readonly kills: number;
  /** How often a process died at which point; `random`: at any moment. */
  readonly killedAt: Readonly<Record<string, number>>;
  readonly generations: { readonly done: number; readonly uncertain: number };
  /** Prompts the vendor was asked for twice. */
  readonly twice: readonly string[];
  /** Tasks whose receipt was committed, and which did not become a take. */
  readonly lost: readonly string[];
  /** Generations that nobody goes on with. */
  readonly stranded: readonly string[];
  /** Uncertain ones that no kill between the intent and the receipt explains. */
  readonly unexplained: readonly string[];
  /** Uncertain ones whose POST the vendor saw, as its log proves. */
  readonly seen: number;
  /** Uncertain ones killed between the intent's commit and the socket, which nobody can tell from those. */
  readonly unseen: number;
}

const child = join(import.meta.dirname, 'child.ts');
const READY_MS = 60_000;
const LIFE_MS = 5000; // a point that is not passed in this time (nothing was left to resume there) is given up for a random moment
const SETTLED_MS = 300_000; // some hundred tasks, on a machine that does other things beside

/** Kills the product again and again while a vendor is at work for it, then lets it finish and looks at what is there. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const random = randomFrom(plan.seed);
  const { picture, clip } = plan;
  await using vendor = await openSimulatedVendor({ imageMs: 500, clipMs: 800, concurrent: 50, picture, clip });
  const lives: Life[] = [];
  const killedAt: Record<string, number> = {};
  const start = (order: Pick<ChildOrders, 'starts' | 'kill'>): Promise<Life> =>
    startLife(plan, vendor, `${plan.place.directory}/journal-${lives.length}`, order).then((life) => {
      lives.push(life);
      return life;
    });

  let other = plan.workers === 2 ? await start({ starts: false, kill: null }) : null;
  for (let kill = 0; kill < plan.kills; kill++) {
    // Every point in turn, and every third time any moment at all.
    const point = kill % 3 === 2 ? null : (KILL_POINTS[Math.floor((kill * 2) / 3 + 0.5) % KILL_POINTS.length] ?? null);
    const pass = 1 + Math.floor(random.between(0, 3));
    const life = await start({ starts: true, kill: point && { at: point, pass } });
    const died = await Promise.race([
      life.gone.then(() => true),
      sleep(point === null ? random.between(0, 1500) : LIFE_MS).then(() => false),
    ]);
    const at = died && point !== null ? point : 'random';
    await stop(life);
    // The second worker goes on where the first stopped; now and then both are gone at once.
    if (other && random.between(0, 4) < 1) {
      await stop(other);
      other = await start({ starts: false, kill: null });
    }
    killedAt[at] = (killedAt[at] ?? 0) + 1;
    plan.tell?.(`${kill + 1}: killed at ${at}, the vendor has ${vendor.submits.length} tasks`);
  }
  const last = other ?? (await start({ starts: false, kill: null }));
  await untilSettled(plan, last);
  await stop(last);
  return judge(plan, vendor, killedAt, await windowsOf(lives));
}

interface Life {
  readonly process: ChildProcess;
  readonly gone: Promise<void>;
  readonly journal: string;
}

async function startLife(
  plan: ChaosPlan,
  vendor: SimulatedVendor,
  journal: string,
  order: Pick<ChildOrders, 'starts' | 'kill'>,
): Promise<Life> {
  await writeFile(journal, '');
  const orders: ChildOrders = { ...plan.place, ...order, vendor: vendor.origin, journal };
  const started = spawn(process.execPath, [child, JSON.stringify(orders)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise<void>((resolve) => started.once('exit', () => resolve()));
  const life = { process: started, gone, journal };
  for (const end = Date.now() + READY_MS; !(await readFile(journal, 'utf8')).includes('ready');) {
    if (Date.now() > end || started.exitCode !== null) throw new Error(`a child did not get ready (seed ${plan.seed})`);
    await sleep(10);
  }
  return life;
}

async function stop(life: Life): Promise<void> {
  life.process.kill('SIGKILL');
  await life.gone;
}

/** Until nothing is left to be done; by the product itself, no hand touches it. */
async function untilSettled(plan: ChaosPlan, life: Life): Promise<void> {
  // The embedded database belongs to its process, so its silence is all there is to see from outside.
  let before = '';
  for (const end = Date.now() + SETTLED_MS; Date.now() < end;) {
    await sleep(15_000); // longer than any back-off between two looks, and than a take-over
    const now = await readFile(life.journal, 'utf8');
    if (now === before) return;
    before = now;
  }
  throw new Error(`it did not come to rest (seed ${plan.seed})`);
}

/** How many of a life's POSTs were announced and committed, and never left: no log can tell these from those that did. */
async function windowsOf(lives: readonly Life[]): Promise<number> {
  let open = 0;
  for (const { journal } of lives) {
    const points = (await readFile(journal, 'utf8')).split('\n');
    const count = (point: KillPoint): number => points.filter((one) => one === point).length;
    open += Math.max(0, count('submitting:before') - count('submit:sent'));
  }
  return open;
}

async function judge(
  plan: ChaosPlan,
  vendor: SimulatedVendor,
  killedAt: Readonly<Record<string, number>>,
  windows: number,
): Promise<ChaosReport> {
  const database = await openDatabase({ ...plan.place, log: () => undefined });
  try {
    const rows = await generationsOf(database);
    const submitsOf = (row: GenerationSeen): readonly SeenSubmit[] =>
      vendor.submits.filter(({ prompt, kind }) => kind === row.role && prompt.includes(row.words));
    const uncertain = rows.filter(({ state }) => state === 'uncertain');
    const seen = uncertain.filter((row) => submitsOf(row).length > 0 && row.receipt === null);
    const unseen = uncertain.filter((row) => submitsOf(row).length === 0);
    const withReceipt = uncertain.filter(({ receipt }) => receipt !== null);
    return {
      kills: plan.kills,
      killedAt,
      generations: { done: rows.filter(({ state }) => state === 'done').length, uncertain: uncertain.length },
      twice: rows.filter((row) => submitsOf(row).length > 1).map(({ id }) => id),
      lost: rows
        .filter(({ receipt, takes, state }) => receipt !== null && (state !== 'done' || takes !== 1))
        .map(({ id, state }) => `${id} ${state}`),
      stranded: rows
        .filter(({ state }) => !['done', 'uncertain'].includes(state))
        .map(({ id, state }) => `${id} ${state}`),
      unexplained: [...withReceipt, ...unseen.slice(windows)].map(({ id }) => id),
      seen: seen.length,
      unseen: unseen.length,
    };
  } finally {
    await database.close();
  }
}

interface GenerationSeen {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly receipt: unknown;
  readonly takes: number;
  /** The words of its scene, which nobody else has. */
  readonly words: string;
}

async function generationsOf({ kysely }: Database): Promise<GenerationSeen[]> {
  const generations = await kysely.selectFrom('generation').selectAll().orderBy('id').execute();
  const scenes = await kysely.selectFrom('scene').select(['id', 'image_prompt', 'video_prompt']).execute();
  const takes = await kysely.selectFrom('take').select('generation_id').execute();
  return generations.map(({ id, role, state, receipt, scene_id: sceneId }) => {
    const scene = scenes.find((one) => one.id === sceneId);
    return {
      id,
      role,
      state,
      receipt,
      takes: takes.filter((take) => take.generation_id === id).length,
      words: (role === 'image' ? scene?.image_prompt : scene?.video_prompt) ?? id,
    };
  });
}
