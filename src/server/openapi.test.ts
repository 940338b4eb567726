import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exampleOf } from '#contract/examples.ts';
import { operation, type Operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { openapiDocument } from './openapi.ts';

interface Described {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody?: { readonly content: object };
}

const document = openapiDocument('1') as { paths: Record<string, Record<string, Described>> };
const described = new Map(
  Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map((one) => [one.operationId, one]),
);
const table = Object.entries(operations) as [string, Operation][];

const verdictOn = async (value: object) => new Validator().validate(structuredClone(value) as Record<string, unknown>);

test('the description is valid OpenAPI 3.1 by a public validator, which does find faults', async () => {
  expect(await verdictOn(document)).toMatchObject({ valid: true });
  const planted = structuredClone(document);
  const [operationOfPath] = Object.values(Object.values(planted.paths)[0] ?? {});
  Object.assign(operationOfPath ?? {}, { responses: { 200: { descriptoin: 'Done.' } } });
  expect(await verdictOn(planted)).toMatchObject({ valid: false });
});

test('every operation is there once', () => {
  expect([...described.keys()].toSorted()).toEqual(Object.keys(operations).toSorted());
});

test('everything it refers to is in it', () => {
  const text = JSON.stringify(document);
  const targets = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(targets.length).toBeGreaterThan(100);
  for (const target of new Set(targets)) {
    const found = target
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(found, target).toBeDefined();
  }
});

test.each(table)('%s says who may call it', (id, { access, answer }) => {
  const { security = null } = described.get(id) ?? {};
  if (access === 'open') return expect(security).toEqual([]);
  const roles = access === 'any' || access === 'user' ? [] : [access];
  expect(security).toContainEqual({ bearer: roles });
  expect(security).toContainEqual({ cookie: roles });
  expect(security?.some((scheme) => 'queryToken' in scheme)).toBe(answer.kind === 'file');
});

test.each(table.filter(([, { answer }]) => answer.kind === 'json'))(
  'the example of %s is what it answers',
  (id, { answer }) => {
    if (answer.kind === 'json') expect(answer.schema.safeParse(exampleOf(id).answer).error).toBeUndefined();
  },
);

test.each(table.filter(([, { body, upload }]) => body && !upload))(
  'the example of %s is what it takes',
  (id, { body }) => {
    expect(body?.safeParse(exampleOf(id).body).error).toBeUndefined();
  },
);

test('forms, headers, versions and waiting are described as the door knows them', () => {
  const made = openapiDocument('1', {
    make: operation({
      method: 'POST',
      path: '/things/{thingId}',
      access: 'works:write',
      summary: 'Make a thing.',
      params: z.object({ thingId: z.string() }),
      headers: z.object({ 'x-model-id': z.string().optional() }),
      body: z.strictObject({ name: z.string() }),
      upload: { field: 'picture', maxBytes: 2e9 },
      answer: { kind: 'json', status: 200, schema: z.object({ ok: z.boolean() }) },
      waits: true,
      versioned: true,
      problems: ['work_has_no_scenes'],
    }),
  }) as typeof document;
  const one = made.paths['/api/things/{thingId}']?.['post'];
  expect(one?.parameters.map((parameter) => parameter['name'] ?? parameter['$ref'])).toEqual([
    'thingId',
    'x-model-id',
    '#/components/parameters/Prefer',
    '#/components/parameters/IdempotencyKey',
    '#/components/parameters/IfMatch',
  ]);
  expect(one?.requestBody?.content).toMatchObject({
    'multipart/form-data': {
      schema: {
        properties: { picture: { format: 'binary', description: 'At most 2 GB.' }, name: { type: 'string' } },
        required: ['picture', 'name'],
      },
    },
  });
  expect(Object.keys(one?.responses ?? {})).toEqual(
    expect.arrayContaining([
      '200',
      '202',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '500',
      '502',
      '503',
      '504',
      '507',
    ]),
  );
  expect(one?.responses['409']?.description).toContain('work_has_no_scenes');
});
