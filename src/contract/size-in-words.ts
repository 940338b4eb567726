/** A number of bytes as people say it: `2 GB`, `1.5 MB`, `400 bytes`; decimal, as disks and networks are sold. */
export function sizeInWords(bytes: number): string {
  const [unit, size] = UNITS.find(([, from]) => bytes >= from) ?? ['bytes', 1];
  return `${Math.floor((bytes / size) * 10) / 10} ${unit}`;
}

const UNITS = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;
