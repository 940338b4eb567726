import { z } from 'zod';
import { operation } from '../operation.ts';
import { inWork } from './parts.ts';

const number = z
  .string()
  .regex(/^\d{1,15}$/, 'expected the id of an event')
  .transform(Number);

const goingOn = {
  query: z.strictObject({ lastEventId: number.optional() }),
  headers: z.object({ 'last-event-id': number.optional().catch(undefined) }),
} as const;

/**
 * What the server pushes: `work`, `scene`, `take`, `job` and `export` as things change, `ready` when the stream begins, and
 * `reset` where what was missed is no longer kept and the work has to be read again. Every one carries the id to go on from.
 * A `beat` every 15 s carries none: the connection lives.
 */
export const eventsOperations = {
  watchWork: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/events',
    access: 'works:read',
    summary: 'Stream what happens to a work; Last-Event-ID goes on where a connection broke.',
    params: inWork,
    ...goingOn,
    answer: { kind: 'events' },
  }),
  watchAccount: operation({
    method: 'GET',
    path: '/events',
    access: 'works:read',
    summary: 'Stream what happens to every work of the account; each event says whose it is.',
    ...goingOn,
    answer: { kind: 'events' },
  }),
} as const;
