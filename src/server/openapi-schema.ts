import { z } from 'zod';

/** A piece of the document. */
export type Json = Record<string, unknown>;

/** A schema as JSON Schema 2020-12, as it is sent (`input`) or answered (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return rest;
}

/** The fields of an object: each with its schema, and whether it must be there. */
export function fieldsOf(schema: z.ZodObject): readonly { name: string; schema: unknown; isRequired: boolean }[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
    properties?: Json;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    schema: field,
    isRequired: required.includes(name),
  }));
}
