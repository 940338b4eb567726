import { formatTimecode } from '../../app/format.ts';
import { useNow } from '../../app/use-now.ts';

/** How long something goes on by now, told anew every second. */
export const useElapsed = (sinceMs: number): string => formatTimecode(Math.max(0, (useNow() - sinceMs) / 1000));
