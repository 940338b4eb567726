import type { Role } from '#contract/generation.ts';

/** The queue a role's generations wait in; pictures and clips apart, so that a long clip never holds up a picture. */
export const QUEUES = {
  vision: 'analysis',
  llm: 'scenario',
  image: 'picture',
  video: 'clip',
} as const satisfies Record<Role, string>;

/** The queue exports wait in. */
export const EXPORT_QUEUE = 'export';

export const ALL_QUEUES = [...Object.values(QUEUES), EXPORT_QUEUE] as const;
export type QueueName = (typeof ALL_QUEUES)[number];
