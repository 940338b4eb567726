import { z } from 'zod';
import { Budget, BudgetFields } from '../budget.ts';
import { CostEstimate, EstimateRequest, ReadingRequest, Spend, SpendBy } from '../cost.ts';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { inProject, inWork, json, modelHeaders } from './parts.ts';

const ofToken = z.object({ tokenId: idSchema('token') });

/** A moment in a query: a day from 1970 on, which begins at midnight UTC, or Unix milliseconds. */
const moment = z
  .string()
  .regex(/^((19[7-9]|[2-9]\d\d)\d-\d\d-\d\d|\d{1,14})$/, 'expected a day like 2026-11-21, or Unix milliseconds')
  .refine((text) => /^\d+$/.test(text) || z.iso.date().safeParse(text).success, 'there is no such day')
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : Date.parse(`${text}T00:00:00Z`)));

/** What models cost: before, after, and how much they may. A budget is set by a person alone, so no token raises its own. */
export const costsOperations = {
  estimateCost: operation({
    method: 'POST',
    path: '/estimate',
    access: 'works:read',
    summary: 'Estimate what an action on a work would cost, and whether the budgets have room for it.',
    body: EstimateRequest,
    headers: modelHeaders,
    answer: json(CostEstimate),
    problems: ['unknown_provider', 'unknown_model', 'model_missing', 'work_has_no_scenes', 'work_has_no_reference'],
  }),
  estimateReading: operation({
    method: 'POST',
    path: '/estimate/reading',
    access: 'projects:read',
    summary: 'Estimate what having assets described, or a style guide found in a text, would cost.',
    body: ReadingRequest,
    headers: modelHeaders,
    answer: json(CostEstimate),
    problems: ['unknown_provider', 'unknown_model', 'model_missing'],
  }),
  getSpend: operation({
    method: 'GET',
    path: '/spend',
    access: 'projects:read',
    summary: 'Get what was spent, by provider, model, day, project or work; what was deleted is counted too.',
    query: z.strictObject({
      from: moment.optional(),
      /** What was spent at that moment is no more counted. */
      to: moment.optional(),
      by: SpendBy.default('provider'),
    }),
    answer: json(Spend),
  }),
  listBudgets: operation({
    method: 'GET',
    path: '/budgets',
    access: 'projects:read',
    summary: 'List the budgets, and how much of each is spent, reserved and left.',
    answer: json(z.array(Budget)),
  }),
  setMyBudget: operation({
    method: 'PUT',
    path: '/budgets/mine',
    access: 'user',
    summary: 'Limit what the account may spend on models.',
    body: BudgetFields,
    answer: json(Budget),
  }),
  liftMyBudget: operation({
    method: 'DELETE',
    path: '/budgets/mine',
    access: 'user',
    summary: 'Lift the limit on the account.',
    answer: { kind: 'none' },
  }),
  setProjectBudget: operation({
    method: 'PUT',
    path: '/projects/{projectId}/budget',
    access: 'user',
    summary: 'Limit what a project may spend on models.',
    params: inProject,
    body: BudgetFields,
    answer: json(Budget),
  }),
  liftProjectBudget: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/budget',
    access: 'user',
    summary: 'Lift the limit on a project.',
    params: inProject,
    answer: { kind: 'none' },
  }),
  setWorkBudget: operation({
    method: 'PUT',
    path: '/projects/{projectId}/works/{workId}/budget',
    access: 'user',
    summary: 'Limit what a work may spend on models.',
    params: inWork,
    body: BudgetFields,
    answer: json(Budget),
  }),
  liftWorkBudget: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/works/{workId}/budget',
    access: 'user',
    summary: 'Lift the limit on a work.',
    params: inWork,
    answer: { kind: 'none' },
  }),
  setTokenBudget: operation({
    method: 'PUT',
    path: '/tokens/{tokenId}/budget',
    access: 'user',
    summary: 'Limit what may be spent with an API token.',
    params: ofToken,
    body: BudgetFields,
    answer: json(Budget),
  }),
  liftTokenBudget: operation({
    method: 'DELETE',
    path: '/tokens/{tokenId}/budget',
    access: 'user',
    summary: 'Lift the limit on an API token.',
    params: ofToken,
    answer: { kind: 'none' },
  }),
} as const;
