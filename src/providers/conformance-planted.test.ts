import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdapterCase } from '../../test/wires/adapter-case.ts';
import { setStage, type Stage } from '../../test/wires/asking.ts';
import * as checks from '../../test/wires/checks.ts';
import { checkProof } from '../../test/wires/key-checks.ts';
import { replicateCases } from '../../test/wires/replicate.ts';
import { runwayCases } from '../../test/wires/runway.ts';
import { checkFind } from '../../test/wires/search-checks.ts';
import * as taskChecks from '../../test/wires/task-checks.ts';
import { openWire } from '../../test/wires/wire.ts';
import { ProviderError, type MediaAdapter, type Provider, type VideoRequest } from './provider.ts';
import { callRunway } from './runway/call-runway.ts';

/*
 * A suite that lets a broken adapter pass is worth nothing: each of these is sound but for one thing, and is found out.
 */

const [sound] = runwayCases;

type Adapter = MediaAdapter<VideoRequest>;
type Check = (one: AdapterCase, stage: Stage) => Promise<void>;

let directory = '';
let wires: Pick<Stage, 'wire' | 'elsewhere'>;
let stage: Stage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'conformance-planted-'));
  wires = { wire: await openWire(), elsewhere: await openWire() };
  stage = await setStage(wires, directory, (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path);
});
afterAll(async () => {
  await Promise.all([wires.wire.close(), wires.elsewhere.close()]);
  await rm(directory, { recursive: true, force: true });
});

/** The sound adapter, and its case, with something else in the place of some of it. */
function broken(plant: (adapter: Required<Adapter>) => Partial<Adapter>): AdapterCase {
  const adapter = sound?.provider.video as Required<Adapter> | undefined;
  if (!sound || !adapter) throw new Error('there is no sound adapter to break');
  const provider = { ...sound.provider, video: { ...adapter, ...plant(adapter) } };
  return { ...sound, provider, models: ['gen4_turbo'], references: () => 0 };
}

const withTask = (check: (one: AdapterCase, task: NonNullable<AdapterCase['task']>, stage: Stage) => Promise<void>) =>
  ((one, at) => (one.task ? check(one, one.task, at) : Promise.reject(new Error('no task')))) satisfies Check;

const faults: readonly (readonly [string, Check, (adapter: Required<Adapter>) => Partial<Adapter>])[] = [
  [
    'one that pays twice',
    checks.checkRefusals,
    ({ submit }) => ({
      submit: (request, context) => submit(request, context).catch(() => submit(request, context)),
    }),
  ],
  [
    'one that tries again after a broken connection',
    checks.checkFaults,
    ({ submit }) => ({
      submit: (request, context) => submit(request, context).catch(() => submit(request, context)),
    }),
  ],
  [
    'one that pays before it is written down',
    checks.checkAnnouncement,
    ({ submit }) => ({
      submit: (request, context) =>
        submit(request, { ...context, sending: async (body) => void context.sending(body) }),
    }),
  ],
  [
    'one that announces another body than it sends',
    checks.checkAnnouncement,
    ({ submit }) => ({
      submit: (request, context) =>
        submit(request, { ...context, sending: () => context.sending({ sha256: '0'.repeat(64) }) }),
    }),
  ],
  [
    'one that takes trouble for a refusal',
    checks.checkRefusals,
    ({ submit }) => ({
      submit: (request, context) =>
        submit(request, context).catch((failure: unknown) => {
          const message = failure instanceof Error ? failure.message : '';
          throw new ProviderError('permanent', 'runway', message);
        }),
    }),
  ],
  [
    'one with the key in its failure',
    checks.checkRefusals,
    ({ submit }) => ({
      submit: (request, context) =>
        submit(request, context).catch((cause: unknown) => {
          if (!(cause instanceof ProviderError)) throw cause;
          const headers = new Error(`sent with Bearer ${context.apiKey ?? ''}`, { cause });
          throw new ProviderError(cause.kind, 'runway', cause.message, cause.facts, { cause: headers });
        }),
    }),
  ],
  [
    'one with the key in its receipt',
    withTask((one, _, at) => taskChecks.receiptOf(one, at).then(() => undefined)),
    ({ submit }) => ({
      submit: async (request, context) => {
        const submitted = await submit(request, context);
        if (submitted.status !== 'receipt') return submitted;
        const receipt = { ...submitted.receipt, extra: { key: context.apiKey ?? '' } };
        return { status: 'receipt', receipt };
      },
    }),
  ],
  [
    'one with the key in an address',
    checks.checkKeyInHeadersOnly,
    ({ submit }) => ({
      submit: async (request, context) => {
        await context.fetch(`${context.baseUrl ?? ''}/v1/ping?key=${context.apiKey ?? ''}`);
        return submit(request, context);
      },
    }),
  ],
  [
    'one that sends another size',
    checks.checkBodies,
    ({ submit }) => ({
      submit: (request, context) => submit({ ...request, width: request.height, height: request.width }, context),
    }),
  ],
  [
    'one that trusts whatever it is answered',
    checks.checkNonsense,
    () => ({
      submit: async ({ model }, context) => {
        const call = { method: 'POST', path: '/v1/image_to_video', body: { model }, paid: true } as const;
        const { json } = await callRunway(call, context);
        const { id } = json as { id: string };
        return { status: 'receipt', receipt: { v: 1, provider: 'runway', model, id, submittedAt: 0 } };
      },
    }),
  ],
  [
    'one that asks about a task somewhere else',
    withTask(taskChecks.checkTaskParity),
    ({ poll }) => ({ poll: (receipt, context) => poll({ ...receipt, id: `${receipt.id}/status` }, context) }),
  ],
  [
    'one that does not stop',
    checks.checkAbort,
    ({ submit }) => ({
      submit: (request, context) => submit(request, { ...context, signal: new AbortController().signal }),
    }),
  ],
  [
    'one that takes trouble at a poll for the end',
    taskChecks.checkPollFaults,
    ({ poll }) => ({
      poll: (receipt, context) =>
        poll(receipt, context).catch(() => ({
          status: 'failed',
          error: new ProviderError('permanent', 'runway', 'it failed'),
        })),
    }),
  ],
  [
    'one that knows only what it has seen',
    withTask(taskChecks.checkStates),
    ({ poll }) => ({
      poll: async (receipt, context) => {
        const state = await poll(receipt, context);
        const isKnown = state.status !== 'pending' || state.progress !== undefined || state.pollAfterMs > 5000;
        return isKnown ? state : { status: 'lost' };
      },
    }),
  ],
  [
    'one that keeps an address that has run out',
    withTask(taskChecks.checkResult),
    ({ poll }) => {
      let first: Awaited<ReturnType<typeof poll>> | null = null;
      return { poll: async (receipt, context) => (first ??= await poll(receipt, context)) };
    },
  ],
  [
    'one that fetches from inside our own network',
    withTask(taskChecks.checkResultGuard),
    () => ({ download: async (_, { url = '' }) => Promise.resolve(url) }),
  ],
  [
    'one that goes on fetching',
    withTask(taskChecks.checkResultAbort),
    () => ({
      download: async (_, { url = '' }, { scratch }) => {
        const path = join(scratch, 'result');
        await writeFile(path, await (await fetch(url)).bytes());
        return path;
      },
    }),
  ],
  [
    'one that takes the key along wherever it is sent',
    withTask(taskChecks.checkKeyStaysHome),
    () => ({
      download: (_, { url = '' }, context) =>
        context.fetchResult(url, { headers: { authorization: `Bearer ${context.apiKey ?? ''}` } }),
    }),
  ],
  [
    'one that says it cancelled and did not',
    withTask(taskChecks.checkCancel),
    () => ({ cancel: () => Promise.resolve('cancelled') }),
  ],
];

const searches: readonly (readonly [string, (find: Adapter['find'] & {}) => Adapter['find'] & {}])[] = [
  ['one that takes trouble for proof', (find) => (lost, context) => find(lost, context).catch(() => 'none')],
  ['one that finds nothing', () => () => Promise.resolve('unknown')],
  [
    'one that takes whatever it finds',
    (find) => async (lost, context) => {
      const found = await find(lost, context);
      return typeof found === 'string' ? found : { ...found, id: 'another' };
    },
  ],
];

type Proof = Provider['check'] & {};
const proofs: readonly (readonly [string, (check: Proof) => Proof])[] = [
  ['one that says every key works', () => () => Promise.resolve({ says: 'The key works.' })],
  [
    'one that takes trouble for a bad key',
    (check) => (context) =>
      check(context).catch(() => Promise.reject(new ProviderError('invalid_key', 'runway', 'The key is wrong.'))),
  ],
  [
    'one that makes a clip to prove a key',
    (check) => async (context) => {
      await callRunway({ method: 'POST', path: '/v1/image_to_video', body: {} }, context);
      return check(context);
    },
  ],
  ['one that proves no key', (check) => (context) => check({ ...context, apiKey: 'another' })],
  ['one that does not stop', (check) => (context) => check({ ...context, signal: new AbortController().signal })],
];

describe('the suite finds out of what is asked besides', () => {
  const searched = replicateCases.find(({ ask }) => ask === 'video');

  test.each(searches)('a search: %s', async (_, plant) => {
    const { provider, task } = searched ?? {};
    const video = provider?.video;
    const find = video?.find?.bind(video);
    if (!searched || !video || !find || !task) throw new Error('there is no sound search to break');
    const planted = { ...searched, provider: { ...searched.provider, video: { ...video, find: plant(find) } } };
    await expect(checkFind(planted, task, stage)).rejects.toThrow();
    await checkFind(searched, task, stage);
  });

  test.each(proofs)('a proof of a key: %s', async (_, plant) => {
    if (!sound?.provider.check) throw new Error('there is no sound proof to break');
    const provider = { ...sound.provider, check: plant(sound.provider.check) };
    await expect(checkProof([{ ...sound, provider }], stage)).rejects.toThrow();
    await checkProof([sound], stage);
  });
});

describe('the suite finds out', () => {
  test.each(faults)('%s', async (_, check, plant) => {
    await expect(check(broken(plant), stage)).rejects.toThrow();
    // And nothing else is wrong with it: without the plant the same check passes.
    await check(
      broken(() => ({})),
      stage,
    );
  });
});
