import { z } from 'zod';
import { BudgetKind } from './budget.ts';
import { Role } from './generation.ts';
import { idSchema } from './ids.ts';
import { WantedTakes } from './scene-changes.ts';

/** What may be started: of one scene its picture, its clip or both; of a work every picture or clip that is missing, or all; the analysis of its reference; its script, and another version of it; `again`: another picture and another clip of every scene. */
export const EstimatedAction = z.enum([
  'picture',
  'clip',
  'scene',
  'pictures',
  'clips',
  'work',
  'again',
  'analysis',
  'script',
  'proposal',
]);
export type EstimatedAction = z.infer<typeof EstimatedAction>;

/** What is to be estimated; the models are said in headers, as where it is started. */
export const EstimateRequest = z.strictObject({
  projectId: idSchema('project'),
  workId: idSchema('work'),
  action: EstimatedAction,
  /** For an action on one scene; of a `proposal` it may be left out: all scenes. */
  sceneIndex: z.int().min(0).max(999).optional(),
  /** For `pictures` (those that are missing, unless said) and `clips` (both, unless said). */
  only: WantedTakes.optional(),
  /** Takes of each picture or clip. */
  variants: z.int().min(1).max(4).default(1),
});
export type EstimateRequest = z.infer<typeof EstimateRequest>;

/** What is to be read: assets that are to be described, a text in which a style guide is to be found. */
export const ReadingRequest = z.strictObject({
  projectId: idSchema('project'),
  assetIds: z.array(z.string().min(1).max(200)).max(1000).optional(),
  /** Length of the text in UTF-8; of a page that was not read yet, as long as one may be. */
  textBytes: z.int().min(0).max(800_000).optional(),
});
export type ReadingRequest = z.infer<typeof ReadingRequest>;

/** Millionths of a dollar; null: the catalogue has no price for it, which does not mean that it is free. */
const microUsd = z.int().nullable();

/** One thing that a model would be asked for. */
export const EstimatedItem = z.object({
  /** null for the scenario and the analysis. */
  sceneIndex: z.int().nullable(),
  role: Role,
  provider: z.string(),
  model: z.string(),
  /** How often it is asked for: the variants. */
  count: z.int(),
  /** What is paid for, each time. */
  units: z.string(),
  /** Of all variants together. */
  expectedMicroUsd: microUsd,
  atMostMicroUsd: microUsd,
  retired: z.literal(true).optional(),
  /** The model that took the place of a retired one. */
  replacedBy: z.string().optional(),
  /** What the same model has made of the same inputs before: with `reuse` it is taken over, free of charge. */
  reusable: z.object({ takeId: idSchema('take'), url: z.string() }).optional(),
});
export type EstimatedItem = z.infer<typeof EstimatedItem>;

/** Whether a budget has room for it. */
export const BudgetVerdict = z.object({
  target: BudgetKind,
  targetId: z.string(),
  limitMicroUsd: z.int(),
  leftMicroUsd: z.int(),
  fits: z.boolean(),
});

/** What an action would cost before it is started; nothing is started or held by asking. */
export const CostEstimate = z.object({
  expectedMicroUsd: microUsd,
  /** What would be held against budgets. */
  atMostMicroUsd: microUsd,
  isKnown: z.boolean(),
  items: z.array(EstimatedItem),
  /** What is to be known before money is spent, in sentences. */
  says: z.array(z.string()),
  /** False: it would be refused with `budget_exceeded` or `price_unknown`. */
  fits: z.boolean(),
  budgets: z.array(BudgetVerdict),
});
export type CostEstimate = z.infer<typeof CostEstimate>;

/** What money spent is added up by. */
export const SpendBy = z.enum(['provider', 'model', 'day', 'project', 'work']);
export type SpendBy = z.infer<typeof SpendBy>;

/** What was made in that time, also for nothing. */
export const Made = z.object({
  pictures: z.int(),
  clips: z.int(),
  /** Of the clips together, in seconds. */
  clipSeconds: z.number(),
  scripts: z.int(),
  /** Pictures and videos that were looked at. */
  readings: z.int(),
});
export type Made = z.infer<typeof Made>;

/** A part of what was spent; `key` is a provider, a model, a day (2026-11-21, UTC), or an id, null where there was none. */
export const SpendRow = z.object({
  key: z.string().nullable(),
  /** What the project or work is called; null where it was deleted, and elsewhere. */
  name: z.string().nullable(),
  spentMicroUsd: z.int(),
  /** How many were paid for. */
  generations: z.int(),
  made: Made,
  /** Of what was made, that of which nobody tells the cost. */
  unknownCount: z.int(),
});
export type SpendRow = z.infer<typeof SpendRow>;

/** What was spent between two moments. */
export const Spend = z.object({
  from: z.int().nullable(),
  to: z.int().nullable(),
  by: SpendBy,
  /** The dearest first, then what was free; days in their order. */
  rows: z.array(SpendRow),
  totalMicroUsd: z.int(),
  /** Held now for what is under way or in doubt. */
  reservedMicroUsd: z.int(),
  /** Generations that are done and of which neither vendor nor catalogue tells the cost: they are in no sum. */
  unknownCount: z.int(),
});
export type Spend = z.infer<typeof Spend>;
