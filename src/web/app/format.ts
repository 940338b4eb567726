import { currentClock } from './clock.ts';
import { currentLanguage } from './language.ts';

/*
 * Numbers, money, moments and lengths as the language in use writes them.
 */

const language = currentLanguage();
const count = new Intl.NumberFormat(language);
const dollars = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' });
const smallDollars = new Intl.NumberFormat(language, {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 1,
});
const price = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = currentClock();
const hours = clock === 'auto' ? {} : { hourCycle: clock };
const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...hours });
const timeOfDay = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...hours });
const timeWithSeconds = new Intl.DateTimeFormat(language, { timeStyle: 'medium', ...hours });
const utcDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const utcMonth = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
const list = new Intl.ListFormat(language, { type: 'conjunction' });

/** 1,234 */
export const formatCount = (value: number): string => count.format(value);

/** Millionths of a dollar as dollars and cents: $4.08; less than a cent with its first digit: $0.003. */
export function formatMoney(microUsd: number): string {
  const value = microUsd / 1_000_000;
  return value > 0 && value < 0.005 ? smallDollars.format(value) : dollars.format(value);
}

/** 0 to 1 as 62%. */
export const formatShare = (value: number): string => share.format(value);

/** Seconds with one decimal, as scenes are told: 4.5 */
export const formatSeconds = (value: number): string => seconds.format(value);

/** A price as vendors write it, to the hundredth of a cent: $0.067, $12.00. */
export const formatPrice = (microUsd: number): string => price.format(microUsd / 1_000_000);

/** Minutes and seconds since the film began: 01:05 */
export function formatTimecode(totalS: number): string {
  const whole = Math.floor(totalS + 1e-6);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** A moment as far away as it is: 2 min. ago, yesterday, 17 Nov. */
export function formatAgo(atMs: number, nowMs: number = Date.now()): string {
  const agoS = (nowMs - atMs) / 1000;
  if (agoS < 45) return relative.format(0, 'second');
  if (agoS < 45 * 60) return relative.format(-Math.round(agoS / 60), 'minute');
  if (agoS < 22 * 3600) return relative.format(-Math.round(agoS / 3600), 'hour');
  if (agoS < 6 * 86_400) return relative.format(-Math.max(1, Math.round(agoS / 86_400)), 'day');
  return formatDay(atMs, nowMs);
}

/** 17 Nov, with the year where it is another. */
export function formatDay(atMs: number, nowMs: number = Date.now()): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? day : dayOfYear).format(atMs);
}

/** 21 Nov 2026, 14:05 */
export const formatMoment = (atMs: number): string => moment.format(atMs);

/** 14:05:09 */
export const formatClock = (atMs: number): string => timeWithSeconds.format(atMs);

/** 17 Nov, of a day that begins at midnight UTC. */
export const formatUtcDay = (atMs: number): string => utcDay.format(atMs);

/** November, of a month that begins at midnight UTC. */
export const formatMonth = (atMs: number): string => utcMonth.format(atMs);

/** 14:05 */
export const formatTimeOfDay = (atMs: number): string => timeOfDay.format(atMs);

/** a, b and c */
export const formatList = (items: readonly string[]): string => list.format(items);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes in the unit that reads best, decimal as disks are sold: 24.1 MB. */
export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = UNITS[step] ?? 'byte';
  const digits = step === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** step);
}
