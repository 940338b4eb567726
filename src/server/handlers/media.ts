import type { mediaOperations } from '#contract/operations/media.ts';
import type { Handlers } from './handler.ts';

/** Media by id, and signed addresses of it. */
export const mediaHandlers: Handlers<typeof mediaOperations> = {};
