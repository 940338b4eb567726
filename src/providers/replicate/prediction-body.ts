import { createHash } from 'node:crypto';
import { ProviderError } from '../provider.ts';

/** A model as Replicate names it. */
export interface ModelName {
  /** `owner/name`. */
  readonly name: string;
  /** Of models that only run by one: those that are not among Replicate's official ones. */
  readonly version: string | null;
}

/**
 * Reads `owner/name`, or `owner/name:version`; what a user typed must stay below the address of the models.
 *
 * @throws ProviderError `invalid_input`
 */
export function readModelName(model: string): ModelName {
  const [, name, version] = /^([\w-][\w.-]*\/[\w-][\w.-]*)(?::(\w+))?$/.exec(model) ?? [];
  if (name !== undefined) return { name, version: version ?? null };
  const how = 'a model of Replicate is written as owner/name, or as owner/name:version.';
  throw new ProviderError('invalid_input', 'replicate', how, { model });
}

/** Where a prediction of a model is made. */
export function predictionPath(model: string): string {
  const { name, version } = readModelName(model);
  return version === null ? `/models/${name}/predictions` : '/predictions';
}

/** The billable body. Inputs go in the order of their names, so that the same ones always make the same bytes. */
export function predictionBody(model: string, input: Readonly<Record<string, unknown>>): object {
  const { version } = readModelName(model);
  const ordered = Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return version === null ? { input: ordered } : { input: ordered, version };
}

/** What `context.sending` was told of such a body. */
export function bodySha256(model: string, input: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(JSON.stringify(predictionBody(model, input)))
    .digest('hex');
}
