import { formatSeconds } from '../../app/format.ts';

/** Decibels with their sign and one decimal: +3.0, −6.0, 0.0. */
export function decibelsInWords(decibels: number): string {
  const sign = decibels > 0 ? '+' : decibels < 0 ? '−' : '';
  return `${sign}${formatSeconds(Math.abs(decibels))}`;
}
