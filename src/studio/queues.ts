import type { Role } from '#contract/generation.ts';
import type { Provider } from '#providers/provider.ts';

/** The queue a role's generations wait in; pictures and clips apart, so that a long clip never holds up a picture. */
export const QUEUES = {
  vision: 'analysis',
  llm: 'scenario',
  image: 'picture',
  video: 'clip',
} as const satisfies Record<Role, string>;

/** The queue exports wait in. */
export const EXPORT_QUEUE = 'export';

/** The queue of scenes made whole, a picture and then a clip; its jobs only wait for those of the other queues. */
export const SCENE_QUEUE = 'scene';

/** The queue of jobs that stand for many others; they only wait for those. */
export const BATCH_QUEUE = 'batch';

/** The queue of whole films made from one line; its jobs only wait for those of the other queues. */
export const FILM_QUEUE = 'film';

/** The queue of everything a vendor is asked for, whatever it is: its jobs wait for others, and take no core of ours. */
export const VENDOR_QUEUE = 'vendor';

/** The queue of posters, filmstrips, peaks and proxies. */
export const DERIVE_QUEUE = 'derive';

export const ALL_QUEUES = [
  ...Object.values(QUEUES),
  EXPORT_QUEUE,
  SCENE_QUEUE,
  BATCH_QUEUE,
  FILM_QUEUE,
  VENDOR_QUEUE,
  DERIVE_QUEUE,
] as const;
export type QueueName = (typeof ALL_QUEUES)[number];

/** The queue in which a generation waits: what is drawn here takes turns by role, the rest only waits. */
export function queueFor(provider: Pick<Provider, 'drawsHere'>, role: Role): QueueName {
  return provider.drawsHere ? QUEUES[role] : VENDOR_QUEUE;
}
