import { z } from 'zod';
import { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import { adapterOf } from './adapter-of.ts';
import type { ModelDescriptor, Provider } from './provider.ts';

const text = z.string().min(1).max(2000);
const count = z.int().min(1);
const seconds = z.number().positive();

/** A day as `2026-12-01`, or Unix milliseconds. */
const Day = z.union([z.iso.date().transform((day) => Date.parse(day)), z.int().positive()]);

const Price = z.strictObject({
  unit: z.enum(['second', 'image', 'mtok_in', 'mtok_out', 'kchar']),
  microUsd: z.number().min(0),
  when: z.record(z.string(), z.string()).exactOptional(),
  from: z.iso.date().exactOptional(),
  asOf: z.iso.date(),
  source: text,
});

const SizeFields = z.strictObject({
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  width: count.exactOptional(),
  height: count.exactOptional(),
  isNearest: z.literal(true).exactOptional(),
});

const Durations = z.strictObject({
  listS: z.array(seconds).min(1).exactOptional(),
  minS: seconds.exactOptional(),
  maxS: seconds.exactOptional(),
  stepS: seconds.exactOptional(),
});

const Input = z.strictObject({
  promptMax: count.exactOptional(),
  promptRequired: z.boolean().exactOptional(),
  maxReferences: z.int().min(0).exactOptional(),
  imageMaxBytes: count.exactOptional(),
  mimes: z.array(text).exactOptional(),
  lastFrame: z.boolean().exactOptional(),
  video: z.boolean().exactOptional(),
});

/** What may be said of a model, field by field as in a descriptor; null takes back what is built in. */
const said = {
  retiredAt: Day.nullish(),
  replacedBy: text.nullish(),
  sizes: z.strictObject({ portrait: SizeFields, landscape: SizeFields, square: SizeFields }).nullish(),
  sizeStep: count.nullish(),
  durations: Durations.nullish(),
  deadlineS: seconds.nullish(),
  input: Input.nullish(),
  negativePrompt: z.enum(['field', 'prompt', 'none']).nullish(),
  seed: z.boolean().nullish(),
  audio: z.boolean().nullish(),
  maxOutputTokens: count.nullish(),
  name: text.optional(),
  description: z.string().max(2000).optional(),
  prices: z.array(Price).optional(),
} satisfies Record<Exclude<keyof ModelDescriptor, 'id' | 'role'>, z.ZodType>;

const Line = z.strictObject({
  provider: z.string(),
  id: text,
  role: Role,
  /** Another model of the same provider and role, which it is like where nothing else is said; but for the price. */
  like: text.optional(),
  ...said,
});
type Line = z.infer<typeof Line>;

/** What an operator adds to the built-in catalogue, or changes of it. */
const Catalogue = z.strictObject({ models: z.array(z.unknown()) });

/**
 * The providers with the models that an operator has added or changed.
 *
 * A model that is there is changed in what its line says and stays in its place; a new one comes after the others.
 *
 * @throws Problem `bad_configuration`, naming the line
 */
export function extendCatalogue(providers: readonly Provider[], document: unknown): readonly Provider[] {
  const catalogue = Catalogue.safeParse(document);
  if (!catalogue.success) throw wrong('', catalogue.error);
  const models = new Map(providers.map(({ id, models: own }) => [id, [...own]]));
  for (const [index, given] of catalogue.data.models.entries()) {
    const where = `models[${index}]${nameOf(given)}`;
    const line = Line.safeParse(given);
    if (!line.success) throw wrong(`${where}: `, line.error);
    addLine(providers, models, line.data, where);
  }
  return providers.map((provider) => ({ ...provider, models: models.get(provider.id) ?? provider.models }));
}

function addLine(
  providers: readonly Provider[],
  models: ReadonlyMap<string, ModelDescriptor[]>,
  line: Line,
  where: string,
): void {
  const provider = providers.find(({ id }) => id === line.provider);
  const own = models.get(line.provider);
  if (!provider || !own) {
    const known = providers.map(({ id }) => id).join(', ');
    throw new Problem('bad_configuration', { reason: `${where}: provider: there is only ${known}` });
  }
  if (!provider[adapterOf[line.role]]) {
    throw new Problem('bad_configuration', { reason: `${where}: role: ${provider.id} does not play ${line.role}` });
  }
  if (provider.drawsHere) {
    throw new Problem('bad_configuration', { reason: `${where}: provider: the models of ${provider.id} are built in` });
  }
  const find = (id: string) => own.findIndex((model) => model.id === id && model.role === line.role);
  const at = find(line.id);
  const like = line.like === undefined ? undefined : own[find(line.like)];
  if (line.like !== undefined && !like) {
    throw new Problem('bad_configuration', {
      reason: `${where}: like: ${provider.id} has no ${line.role} model ${line.like}`,
    });
  }
  const { retiredAt: _, replacedBy: __, ...likeness } = like ?? blank(line);
  const model = merged(own[at] ?? { ...likeness, id: line.id, name: line.id, prices: [] }, line);
  if (at < 0) own.push(model);
  else own[at] = model;
}

const blank = ({ id, role }: Line): ModelDescriptor => ({ id, role, name: id, description: '', prices: [] });

/** What a line says in place of what was known; null: nothing any more. */
function merged(before: ModelDescriptor, line: Line): ModelDescriptor {
  const { provider: _, like: __, ...fields } = line;
  return replaced(before, fields);
}

function replaced<T extends object>(before: T, said: { readonly [K in keyof T]?: T[K] | null | undefined }): T {
  const after = { ...before };
  for (const key of Object.keys(said) as (keyof T)[]) {
    const value = said[key];
    if (value === null) delete after[key];
    else if (value !== undefined) after[key] = value;
  }
  return after;
}

function nameOf(line: unknown): string {
  const named = z.object({ id: z.string() }).safeParse(line);
  return named.success ? ` (${named.data.id})` : '';
}

function wrong(where: string, error: z.ZodError): Problem {
  const [issue] = error.issues;
  const path = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return new Problem('bad_configuration', { reason: `${where}${path}${issue?.message}` });
}
