import fc from 'fast-check';
import type { Operation } from '#contract/operation.ts';
import { operations, type OperationId } from '#contract/operations.ts';
import { aims, type Ids } from '../aims.ts';
import { addressOf, fillPath, paramsOf } from '../request-of.ts';
import { tiny } from '../tiny-media.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { nastyFile, nastyHeaders, nastyId, nastyQuery, nastyText, nastyType, nastyValue } from './nasty.ts';

/** A request as it goes over the wire. */
export interface BadRequest {
  /** What was done to it. */
  readonly trick: string;
  readonly method: Operation['method'];
  /** Below `/api`, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Whether the path names things that are there. */
  readonly isPlaced: boolean;
}

/** Things are named when the request is made, since requests use them up. */
export type MakeRequest = (ids: Ids) => BadRequest;

type Fields = Readonly<Record<string, unknown>>;
type Change = (fields: Fields) => Fields;

const BOUNDARY = 'a-boundary-of-ours';
/** Work is queued and never waited for. */
const ALWAYS = { prefer: 'respond-async' };

/** The request that would be granted, as it stands. */
export function goodRequestFor(id: OperationId): MakeRequest {
  return withChange(id, { trick: 'nothing', change: (fields) => fields });
}

/** Requests for one operation, some well formed, most not quite. */
export function badRequestsFor(id: OperationId): fc.Arbitrary<MakeRequest> {
  const declaration: Operation = operations[id];
  const hasBody = declaration.body !== undefined && declaration.upload === undefined;
  const well = fc.constant(goodRequestFor(id));
  const choices: { weight: number; arbitrary: fc.Arbitrary<MakeRequest> }[] = [
    { weight: 2, arbitrary: well },
    { weight: 2, arbitrary: fc.tuple(well, nastyHeaders).map(([make, headers]) => withHeaders(make, headers)) },
    { weight: 1, arbitrary: fc.tuple(well, nastyQuery).map(([make, query]) => withQuery(make, query)) },
  ];
  if (paramsOf(declaration).length > 0) choices.push({ weight: 1, arbitrary: misplaced(id) });
  if (hasBody && declaration.body) {
    choices.push(
      { weight: 5, arbitrary: requestWith(id, wellShaped(declaration.body)) },
      { weight: 5, arbitrary: requestWith(id, oneValueReplaced) },
      { weight: 1, arbitrary: fc.tuple(well, nastyText).map(([make, body]) => withBody(make, body)) },
    );
  } else if (!declaration.upload) {
    choices.push({ weight: 1, arbitrary: fc.tuple(well, nastyText).map(([make, body]) => withBody(make, body)) });
  }
  if (declaration.upload) choices.push({ weight: 4, arbitrary: uploads(id, declaration.upload.field) });
  if (declaration.body ?? declaration.upload) {
    choices.push({ weight: 1, arbitrary: fc.tuple(well, nastyType).map(([make, type]) => withType(make, type)) });
  }
  return fc.oneof(...choices);
}

function requestWith(id: OperationId, changes: fc.Arbitrary<Changed>): fc.Arbitrary<MakeRequest> {
  return changes.map((changed) => withChange(id, changed));
}

interface Changed {
  readonly trick: string;
  readonly change: Change;
}

function withChange(id: OperationId, { trick, change }: Changed): MakeRequest {
  const declaration: Operation = operations[id];
  const { body, file } = aims[id];
  return (ids) => {
    const common = { trick, method: declaration.method, path: addressOf(id, ids), isPlaced: true };
    if (file) {
      const part = { name: declaration.upload?.field ?? 'file', filename: `a.${file}`, bytes: tiny[file] };
      return { ...common, ...multipart([part], (body?.(ids) ?? {}) as Readonly<Record<string, string>>) };
    }
    if (!body) return { ...common, headers: ALWAYS };
    const headers = { ...ALWAYS, 'content-type': 'application/json' };
    return { ...common, headers, body: JSON.stringify(change(body(ids))) };
  };
}

/** Some fields as the schema would have them, over those of the aim. */
function wellShaped(schema: NonNullable<Operation['body']>): fc.Arbitrary<Changed> {
  const fields = Object.entries(schema.shape) as [string, Parameters<typeof arbitraryOf>[0]][];
  if (fields.length === 0) return fc.constant({ trick: 'nothing', change: (given) => given });
  return fc.subarray(fields, { minLength: 1, maxLength: Math.min(2, fields.length) }).chain((some) =>
    fc.record(Object.fromEntries(some.map(([name, field]) => [name, arbitraryOf(field)]))).map((values) => ({
      trick: `fields of the right shape: ${Object.keys(values).join(', ')}`,
      change: (given) => ({ ...given, ...values }),
    })),
  );
}

/** One value, however deep, is another; or a field is gone, or one too many. */
const oneValueReplaced = fc
  .record({ value: nastyValue, place: fc.nat(), how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add') })
  .map(({ value, place, how }) => ({
    trick: `${how} one value`,
    change: (given: Fields): Fields => {
      if (how === 'add') return { ...given, ['$where __proto__ nmae'.split(' ')[place % 3] ?? '']: value };
      const changed = structuredClone(given) as Record<string, unknown>;
      const all = placesIn(changed);
      // A text in the place of a text comes further than in the place of a number.
      const alike = all.filter(([holder, key]) => typeof Reflect.get(holder, key) === typeof value);
      const places = alike.length > 0 && place % 4 !== 0 ? alike : all;
      const [holder, key] = places[place % Math.max(1, places.length)] ?? [changed, 'x'];
      if (how === 'drop') Reflect.deleteProperty(holder, key);
      else (holder as Record<string, unknown>)[key] = value;
      return changed;
    },
  }));

function placesIn(value: object): [object, string][] {
  return Object.entries(value).flatMap(([key, inner]): [object, string][] => [
    [value, key],
    ...(inner !== null && typeof inner === 'object' ? placesIn(inner as object) : []),
  ]);
}

function misplaced(id: OperationId): fc.Arbitrary<MakeRequest> {
  const params = paramsOf(operations[id]);
  return fc.tuple(fc.constantFrom(...params), nastyId).map(([param, nasty]) => (ids) => ({
    ...goodRequestFor(id)({ ...ids, [param]: nasty }),
    trick: `${param} is ${nasty.slice(0, 40)}`,
    isPlaced: false,
  }));
}

const withHeaders =
  (make: MakeRequest, headers: Readonly<Record<string, string>>): MakeRequest =>
  (ids) => {
    const request = make(ids);
    const trick = `headers ${JSON.stringify(headers).slice(0, 80)}`;
    return { ...request, trick, headers: { ...request.headers, ...headers } };
  };

const withQuery =
  (make: MakeRequest, query: string): MakeRequest =>
  (ids) => {
    const request = make(ids);
    const more = request.path.includes('?') ? query.replace('?', '&') : query;
    return { ...request, trick: `query ${query.slice(0, 60)}`, path: `${request.path}${more}` };
  };

const withBody =
  (make: MakeRequest, body: string | Buffer): MakeRequest =>
  (ids) => {
    const request = make(ids);
    const headers = { ...request.headers, 'content-type': 'application/json' };
    return { ...request, trick: `body ${body.toString('latin1').slice(0, 60)}`, headers, body };
  };

const withType =
  (make: MakeRequest, type: string): MakeRequest =>
  (ids) => {
    const request = make(ids);
    return {
      ...request,
      trick: `content type ${type.slice(0, 60)}`,
      headers: { ...request.headers, 'content-type': type },
    };
  };

interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly bytes: Uint8Array | string;
}

/** Forms with a file that is not what it should be, or that are not whole. */
function uploads(id: OperationId, field: string): fc.Arbitrary<MakeRequest> {
  const declaration: Operation = operations[id];
  const good: Part = { name: field, filename: 'a.bin', bytes: tiny[aims[id].file ?? 'png'] };
  const form = fc.oneof(
    nastyFile.map((bytes) => ({ trick: `a file of ${bytes.length} bytes`, ...multipart([{ ...good, bytes }]) })),
    fc
      .constantFrom('../../etc/passwd', 'a\r\nX: y', 'nul\u0000.png', '.', 'é\u{1F600}'.repeat(200), '"; name="x')
      .map((filename) => ({ trick: 'a file name', ...multipart([{ ...good, filename }]) })),
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => {
      const whole = multipart([good]);
      const end = Math.floor(whole.body.length * share);
      return { trick: 'a form cut off', ...whole, body: whole.body.subarray(0, end) };
    }),
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => {
      const bytes = good.bytes.slice(0, Math.floor(good.bytes.length * share));
      return { trick: 'a file cut off', ...multipart([{ ...good, bytes }]) };
    }),
    fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(([place, value]) => {
      const bytes = Uint8Array.from(good.bytes as Uint8Array);
      bytes[place % bytes.length] = value;
      return { trick: 'a file with one byte wrong', ...multipart([{ ...good, bytes }]) };
    }),
    fc.constant({ trick: 'two files', ...multipart([good, { ...good, name: 'another' }]) }),
    fc.constant({ trick: 'no file', ...multipart([{ name: 'note', bytes: 'x' }]) }),
    fc.constant({
      trick: 'a thousand fields',
      ...multipart([...Array.from({ length: 1000 }, (_, index) => ({ name: `f${index}`, bytes: 'x' })), good]),
    }),
    fc.constant({
      trick: 'a field of a megabyte',
      ...multipart([{ name: 'name', bytes: 'x'.repeat(1_000_000) }, good]),
    }),
    fc.constant({ trick: 'a field called __proto__', ...multipart([{ name: '__proto__', bytes: 'x' }, good]) }),
    nastyValue.map((value) => ({
      trick: 'fields that are odd',
      ...multipart([good, { name: 'tags', bytes: JSON.stringify(value) }, { name: 'name', bytes: String(value) }]),
    })),
  );
  return form.map((made) => (ids) => ({
    ...made,
    method: declaration.method,
    path: fillPath(declaration, ids),
    isPlaced: true,
  }));
}

function multipart(
  parts: readonly Part[],
  fields: Readonly<Record<string, string>> = {},
): { readonly headers: Record<string, string>; readonly body: Buffer } {
  const all: readonly Part[] = [...Object.entries(fields).map(([name, bytes]) => ({ name, bytes })), ...parts];
  const pieces = all.flatMap(({ name, filename, bytes }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${filename === undefined ? '' : 'Content-Type: image/png\r\n'}\r\n`,
    ),
    Buffer.from(bytes as Uint8Array),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { ...ALWAYS, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}
