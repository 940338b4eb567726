import type { eventsOperations } from '#contract/operations/events.ts';
import type { Watching } from '#studio/events/watch-events.ts';
import { watchAccount } from '#studio/events/watch-account.ts';
import { watchWork } from '#studio/works/watch-work.ts';
import type { Call } from '../call.ts';
import type { Handlers } from './handler.ts';

/** What the server pushes. */
export const eventsHandlers: Handlers<typeof eventsOperations> = {
  watchWork: (world, actor, { projectId, workId, ...from }, call) =>
    watchWork(world, actor, { projectId, workId, ...watching(from, call) }),
  watchAccount: (world, actor, from, call) => watchAccount(world, actor, watching(from, call)),
};

interface GoingOn {
  readonly 'last-event-id'?: number | undefined;
  readonly lastEventId?: number | undefined;
}

function watching({ lastEventId, ...headers }: GoingOn, { signal, stillMay }: Call): Watching {
  return { afterSeq: headers['last-event-id'] ?? lastEventId ?? null, signal, stillMay };
}
