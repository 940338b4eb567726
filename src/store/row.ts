import type { Insertable, Selectable, Updateable } from 'kysely';

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;
type Milliseconds<Value> = Value extends Date ? number : Value;

/** A row as the rest of the house sees it: camelCase, moments as Unix milliseconds. */
export type Row<Table> = {
  readonly [Column in keyof Selectable<Table> & string as CamelCase<Column>]: Milliseconds<Selectable<Table>[Column]>;
};

/** Turns a row of the database into an object of ours; JSON columns stay unknown until someone reads them. */
export function fromColumns<Table>(row: Selectable<Table>): Row<Table> {
  const object: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row as Record<string, unknown>)) {
    object[keyOf(column)] = value instanceof Date ? value.getTime() : value;
  }
  return object as Row<Table>;
}

const keys = new Map<string, string>(); // a few hundred names, asked for with every row

function keyOf(column: string): string {
  const known = keys.get(column);
  if (known !== undefined) return known;
  const key = column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  keys.set(column, key);
  return key;
}

/** The same of a row that came as JSON (`to_json`), whose moments are text there. */
export function fromJsonColumns<Table>(row: Readonly<Record<string, unknown>>): Row<Table> {
  const columns = Object.entries(row).map(([column, value]) => {
    return [column, column.endsWith('_at') && typeof value === 'string' ? new Date(value) : value] as const;
  });
  return fromColumns<Table>(Object.fromEntries(columns) as Selectable<Table>);
}

/**
 * Turns (some) fields of ours into columns; what is undefined is left out.
 *
 * @param json keys whose values are documents, stored as JSON
 */
export function toColumns<Table>(fields: object, json: readonly string[]): Insertable<Table> & Updateable<Table> {
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const column = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (json.includes(key)) columns[column] = value === null ? null : JSON.stringify(value);
    else columns[column] = key.endsWith('At') && typeof value === 'number' ? new Date(value) : value;
  }
  return columns as Insertable<Table> & Updateable<Table>;
}
