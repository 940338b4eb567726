import type { eventsOperations } from '#contract/operations/events.ts';
import { watchWork } from '#studio/works/watch-work.ts';
import type { Handlers } from './handler.ts';

/** What the server pushes. */
export const eventsHandlers: Handlers<typeof eventsOperations> = {
  watchWork: (world, actor, { projectId, workId, lastEventId, ...headers }, call) =>
    watchWork(world, actor, {
      projectId,
      workId,
      afterSeq: headers['last-event-id'] ?? lastEventId ?? null,
      signal: call.signal,
      stillMay: call.stillMay,
    }),
};
