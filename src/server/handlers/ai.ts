import type { aiOperations } from '#contract/operations/ai.ts';
import type { Handlers } from './handler.ts';

/** Models asked directly, without a work. */
export const aiHandlers: Handlers<typeof aiOperations> = {};
