import { isUtf8 } from 'node:buffer';
import type { AnnouncedCall } from '#providers/provider.ts';

/** The body of a call for somebody to read: JSON as it is, but for files, which are named by kind and size. */
export function readableBody(body: AnnouncedCall['body']): unknown {
  if (body === undefined) return null;
  if (body instanceof FormData) {
    return Object.fromEntries([...new Set(body.keys())].map((name) => [name, fieldOf(body.getAll(name))]));
  }
  if (body instanceof Uint8Array)
    return isUtf8(body) ? readableText(Buffer.from(body).toString()) : sized('', body.length);
  return shortened(body);
}

function fieldOf(values: readonly (string | File)[]): unknown {
  const told = values.map((value) => (typeof value === 'string' ? value : sized(value.type, value.size)));
  return told.length === 1 ? told[0] : told;
}

function readableText(text: string): unknown {
  try {
    return shortened(JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

/** A copy in which no text is a file. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return withoutFile(value);
  if (Array.isArray(value)) return value.map(shortened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}

const DATA_URI = /^data:([^;,]{0,100});base64,/;
const BASE64 = /^[A-Za-z0-9+/_-]{400,}={0,2}$/; // no words of anybody are so long without a space

function withoutFile(text: string): string {
  const mime = DATA_URI.exec(text)?.[1];
  if (mime === undefined && !BASE64.test(text)) return text;
  return sized(mime ?? '', Math.floor(((text.length - (text.indexOf(',') + 1)) * 3) / 4));
}

function sized(mime: string, bytes: number): string {
  return `(${mime || 'a file'}, ${Math.max(1, Math.round(bytes / 1000))} kB)`;
}
