import type { assetsOperations } from '#contract/operations/assets.ts';
import type { Handlers } from './handler.ts';

/** A project's own files. */
export const assetsHandlers: Handlers<typeof assetsOperations> = {};
