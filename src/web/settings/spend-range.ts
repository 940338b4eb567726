import type { SpendRow } from '#contract/cost.ts';
import type { SpendSpan } from '../queries/spend.ts';

/*
 * Days are those of UTC, as they are for budgets: a limit for the month begins anew when this chart does.
 */

const DAY_MS = 86_400_000;
const MOST_DAYS = 92; // more bars than that are no bars

/** The first and the last day that are looked at, as 2026-11-21. */
export interface SpendRange {
  readonly from: string;
  readonly to: string;
}

/** Ranges that are a press away. */
export type Preset = 'month' | 'last-month' | 'days';

/** What an address says, where both are days in their order; else the month until its end. */
export function rangeOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  nowMs: number,
): SpendRange {
  const isRange = from !== undefined && to !== undefined && isDay(from) && isDay(to) && from <= to;
  return isRange ? { from, to } : presetRange('month', nowMs);
}

/** The days of a preset. */
export function presetRange(preset: Preset, nowMs: number): SpendRange {
  if (preset === 'days') return { from: dayOf(nowMs - 29 * DAY_MS), to: dayOf(nowMs) };
  const now = new Date(nowMs);
  const month = now.getUTCMonth() - (preset === 'month' ? 0 : 1);
  const [first, next] = [Date.UTC(now.getUTCFullYear(), month, 1), Date.UTC(now.getUTCFullYear(), month + 1, 1)];
  return { from: dayOf(first), to: dayOf(next - DAY_MS) };
}

/** Which preset a range is; null: one of one's own. */
export function presetOf(range: SpendRange, nowMs: number): Preset | null {
  const presets: readonly Preset[] = ['month', 'last-month', 'days'];
  return presets.find((preset) => same(presetRange(preset, nowMs), range)) ?? null;
}

/** The moments a range is asked for by. */
export const spanOf = ({ from, to }: SpendRange): SpendSpan => ({ fromMs: msOf(from), toMs: msOf(to) + DAY_MS });

/** What was spent on a day, or in a month where the range is long; days without anything are there too. */
export interface Bar {
  /** 2026-11-21, or 2026-11 of a month. */
  readonly key: string;
  readonly spentMicroUsd: number;
  readonly isAhead: boolean;
  /** It is the present one. */
  readonly isNow: boolean;
}

/** One bar a day, or a month where there would be too many. */
export function barsOf(
  range: SpendRange,
  rows: readonly Pick<SpendRow, 'key' | 'spentMicroUsd'>[],
  nowMs: number,
): readonly Bar[] {
  const { fromMs, toMs } = spanOf(range);
  const length = Math.round((toMs - fromMs) / DAY_MS) > MOST_DAYS ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length;
  const sums = new Map<string, number>();
  for (let ms = fromMs; ms < toMs; ms += DAY_MS) sums.set(dayOf(ms).slice(0, length), 0);
  for (const { key, spentMicroUsd } of rows) {
    const day = key?.slice(0, length) ?? '';
    if (sums.has(day)) sums.set(day, (sums.get(day) ?? 0) + spentMicroUsd);
  }
  const today = dayOf(nowMs).slice(0, length);
  return [...sums].map(([key, spentMicroUsd]) => ({ key, spentMicroUsd, isAhead: key > today, isNow: key === today }));
}

/** The UTC day of a moment. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The moment a day begins; a month, where only that is said. */
export const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`.replace(/^(\d{4}-\d\d)T/, '$1-01T'));

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(Date.parse(text) || 0) === text;
const same = (a: SpendRange, b: SpendRange): boolean => a.from === b.from && a.to === b.to;
