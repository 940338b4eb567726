import { inspect } from 'node:util';
import { ProviderError, type Provider, type ProviderContext } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { expect } from 'vitest';
import type { AdapterCase } from './adapter-case.ts';
import { contextOf, KEY, type Stage } from './asking.ts';
import { checkNoKey, NONSENSE, PASSING, providerError, thrownBy } from './checks.ts';
import type { Script } from './wire.ts';

/*
 * What is demanded of the free call that proves a key, or that an engine is there.
 */

/** It is free, sends the key in headers alone, tells a bad key from trouble on the way, and stops when it is told to. */
export async function checkProof(cases: readonly AdapterCase[], stage: Stage): Promise<void> {
  const [one] = cases;
  if (!one) throw new Error('a provider without a case');
  const proof = (script: Script, given: Partial<ProviderContext> = {}) =>
    proved(one.provider, cases, stage, script, given);

  const refused = providerError(one, await thrownBy(proof({ status: 401, json: { error: 'no such key' } })));
  expect(refused.kind, 'a key that is refused').toBe('invalid_key');
  const sent = stage.wire.requests.flatMap(({ headers }) => Object.values(headers));
  expect(
    sent.some((value) => value.includes(KEY)),
    'the key goes along',
  ).toBe(takesKey(one.provider));

  for (const fault of [{ status: 500, text: 'oops' }, { status: 429, text: 'slow down' }, 'reset', 'cut'] as const) {
    const failure = providerError(one, await thrownBy(proof(fault)));
    expect(PASSING, JSON.stringify(fault)).toContain(failure.kind);
  }
  for (const nonsense of NONSENSE) {
    const told = await proof(nonsense).catch((failure: unknown) => providerError(one, failure));
    expect(inspect(told), JSON.stringify(nonsense)).not.toContain(KEY);
    if (!(told instanceof ProviderError)) expect(told.says, JSON.stringify(nonsense)).toMatch(/\w+.*\.$/);
  }
  await expect(proof({}, { signal: AbortSignal.abort() }), 'told to stop').rejects.toThrow();
  expect(stage.wire.requests, 'asked after it was told to stop').toEqual([]);
}

async function proved(
  provider: Provider,
  cases: readonly AdapterCase[],
  stage: Stage,
  script: Script,
  given: Partial<ProviderContext>,
): Promise<{ readonly says: string }> {
  const [one] = cases;
  if (!one || !provider.check) throw new Error('nothing proves its key');
  const sending = () => Promise.reject(new Error('what proves a key may not announce a paid call'));
  // The settings of the case, which an engine needs, but the key as everyone is given it.
  const context = await contextOf(one, stage, { model: '' }, { apiKey: KEY, sending, ...given });
  stage.wire.play(script);
  try {
    return await provider.check(context);
  } finally {
    for (const request of stage.wire.requests) checkNoKey(request);
    const paid = stage.wire.requests.filter((request) => cases.some(({ isSubmit }) => isSubmit(request)));
    expect(paid, 'what proves a key was a paid call').toEqual([]);
  }
}
