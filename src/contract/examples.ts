import type { OperationId } from './operations.ts';

/** What a request and its answer look like. */
export interface Example {
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** One for each operation, for the documentation; a test holds them against the schemas. */
export const examples: Partial<Record<OperationId, Example>> = {};
