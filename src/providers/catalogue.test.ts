import { expect, test } from 'vitest';
import { Role } from '#contract/generation.ts';
import { adapterOf } from './adapter-of.ts';
import { providers } from './all.ts';
import { isRetired } from './is-retired.ts';
import type { ModelDescriptor, Provider } from './provider.ts';
import { vendorOf } from './vendor-of.ts';

const nowMs = Date.parse('2026-11-21'); // when the catalogue was last gone through
const listed: readonly (readonly [string, Provider, ModelDescriptor])[] = providers.flatMap((provider) =>
  provider.models.map((model) => [`${provider.id} ${model.role} ${model.id}`, provider, model] as const),
);

test('the documented names of providers are there, each in its roles', () => {
  const roles = (id: string) => {
    const provider = providers.find((one) => one.id === id);
    return Role.options.filter((role) => provider?.[adapterOf[role]] !== undefined).join(' ');
  };
  expect(['gemini', 'claude', 'openai', 'dalle', 'runway'].map((id) => `${id}: ${roles(id)}`)).toEqual([
    'gemini: vision llm image video',
    'claude: vision llm',
    'openai: vision llm',
    'dalle: image',
    'runway: image video',
  ]);
});

test('every provider but this machine can be tried for nothing, by a check of its own or of its vendor', () => {
  const without = providers.filter((provider) => {
    const vendor = providers.find(({ id }) => id === vendorOf(provider));
    return !provider.drawsHere && !provider.check && !vendor?.check;
  });
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('a model is listed once, and only where it can be played', () => {
  const names = listed.map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const unplayed = listed.filter(([, provider, { role }]) => provider[adapterOf[role]] === undefined);
  expect(unplayed.map(([name]) => name)).toEqual([]);
});

test('where a provider lists models of a role, the first of those that are served is asked by default', () => {
  const without = providers.flatMap((provider) =>
    Role.options.flatMap((role) => {
      const ofRole = provider.models.filter((model) => model.role === role);
      return ofRole.length > 0 && ofRole.every((model) => isRetired(model, nowMs)) ? [`${provider.id} ${role}`] : [];
    }),
  );
  expect(without).toEqual([]);
});

test('what took a retired model’s place is listed beside it, and is served', () => {
  for (const [name, provider, model] of listed) {
    if (model.replacedBy === undefined) continue;
    const successor = provider.models.find(({ id, role }) => id === model.replacedBy && role === model.role);
    expect(successor && !isRetired(successor, nowMs), `${name}: ${model.replacedBy}`).toBe(true);
  }
});

test('every price has its day, which is past, and its source', () => {
  for (const [name, , { prices }] of listed) {
    for (const { microUsd, asOf, source } of prices) {
      expect(asOf, name).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Date.parse(asOf), name).toBeLessThan(nowMs);
      expect(source.length, name).toBeGreaterThan(3);
      expect(microUsd, name).toBeGreaterThan(0);
    }
  }
});

test('what is free is said to be: a keyless provider lists no price', () => {
  const priced = listed.filter(([, { keyless }, { prices }]) => keyless && prices.length > 0);
  expect(priced.map(([name]) => name)).toEqual([]);
});

test('lengths of clips can be asked for: they rise, and something fits between least and most', () => {
  for (const [name, , { durations }] of listed) {
    const { listS = [], minS = 0, maxS = Number.POSITIVE_INFINITY } = durations ?? {};
    expect(listS, name).toEqual(listS.toSorted((a, b) => a - b));
    expect(minS, name).toBeLessThanOrEqual(maxS);
  }
});
