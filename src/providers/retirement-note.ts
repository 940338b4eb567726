import { isRetired } from './is-retired.ts';
import type { ModelDescriptor } from './provider.ts';

/** What is to be told of a model that is gone by now, and of what took its place; null of one that is served. */
export function retirementNote(
  model: Pick<ModelDescriptor, 'name' | 'retiredAt' | 'replacedBy'> | undefined,
  nowMs: number,
): string | null {
  if (model?.retiredAt === undefined || !isRetired(model, nowMs)) return null;
  const since = new Date(model.retiredAt).toISOString().slice(0, 10);
  const instead = model.replacedBy === undefined ? '' : `: ${model.replacedBy} takes its place`;
  return `${model.name} is retired since ${since}${instead}.`;
}
