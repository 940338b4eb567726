import type { Fps } from '#contract/fps.ts';

/** The second a frame lies in, and how manieth frame of that second it is, from 0. */
export function secondAndFrame(frame: number, fps: Fps): { readonly second: number; readonly frame: number } {
  const second = Math.floor((frame * fps.den) / fps.num);
  return { second, frame: frame - frameOfSecond(second, fps) };
}

/** The first frame of a second. */
export function frameOfSecond(second: number, fps: Fps): number {
  return Math.ceil((second * fps.num) / fps.den);
}

/** Minutes, seconds and frames of a film: `01:05:12`; with hours from the first on. Seconds are real ones, at 29.97 too. */
export function timecodeOf(frame: number, fps: Fps): string {
  const at = secondAndFrame(frame, fps);
  return `${minutesOf(at.second)}:${two(at.frame)}`;
}

/** Minutes and seconds: `01:05`; with hours from the first on. */
export function minutesOf(second: number): string {
  const hours = Math.floor(second / 3600);
  const rest = `${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return hours === 0 ? rest : `${String(hours)}:${rest}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
