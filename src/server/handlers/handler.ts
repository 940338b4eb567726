import type { Job } from '#contract/job.ts';
import type { Input, Operation, Output } from '#contract/operation.ts';
import type { Actor } from '#studio/actor.ts';
import type { World } from '#studio/world.ts';
import type { Call } from '../call.ts';

type Now<T> = T | Promise<T>;

/** Answers at once: parsed input in, output of the operation's schema out. */
type Handler<O extends Operation> = (world: World, actor: Actor, input: Input<O>, call: Call) => Now<Output<O>>;

/**
 * Answers after a job, in two halves, so that the door can wait, answer 202, or join a twin with the same
 * Idempotency-Key: `start` says which job (null: there is nothing to wait for), `finish` makes the answer of what it left.
 */
interface WaitingHandler<O extends Operation> {
  readonly start: (
    world: World,
    actor: Actor,
    input: Input<O>,
    call: Call,
  ) => Promise<{ readonly jobId: string | null }>;
  readonly finish: (world: World, actor: Actor, input: Input<O>, job: Job | null) => Now<Output<O>>;
}

/** One handler for each of some operations; a missing one does not compile. */
export type Handlers<Table extends Record<string, Operation>> = {
  readonly [K in keyof Table]: Table[K] extends { waits: true } ? WaitingHandler<Table[K]> : Handler<Table[K]>;
};

/** Any of them, for the loop that has parsed the input by the operation's own schema. */
export type AnyHandler = (world: World, actor: Actor, input: object, call: Call) => unknown;
export type AnyWaitingHandler = WaitingHandler<Operation>;
