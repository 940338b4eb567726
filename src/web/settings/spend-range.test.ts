import { expect, test } from 'vitest';
import type { SpendRow } from '#contract/cost.ts';
import { spendCsv } from './spend-csv.ts';
import { barsOf, presetOf, presetRange, rangeOf, spanOf } from './spend-range.ts';

const NOW = Date.UTC(2026, 10, 21, 20);

test('without days in the address it is the calendar month of UTC, to its end', () => {
  expect(rangeOf({}, NOW)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(rangeOf({ from: '2026-11-03', to: 'yesterday' }, NOW)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(rangeOf({ from: '2026-02-31', to: '2026-03-02' }, NOW).from).toBe('2026-11-01');
  expect(rangeOf({ from: '2026-11-09', to: '2026-11-02' }, NOW).from).toBe('2026-11-01');
  expect(rangeOf({ from: '2026-11-03', to: '2026-11-03' }, NOW)).toEqual({ from: '2026-11-03', to: '2026-11-03' });
});

test('the last month, also in January, and the last thirty days', () => {
  expect(presetRange('last-month', NOW)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(presetRange('last-month', Date.UTC(2027, 0, 5))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(presetRange('days', NOW)).toEqual({ from: '2026-10-23', to: '2026-11-21' });
  expect(presetOf({ from: '2026-10-01', to: '2026-10-31' }, NOW)).toBe('last-month');
  expect(presetOf({ from: '2026-10-01', to: '2026-10-30' }, NOW)).toBeNull();
});

test('the last day of a range is counted whole', () => {
  expect(spanOf({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
    fromMs: Date.UTC(2026, 10, 1),
    toMs: Date.UTC(2026, 11, 1),
  });
});

test('each day has a bar, also where nothing was spent; a long time has one a month', () => {
  const bars = barsOf({ from: '2026-11-01', to: '2026-11-30' }, [{ key: '2026-11-03', spentMicroUsd: 5 }], NOW);
  expect(bars).toHaveLength(30);
  expect(bars[2]).toEqual({ key: '2026-11-03', spentMicroUsd: 5, isAhead: false, isNow: false });
  expect(bars.filter(({ isAhead }) => isAhead)).toHaveLength(9);
  const year = barsOf(
    { from: '2026-01-01', to: '2026-12-31' },
    [
      { key: '2026-11-03', spentMicroUsd: 5 },
      { key: '2026-11-04', spentMicroUsd: 7 },
    ],
    NOW,
  );
  expect(year.map(({ key }) => key)).toHaveLength(12);
  expect(year[10]).toEqual({ key: '2026-11', spentMicroUsd: 12, isAhead: false, isNow: true });
});

test('a table for spreadsheets has dollars with a point, quotes what must be, and no name of a project is a formula', () => {
  const made = { pictures: 2, clips: 1, clipSeconds: 4.5, scripts: 0, readings: 0 };
  const row: SpendRow = { key: 'proj_1', name: '', spentMicroUsd: 1_234_500, generations: 3, made, unknownCount: 1 };
  const csv = spendCsv('project', [row, { ...row, key: null }], ({ key }) => (key ? 'Bottles, "new"' : '=2+3'));
  expect(csv.split('\r\n')).toEqual([
    'project,name,usd,paid,pictures,clips,clip_seconds,scripts,readings,unknown_cost',
    'proj_1,"Bottles, ""new""",1.234500,3,2,1,4.5,0,0,1',
    ",'=2+3,1.234500,3,2,1,4.5,0,0,1",
    '',
  ]);
});
