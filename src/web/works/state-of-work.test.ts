import { expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import type { Need, Running, WorkOverview } from '#contract/overview.ts';
import { enWorks } from '../strings/en/works.ts';
import { shapeInWords } from './shape-in-words.ts';
import { isIn, stateOfWork } from './state-of-work.ts';
import { stepNow, stepsOfWork } from './steps-of-work.ts';
import { withProgress } from './with-progress.ts';

const work = (fields: Partial<WorkOverview> = {}): WorkOverview => ({
  id: 'work_1',
  projectId: 'proj_1',
  name: 'A film',
  mode: null,
  currentStep: 0,
  resolution: { width: 1080, height: 1920 },
  hasReferenceVideo: false,
  updatedAt: 0,
  hasBrief: true,
  hasAnalysis: false,
  durationS: 12,
  counts: { scenes: 4, images: 4, approved: 4, videos: 4 },
  frames: [],
  needs: [],
  running: null,
  film: null,
  ...fields,
});
const review: Need = { what: 'review', count: 1, sceneIndex: 3 };
const refused: Need = { what: 'failed', count: 1, sceneIndex: 2, code: 'provider_invalid_key', error: 'No.' };
const doubt: Need = { what: 'uncertain', count: 1, sceneIndex: 0 };
const exporting: Running = { kind: 'export', count: 1, progress: 0.68, stage: 'rendering', etaMs: 41_000 };
const film = { exportId: 'exp_1', url: '/f', durationS: 12, count: 1 };
const words = (fields: Partial<WorkOverview>) => stateOfWork(work(fields), enWorks);
const looks = (fields: Partial<WorkOverview>) => stepsOfWork(work(fields)).map(({ look }) => look);

test('money in doubt and pictures to look at come before what runs, and that before what failed', () => {
  expect(words({ needs: [doubt, review], running: exporting })).toEqual({
    kind: 'doubt',
    words: 'Sent, or not? Scene 1',
  });
  expect(words({ needs: [review, refused] })).toEqual({ kind: 'needs', words: 'Scene 4 waits for review' });
  expect(words({ needs: [refused], running: exporting }).kind).toBe('running');
  expect(words({ needs: [refused], film })).toEqual({ kind: 'failed', words: 'The key was refused' });
  expect(words({ film })).toEqual({ kind: 'done', words: 'Exported' });
});

test('what runs says how far it is and what is left', () => {
  expect(words({ running: exporting }).words).toBe('Exporting, 40 s left, 68%');
  const clips: Running = { kind: 'video', count: 3, done: 3, total: 9, progress: 0.4, stage: 'x', etaMs: 240_000 };
  expect(words({ running: clips }).words).toBe('Making clips, 3 of 9 there, 4 min left');
});

test('a work that waits for nothing says what is to be done next', () => {
  const counts = { scenes: 0, images: 0, approved: 0, videos: 0 };
  expect(words({ counts, hasBrief: false }).words).toBe('Nothing written yet');
  expect(words({ counts }).words).toBe('Script not written');
  expect(words({ counts: { ...counts, scenes: 8, images: 3 } }).words).toBe('3 of 8 pictures made');
  expect(words({ counts: { ...counts, scenes: 8, images: 8, approved: 8 } }).words).toBe('Clips not made');
  expect(words({}).words).toBe('All clips made, not exported');
});

test('the five steps show what is done, what waits and what there is nothing to do in', () => {
  expect(looks({ needs: [review], counts: { scenes: 4, images: 4, approved: 1, videos: 1 } })).toEqual([
    'done',
    'skipped',
    'done',
    'needs',
    'open',
  ]);
  expect(looks({ film })).toEqual(['done', 'skipped', 'done', 'done', 'done']);
  expect(looks({ running: exporting }).at(-1)).toBe('running');
  expect(looks({ needs: [doubt] })[3]).toBe('doubt');
  expect(
    looks({ hasReferenceVideo: true, hasAnalysis: true, needs: [{ what: 'analysis', count: 1, sceneIndex: null }] })[1],
  ).toBe('needs');
});

test('a card leads to the step that matters now', () => {
  expect(stepNow(work({ needs: [review] }))).toBe('generate');
  expect(stepNow(work({ running: exporting }))).toBe('editor');
  expect(stepNow(work({ counts: { scenes: 0, images: 0, approved: 0, videos: 0 } }))).toBe('init');
  expect(stepNow(work({ counts: { scenes: 4, images: 0, approved: 0, videos: 0 } }))).toBe('scenario');
});

test('a finished work is in the list of finished ones only while nothing waits in it', () => {
  expect(isIn('finished', work({ film }))).toBe(true);
  expect(isIn('finished', work({ film, needs: [review] }))).toBe(false);
  expect(isIn('needs', work({ film, needs: [review] }))).toBe(true);
});

test('a bar that is shown in a list goes on with its job', () => {
  const job = { id: 'job_1', progress: 0.7, stage: 'mux', etaMs: 9000 } as Job;
  expect(withProgress({ ...exporting, jobId: 'job_1' }, [job])).toMatchObject({ progress: 0.7, etaMs: 9000 });
  expect(withProgress(exporting, [job])).toEqual(exporting);
});

test('a shape is told by its name where it has one', () => {
  expect(
    [
      { width: 1080, height: 1920 },
      { width: 960, height: 540 },
      { width: 540, height: 540 },
      { width: 1080, height: 1350 },
      { width: 1000, height: 562 },
    ].map(shapeInWords),
  ).toEqual(['9:16', '16:9', '1:1', '4:5', '1000 × 562']);
});
