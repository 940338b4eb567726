/** The lowest level that is told apart from silence. */
export const SILENCE_DB = -60;

/** As loud as a sound may be made: four times. */
export const LOUDEST_DB = 12;

/** A volume in decibels, one decimal; `SILENCE_DB` for nothing. */
export function decibelsOf(volume: number): number {
  const decibels = volume <= 0 ? SILENCE_DB : 20 * Math.log10(volume);
  return Math.round(Math.max(SILENCE_DB, decibels) * 10) / 10;
}

/** A volume of so many decibels: 0 dB is 1, and what is as low as `SILENCE_DB` is nothing. */
export function volumeOf(decibels: number): number {
  if (decibels <= SILENCE_DB) return 0;
  return Math.min(4, Math.round(10 ** (decibels / 20) * 1e6) / 1e6);
}
