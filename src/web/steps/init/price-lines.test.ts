import { expect, test } from 'vitest';
import { priceLines, tightestBudget } from './price-lines.ts';

const item = (role: string, expectedMicroUsd: number | null, more = {}) =>
  ({ role, provider: 'gemini', model: 'flash', count: 1, expectedMicroUsd, sceneIndex: null, ...more }) as never;
const providers = [
  { id: 'gemini', name: 'Google Gemini', category: 'image', models: [{ id: 'flash', name: 'Gemini Flash Image' }] },
] as never;

test('a film is priced by what is asked for, script first, with models by their names', () => {
  const items = [item('image', 40), item('llm', 3), item('image', 40, { count: 2 })];
  expect(priceLines({ items }, providers)).toMatchObject([
    { role: 'llm', model: 'flash', microUsd: 3 },
    { role: 'image', model: 'Gemini Flash Image', count: 3, microUsd: 80 },
  ]);
});

test('one price that nobody knows makes the sum unknown, not smaller', () => {
  const [line] = priceLines({ items: [item('video', 40), item('video', null, { retired: true })] }, []);
  expect(line).toMatchObject({ microUsd: null, isRetired: true });
});

test('of several budgets the tightest is told', () => {
  const budget = (target: string, leftMicroUsd: number) => ({ target, leftMicroUsd }) as never;
  expect(tightestBudget({ budgets: [budget('user', 9), budget('project', 4)] })).toMatchObject({ target: 'project' });
  expect(tightestBudget({ budgets: [] })).toBeNull();
});
