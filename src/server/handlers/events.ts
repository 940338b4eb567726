import type { eventsOperations } from '#contract/operations/events.ts';
import type { Handlers } from './handler.ts';

/** What the server pushes. */
export const eventsHandlers: Handlers<typeof eventsOperations> = {};
