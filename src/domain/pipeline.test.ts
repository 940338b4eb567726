import { GenerationState } from '#contract/generation.ts';
import { describe, expect, test } from 'vitest';
import { isSettled, mayBecome, sceneStatus, type SceneFacts } from './pipeline.ts';

const nothing: SceneFacts = { hasPicture: false, hasClip: false, generations: [], lastError: null };
const failure = { code: 'provider_moderated', message: 'No.' };

describe('a generation', () => {
  test('goes from queued to done by the way of the receipt', () => {
    const way = ['queued', 'submitting', 'submitted', 'running', 'fetching', 'done'] as const;
    expect(way.slice(1).map((to, place) => mayBecome(way[place] ?? 'done', to))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  test('never comes back from its end', () => {
    const ends = GenerationState.options.filter(isSettled);
    expect(ends).toEqual(['done', 'failed', 'cancelled']);
    for (const end of ends) for (const to of GenerationState.options) expect(mayBecome(end, to)).toBe(false);
  });

  test('with a receipt is never sent again by itself', () => {
    for (const from of ['submitted', 'running', 'fetching'] as const) {
      expect(mayBecome(from, 'queued')).toBe(false);
      expect(mayBecome(from, 'submitting')).toBe(false);
    }
  });

  test('that is paid and ready is not cancelled any more', () => {
    expect(mayBecome('fetching', 'cancelled')).toBe(false);
  });

  test('in doubt can be found, sent again or given up', () => {
    expect(['running', 'queued', 'failed'].map((to) => mayBecome('uncertain', GenerationState.parse(to)))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('a scene shows', () => {
  test.each([
    ['nothing yet', nothing, { status: 'pending' }],
    ['its picture', { ...nothing, hasPicture: true }, { status: 'image_ready' }],
    ['its clip', { ...nothing, hasPicture: true, hasClip: true }, { status: 'done' }],
    [
      'a picture being made',
      { ...nothing, generations: [{ kind: 'image', state: 'queued' }] },
      { status: 'generating_image' },
    ],
    [
      'a clip being made again',
      { ...nothing, hasPicture: true, hasClip: true, generations: [{ kind: 'video', state: 'running' }] },
      { status: 'generating_video' },
    ],
    [
      'a failed picture',
      { ...nothing, lastError: { kind: 'image', ...failure } },
      { status: 'error', error: 'No.', code: 'provider_moderated' },
    ],
    [
      'a failed clip beside its picture',
      { ...nothing, hasPicture: true, lastError: { kind: 'video', ...failure } },
      { status: 'error', error: 'No.', code: 'provider_moderated' },
    ],
    [
      'a failed picture beside an older one',
      { ...nothing, hasPicture: true, lastError: { kind: 'image', ...failure } },
      { status: 'image_ready', error: 'No.', code: 'provider_moderated' },
    ],
    [
      'a failure beside a clip',
      { ...nothing, hasPicture: true, hasClip: true, lastError: { kind: 'video', ...failure } },
      { status: 'done', error: 'No.', code: 'provider_moderated' },
    ],
    [
      'a try after a failure',
      { ...nothing, lastError: { kind: 'image', ...failure }, generations: [{ kind: 'image', state: 'submitting' }] },
      { status: 'generating_image' },
    ],
  ] as const)('%s', (_, facts, shown) => {
    expect(sceneStatus(facts)).toEqual(shown);
  });

  test('a submission in doubt as an error with its own code', () => {
    expect(
      sceneStatus({ ...nothing, hasPicture: true, generations: [{ kind: 'video', state: 'uncertain' }] }),
    ).toMatchObject({
      status: 'error',
      code: 'submission_uncertain',
    });
  });

  test('the best it owns after a cancel', () => {
    expect(sceneStatus({ ...nothing, hasPicture: true, generations: [{ kind: 'video', state: 'cancelled' }] })).toEqual(
      { status: 'image_ready' },
    );
  });
});
