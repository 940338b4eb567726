/** A JSON Schema of an object, as the strict modes of vendors want it: every property required, and no others. */
export function strictObject(
  properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Readonly<Record<string, unknown>> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
