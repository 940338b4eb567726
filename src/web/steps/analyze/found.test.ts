import { expect, test } from 'vitest';
import type { AnalysisResult } from '#contract/analysis.ts';
import { foundIn, jump, shotAt } from './found.ts';

const scene = (duration_seconds: number, more: object = {}) => ({
  index: 1,
  duration_seconds,
  description: 'A field',
  transition: 'cut',
  camera_movement: 'static',
  ...more,
});
const shot = (start_seconds: number, duration_seconds: number) => ({
  start_seconds,
  duration_seconds,
  transition: 'cut',
  camera_movement: 'static',
  camera_confidence: 1,
  motion: 0.1,
  brightness: 0.4,
  color_palette: [],
  has_text: false,
});
const measured = {
  duration_seconds: 6,
  tone: ['dark', 'warm'],
  tempo: 'medium',
  color_palette: [{ color: '#112233', share: 0.7 }],
  sound: null,
  shots: [shot(0, 2), shot(2, 3), shot(5, 1)],
  took_seconds: 1,
} as const;
const analysis = (more: object = {}): AnalysisResult =>
  ({
    scene_count: 3,
    overall_tone: 'Quiet and tactile.',
    color_palette: ['#445566'],
    tempo: 'slow',
    has_text_overlay: false,
    scenes: [scene(2.2), scene(2.8, { text_overlay: '1,240 °C', camera_movement: 'Push in' }), scene(1)],
    ...more,
  }) as AnalysisResult;
const model = { provider: 'gemini', model: 'flash', cost_micro_usd: 9000, at: 1 };

test('where model and measurement see the same shots, cuts are measured and words the model’s', () => {
  const found = foundIn(analysis({ measured, said_by: model }));
  expect(found.shots.map(({ startS, lengthS }) => [startS, lengthS])).toEqual([
    [0, 2],
    [2, 3],
    [5, 1],
  ]);
  expect(found).toMatchObject({ areCutsMeasured: true, tempo: 'medium', tone: 'Quiet and tactile.', lettered: 1 });
  expect(found.palette).toEqual([{ color: '#112233', share: 0.7 }]);
  expect(found.cutsPerMinute).toBe(20);
});

test('where they count differently the shots are the model’s, and said to be', () => {
  const found = foundIn(analysis({ measured: { ...measured, shots: [shot(0, 6)] }, said_by: model }));
  expect(found.areCutsMeasured).toBe(false);
  expect(found.shots.map(({ startS }) => startS)).toEqual([0, 2.2, 5]);
});

test('what the built-in eye says is measured, and no tone is put into its mouth', () => {
  const found = foundIn(analysis({ measured, said_by: { ...model, provider: 'local' } }));
  expect(found).toMatchObject({ saidBy: null, tone: null, toneWords: ['dark', 'warm'], sound: null });
});

test('an analysis from before there were measurements is shown with what it has', () => {
  const found = foundIn(analysis());
  expect(found).toMatchObject({ durationS: 6, tone: 'Quiet and tactile.', sound: undefined, tookS: null });
  expect(found.palette).toEqual([{ color: '#445566', share: null }]);
  expect(found.cameras).toEqual([
    { movement: 'static', count: 2 },
    { movement: 'push in', count: 1 },
  ]);
  expect(found.shots.at(-1)?.transition).toBeNull();
});

test('the shot under the playhead is known to the frame, and cuts can be jumped between', () => {
  const { shots } = foundIn(analysis({ measured }));
  expect([0, 1.99, 2, 4.9, 5, 60].map((timeS) => shotAt(shots, timeS))).toEqual([0, 0, 1, 1, 2, 2]);
  expect([jump(shots, 0, 1), jump(shots, 5.5, 1), jump(shots, 2.1, -1), jump(shots, 3, -1)]).toEqual([2, 5, 0, 2]);
});
