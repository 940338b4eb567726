import { z } from 'zod';

const MOST_MICRO_USD = 1e12; // a million dollars

/** What a limit is set on: the account, a project, a work, an API token. */
export const BudgetKind = z.enum(['user', 'project', 'work', 'token']);
export type BudgetKind = z.infer<typeof BudgetKind>;

/** What a limit is for: everything from its first day on, the calendar month or the day (UTC). */
export const BudgetPeriod = z.enum(['total', 'month', 'day']);

/** A limit on what models may cost, in millionths of a dollar; 0: nothing but what is free. */
export const BudgetFields = z.strictObject({
  limitMicroUsd: z.int().min(0).max(MOST_MICRO_USD),
  period: BudgetPeriod.default('total'),
});
export type BudgetFields = z.infer<typeof BudgetFields>;

/** A limit, and how much of it is used in its present period. */
export const Budget = z.object({
  target: BudgetKind,
  /** Of the project, work, API token or user. */
  targetId: z.string(),
  /** What the project, work or token is called; null for the account. */
  name: z.string().nullable(),
  limitMicroUsd: z.int(),
  period: BudgetPeriod,
  spentMicroUsd: z.int(),
  /** Held for what is under way or in doubt. */
  reservedMicroUsd: z.int(),
  /** Below 0 where a vendor charged more than was estimated, or the limit was lowered. */
  leftMicroUsd: z.int(),
});
export type Budget = z.infer<typeof Budget>;
