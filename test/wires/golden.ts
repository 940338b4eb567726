import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { SchemaName } from './adapter-case.ts';
import type { Recorded } from './wire.ts';

const LONG = 120; // characters: no prompt of the suite is as long without a space, and no picture as short

/** A body by which two of them can be compared: JSON, or the parts of a form. */
export async function readBody({ body, json, headers }: Recorded): Promise<unknown> {
  if (json !== null) return json;
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body.toString('latin1');
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const parts = [...form.entries()].map(async ([name, value]) =>
    typeof value === 'string'
      ? { name, value }
      : { name, type: value.type, base64: Buffer.from(await value.arrayBuffer()).toString('base64') },
  );
  return Promise.all(parts);
}

/** The same with bytes told by their kind, so that a golden body can be written by hand: `data:image/jpeg`, `(bytes)`. */
export function shortened(body: unknown): unknown {
  if (typeof body === 'string') {
    const data = /^(data:[\w/+.-]+);base64,/.exec(body);
    if (data) return data[1];
    return body.length > LONG && /^[\w+/-]+=*$/.test(body) ? '(bytes)' : body;
  }
  if (Array.isArray(body)) return body.map(shortened);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, shortened(value)]));
}

const files = new Map<string, Ajv>();
const validators = new Map<string, ValidateFunction>();

/** What a vendor's own schema has against a body; empty: nothing. */
export function faultsBySchema({ file, definition }: SchemaName, body: unknown): string[] {
  const name = `${file}#/definitions/${definition}`;
  const validate = validators.get(name) ?? compiled(file, definition);
  validators.set(name, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}

function compiled(file: string, definition: string): ValidateFunction {
  let ajv = files.get(file);
  if (!ajv) {
    ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
    formats.default(ajv);
    const path = join(import.meta.dirname, '../specs', `${file}.schema.json`);
    ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, 'spec');
    files.set(file, ajv);
  }
  return ajv.compile({ $ref: `spec#/definitions/${definition}` });
}
