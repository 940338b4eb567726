import { HexColour } from '#contract/style-guide.ts';

const named: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  pink: '#ffc0cb',
  gray: '#808080',
  grey: '#808080',
  cyan: '#00ffff',
  magenta: '#ff00ff',
};

/** The hex form of a colour a client wrote as hex, by name or as `rgb()`; white for anything else. */
export function hexColour(written: string): string {
  if (HexColour.safeParse(written).success) return written;
  const text = written.trim().toLowerCase();
  const hexWithAlpha = /^#([0-9a-f]{6})[0-9a-f]{2}$/.exec(text)?.[1];
  if (hexWithAlpha !== undefined) return `#${hexWithAlpha}`;
  const channels = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text)?.slice(1);
  if (channels !== undefined)
    return `#${channels.map((channel) => Math.min(255, Number(channel)).toString(16).padStart(2, '0')).join('')}`;
  return new Map(Object.entries(named)).get(text) ?? '#ffffff';
}
