import type { ModelDescriptor } from './provider.ts';

/** Whether a model is gone by now, in Unix milliseconds; one that is announced to go is not. */
export function isRetired(model: Pick<ModelDescriptor, 'retiredAt'>, nowMs: number): boolean {
  return model.retiredAt !== undefined && model.retiredAt <= nowMs;
}
