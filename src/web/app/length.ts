import { currentLanguage } from './language.ts';

const units = { en: ['h', 'min', 's'], tr: ['sa', 'dk', 'sn'] } as const;
const [HOURS, MINUTES, SECONDS] = units[currentLanguage()];

/** How long something is or takes, in its two largest units: 44 s, 4 min 12 s, 2 h 5 min. */
export function formatLength(totalS: number): string {
  const whole = Math.max(0, Math.round(totalS));
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const parts =
    hours > 0
      ? [`${hours} ${HOURS}`, minutes > 0 && `${minutes} ${MINUTES}`]
      : [minutes > 0 && `${minutes} ${MINUTES}`, (seconds > 0 || minutes === 0) && `${seconds} ${SECONDS}`];
  return parts.filter(Boolean).join(' ');
}

/** How long something still takes, as roughly as it is known: seconds below a minute, else minutes. */
export function formatLeft(leftMs: number): string {
  const leftS = leftMs / 1000;
  if (leftS < 55) return formatLength(Math.max(5, Math.round(leftS / 5) * 5));
  return formatLength(Math.max(1, Math.round(leftS / 60)) * 60);
}
