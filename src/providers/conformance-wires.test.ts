import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wireCases } from '../../test/wires/all.ts';
import { asksOf, ROLE_OF, setStage, type Stage } from '../../test/wires/asking.ts';
import {
  checkAbort,
  checkAnnouncement,
  checkBodies,
  checkCoverage,
  checkFaults,
  checkKeyInHeadersOnly,
  checkNonsense,
  checkRefusals,
  checkRefusalTable,
} from '../../test/wires/checks.ts';
import { checkProof } from '../../test/wires/key-checks.ts';
import { checkFind } from '../../test/wires/search-checks.ts';
import {
  checkCancel,
  checkKeyStaysHome,
  checkPollFaults,
  checkResult,
  checkResultAbort,
  checkResultGuard,
  checkStates,
  checkTaskParity,
} from '../../test/wires/task-checks.ts';
import { openWire } from '../../test/wires/wire.ts';
import { providers } from './all.ts';

let directory = '';
let wires: Pick<Stage, 'wire' | 'elsewhere'>;
let stage: Stage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'conformance-wires-'));
  wires = { wire: await openWire(), elsewhere: await openWire() };
  stage = await setStage(wires, directory, (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path);
});
afterAll(async () => {
  await Promise.all([wires.wire.close(), wires.elsewhere.close()]);
  await rm(directory, { recursive: true, force: true });
});

test('everything a vendor can be asked through us has a case here', () => {
  const proven = wireCases.map(({ provider, ask }) => `${provider.id} ${ask}`);
  const played = providers
    .filter(({ drawsHere }) => !drawsHere)
    .flatMap((provider) => asksOf(provider).map((ask) => `${provider.id} ${ask}`));
  expect([...new Set(proven)].toSorted()).toEqual(played.toSorted()); // one that speaks two wires has two cases
});

test('every provider says in each of its roles what the common statuses mean', () => {
  const roles = Map.groupBy(wireCases, ({ provider, ask }) => `${provider.id} ${ROLE_OF[ask]}`);
  for (const cases of roles.values()) checkRefusalTable(cases);
});

test('a result without an address is the exception, and it is said why', () => {
  const without = wireCases.filter(({ task }) => task?.givesNoAddress !== undefined);
  expect(new Set(without.map(({ provider }) => provider.id))).toEqual(new Set(['comfyui']));
  for (const { task } of without) expect(task?.givesNoAddress).toMatch(/\w+ \w+/);
});

test.each([...Map.groupBy(wireCases, ({ provider }) => provider.id)])(
  '%s proves a key or an engine for nothing',
  (_, cases) => checkProof(cases, stage),
);

describe.each(wireCases.map((one) => [`${one.provider.id} ${one.ask}`, one] as const))('%s', (_, one) => {
  test('is asked with every model, and with all it takes', () => checkCoverage(one, wireCases));
  test('is asked with the bodies the vendor documents', () => checkBodies(one, stage));
  test('is paid for once, and not before that is written down', () => checkAnnouncement(one, stage));
  test('is asked once, whatever it answers', () => checkRefusals(one, stage));
  test('is asked once, whatever becomes of the connection', () => checkFaults(one, stage));
  test('is asked once, whatever nonsense it answers', () => checkNonsense(one, stage));
  test('stops when it is told to', () => checkAbort(one, stage));
  test('is given the key in headers alone', () => checkKeyInHeadersOnly(one, stage));

  const { task } = one;
  if (task) {
    test('knows every state of a task', () => checkStates(one, task, stage));
    test('is asked about a task as its own SDK asks', () => checkTaskParity(one, task, stage));
    test('takes trouble at a poll for no verdict', () => checkPollFaults(one, stage));
    test('fetches the result, by a fresh address where one has run out', () => checkResult(one, task, stage));
    test('refuses a result that it should not fetch', () => checkResultGuard(one, task, stage));
    test('stops fetching when it is told to', () => checkResultAbort(one, task, stage));
    test('is given the key, and nobody else is', () => checkKeyStaysHome(one, task, stage));
    test('cancels at the vendor, where the vendor can', () => checkCancel(one, task, stage));
    test('looks for what it may have taken, where the vendor can tell', () => checkFind(one, task, stage));
  }
});
