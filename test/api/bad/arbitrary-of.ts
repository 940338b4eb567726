import fc from 'fast-check';
import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

/** Values of the shape a schema asks for; what JSON Schema cannot say (refinements) they may still miss. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return ofSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function ofSchema(schema: Schema): fc.Arbitrary<unknown> {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map(ofSchema));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'string':
      return strings(schema);
    case 'integer':
      return numbers(schema, true);
    case 'number':
      return numbers(schema, false);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(ofSchema((schema['items'] as Schema | undefined) ?? {}), {
        minLength: Number(schema['minItems'] ?? 0),
        maxLength: Math.min(4, Number(schema['maxItems'] ?? 4)),
      });
    case 'object':
      return objects(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function strings(schema: Schema): fc.Arbitrary<unknown> {
  const pattern = schema['pattern'];
  const maxLength = Math.min(60, Number(schema['maxLength'] ?? 60));
  if (typeof pattern === 'string' && schema['format'] !== 'email') return fc.stringMatching(new RegExp(pattern));
  if (schema['format'] === 'email') return fc.emailAddress();
  return fc.string({ unit: 'grapheme', minLength: Math.min(Number(schema['minLength'] ?? 0), maxLength), maxLength });
}

function numbers(schema: Schema, isWhole: boolean): fc.Arbitrary<unknown> {
  const step = Number(schema['multipleOf'] ?? 1);
  const min = Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? -1e6);
  const max = Math.max(min, Math.min(1e6, Number(schema['maximum'] ?? schema['exclusiveMaximum'] ?? 1e6)));
  if (isWhole || step !== 1) {
    return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((count) => count * step);
  }
  return fc.double({ min, max, noNaN: true });
}

function objects(schema: Schema): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, ofSchema(field)]));
  const required = ((schema['required'] ?? []) as readonly string[]).filter((name) => name in fields);
  const known = fc.record(fields, { requiredKeys: required });
  const extra = schema['additionalProperties'];
  if (Object.keys(fields).length > 0 || typeof extra !== 'object') return known;
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), ofSchema(extra as Schema), { maxKeys: 3 });
}
