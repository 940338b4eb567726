import { formatTimecode } from '../../app/format.ts';

/** Minutes, seconds and tenths since the video began: 00:10.1 */
export function formatTenths(totalS: number): string {
  const tenths = Math.floor(totalS * 10 + 1e-6);
  return `${formatTimecode(Math.floor(tenths / 10))}.${tenths % 10}`;
}
