import { exampleBudget, exampleIds, exampleProject, exampleToken, exampleWork } from './example-things.ts';
import type { ExamplesOf } from './example-of.ts';
import type { costsOperations } from './operations/costs.ts';

const { projectId, workId, assetId } = exampleIds;
const made = { pictures: 0, clips: 5, clipSeconds: 20, scripts: 0, readings: 0 };

/** The examples of what things cost and may cost. */
export const costExamples: ExamplesOf<typeof costsOperations> = {
  estimateCost: {
    body: { projectId, workId, action: 'scene', sceneIndex: 0 },
    answer: {
      expectedMicroUsd: 250_000,
      atMostMicroUsd: 250_000,
      isKnown: true,
      items: [
        {
          sceneIndex: 0,
          role: 'video',
          provider: 'runway',
          model: 'gen4_turbo',
          count: 1,
          units: '5 s',
          expectedMicroUsd: 250_000,
          atMostMicroUsd: 250_000,
        },
      ],
      says: ['A clip of 5 s is asked for in place of 4.2 s: the model makes no shorter clip, and the film trims it.'],
      fits: true,
      budgets: [
        { target: 'project', targetId: projectId, limitMicroUsd: 5_000_000, leftMicroUsd: 3_800_000, fits: true },
      ],
    },
  },
  estimateReading: {
    body: { projectId, assetIds: [assetId] },
    answer: {
      expectedMicroUsd: 1_200,
      atMostMicroUsd: 9_000,
      isKnown: true,
      items: [
        {
          sceneIndex: null,
          role: 'vision',
          provider: 'gemini',
          model: 'gemini-3.8-flash',
          count: 1,
          units: 'up to 9600 tokens of words and pictures in, up to 16000 tokens out',
          expectedMicroUsd: 1_200,
          atMostMicroUsd: 9_000,
        },
      ],
      says: [],
      fits: true,
      budgets: [],
    },
  },
  getSpend: {
    answer: {
      from: 1_793_491_200_000,
      to: null,
      by: 'model',
      rows: [{ key: 'gen4_turbo', name: null, spentMicroUsd: 1_200_000, generations: 5, made, unknownCount: 0 }],
      totalMicroUsd: 1_200_000,
      reservedMicroUsd: 0,
      unknownCount: 0,
    },
  },
  listBudgets: { answer: [exampleBudget] },
  setMyBudget: {
    body: { limitMicroUsd: 20_000_000, period: 'month' },
    answer: {
      ...exampleBudget,
      target: 'user',
      targetId: exampleProject.userId,
      name: null,
      limitMicroUsd: 20_000_000,
      period: 'month',
      leftMicroUsd: 18_800_000,
    },
  },
  liftMyBudget: {},
  setProjectBudget: { body: { limitMicroUsd: 5_000_000, period: 'total' }, answer: exampleBudget },
  liftProjectBudget: {},
  setWorkBudget: {
    body: { limitMicroUsd: 5_000_000 },
    answer: { ...exampleBudget, target: 'work', targetId: workId, name: exampleWork.name },
  },
  liftWorkBudget: {},
  setTokenBudget: {
    body: { limitMicroUsd: 5_000_000, period: 'day' },
    answer: { ...exampleBudget, target: 'token', targetId: exampleToken.id, name: exampleToken.name, period: 'day' },
  },
  liftTokenBudget: {},
};
