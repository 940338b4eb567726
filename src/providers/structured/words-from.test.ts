import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { AnalysisResult } from '#contract/analysis.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import type { MediaInput, ScenarioRequest } from '../provider.ts';
import type { StructuredAsk } from './structured-ask.ts';
import { wordsFrom } from './words-from.ts';

let directory = '';
let ffmpeg = '';
let video: MediaInput;
let picture: MediaInput;
let scratches = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'words-from-'));
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  video = { path: join(directory, 'reference.mp4'), mime: 'video/mp4', sha256: 'v', name: 'reference.mp4' };
  const source = (colour: string) => ['-f', 'lavfi', '-i', `color=${colour}:s=160x90:r=10:d=1.5`];
  const joined = ['-filter_complex', '[0][1]concat=n=2', '-pix_fmt', 'yuv420p', video.path];
  const args = [...source('0x205080'), ...source('0xe0a040'), ...joined];
  await runFfmpeg({ ffmpeg, args, doing: 'making a reference' });
  picture = { path: join(directory, 'large.png'), mime: 'image/png', sha256: 'p', name: 'large.png' };
  await writeFile(picture.path, solidPng('#205080', 1700));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A vendor of words that answers this, and what it was asked. */
function answering(value: unknown, as: { video?: 'native' | 'frames'; costMicroUsd?: number } = {}) {
  const asks: StructuredAsk[] = [];
  const { video: takes = 'frames', ...cost } = as;
  const ask = async (asked: StructuredAsk) => {
    asks.push(asked);
    return { value, ...cost };
  };
  return { ...wordsFrom({ id: 'played', ask, video: takes }), asks };
}

async function aContext() {
  const scratch = join(directory, `scratch-${String(scratches++)}`);
  await mkdir(scratch);
  return { ...providerContext({ scratch, ffmpeg }), model: 'played-1' };
}

const aRequest = (change: Partial<ScenarioRequest> = {}): ScenarioRequest => ({
  projectType: 'ecommerce',
  intent: { mode: 'content_remix', productName: 'EcoBottle', language: 'tr', videoDurationS: 15 },
  systemPrompt: '',
  knowledge: '',
  styleGuide: {},
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: 1,
  ...change,
});

const aScene = (change: object = {}) => ({
  duration_seconds: 3,
  image_prompt: 'A bottle',
  negative_prompt: null,
  video_prompt: 'Push in',
  text_overlay: null,
  transition: 'fade',
  ...change,
});

async function written(scenes: readonly object[], change: Partial<ScenarioRequest> = {}) {
  const { scenario } = answering({ scenes });
  return (await scenario.write(aRequest(change), await aContext())).scenes;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a scenario', () => {
  test('is as long as the film, in the proportions the model wrote', async () => {
    const scenes = await written([2, '4s', 4].map((duration_seconds) => aScene({ duration_seconds })));
    expect(scenes.map((scene) => scene.duration_seconds)).toEqual([3, 6, 6]);
    const odd = await written([1, null, 'long', 2].map((duration_seconds) => aScene({ duration_seconds })));
    expect(sum(odd.map((scene) => scene.duration_seconds))).toBeCloseTo(15, 9);
    expect(odd.map((scene) => scene.duration_seconds > 2)).toEqual([true, true, true, true]);
    const { duration_seconds: _, ...untold } = aScene({});
    expect((await written([untold, untold])).map((scene) => scene.duration_seconds)).toEqual([7.5, 7.5]);
  });

  test('has no more scenes than were asked for, and keeps its ending', async () => {
    const many = ['a', 'b', 'c', 'd'].map((image_prompt) => aScene({ image_prompt }));
    const intent = { ...aRequest().intent, sceneCount: 3 };
    expect((await written(many, { intent })).map((scene) => scene.image_prompt)).toEqual(['a', 'b', 'd']);
  });

  test('gives each picture of direct mode its own scene, in their order', async () => {
    const many = ['a', 'b', 'c'].map((video_prompt) => aScene({ video_prompt, image_prompt: '' }));
    const assets = [1, 2].map((place) => ({ id: `asset_${place}`, name: `photo ${place}`, description: '' }));
    const scenes = await written(many, { assets, assetUsageMode: 'direct' });
    expect(scenes.map((scene) => scene.video_prompt)).toEqual(['a', 'b']);
  });

  test('has words on its pictures that can be read', async () => {
    const long = 'Su yirmi dört saat boyunca buz gibi soğuk kalır, söz';
    const [first, second] = await written([aScene({ text_overlay: long }), aScene({ text_overlay: ' ' })]);
    expect(first?.text_overlay).toBe('Su yirmi dört saat boyunca buz gibi soğuk…');
    expect(second).not.toHaveProperty('text_overlay');
    expect(second).toMatchObject({ negative_prompt: '', transition: 'fade' });
  });

  test('that cannot be used is an end, and says what was paid for it', async () => {
    for (const value of [undefined, [], { scenes: [] }, { scenes: [aScene({ image_prompt: '' })] }]) {
      const { scenario } = answering(value, { costMicroUsd: 1234 });
      await expect(scenario.write(aRequest(), await aContext())).rejects.toMatchObject({
        kind: 'permanent',
        provider: 'played',
        facts: { costMicroUsd: 1234, model: 'played-1' },
      });
    }
  });

  test('is asked for with everything that is known, and with nothing else', async () => {
    const { scenario, asks } = answering({ scenes: [aScene()] });
    const assets = [{ id: 'asset_1', name: 'Bottle', description: 'Green glass' }];
    const scene = {
      index: 1,
      duration_seconds: 2.5,
      description: 'A hand lifts it.',
      transition: 'wipeup',
      camera_movement: 'pan left',
      text_overlay: 'Hello',
    };
    const analysis = AnalysisResult.parse({
      scene_count: 1,
      overall_tone: 'calm',
      color_palette: ['#aabbcc'],
      tempo: 'slow',
      has_text_overlay: true,
      scenes: [scene],
    });
    await scenario.write(
      aRequest({
        systemPrompt: 'Direct like a poet.',
        knowledge: 'Made in Izmir.',
        styleGuide: { tone: 'fresh', color_palette: ['#112233'], must_avoid: ['price tags'] },
        analysis,
        assets,
        assetUsageMode: 'reference',
        intent: { ...aRequest().intent, targetAudience: 'hikers', productDescription: 'Keeps cold.', sceneCount: 5 },
      }),
      await aContext(),
    );
    const { prompt = '' } = asks[0] ?? {};
    for (const told of ['EcoBottle', 'Keeps cold.', 'hikers', '15 seconds', ': tr', 'Direct like a poet.', 'Izmir'])
      expect(prompt).toContain(told);
    for (const told of ['fresh', '#112233', 'price tags', 'Bottle (asset_1): Green glass', 'Exactly 5 scenes'])
      expect(prompt).toContain(told);
    expect(prompt).toContain('Shot 1: 2.5 s; camera: pan left; then: wipeup; A hand lifts it. Words: "Hello"');
    expect(prompt).not.toMatch(/undefined|null|NaN/);
    expect(asks[0]?.maxOutputTokens).toBe(16_000);

    await scenario.write(aRequest({ assets, assetUsageMode: 'direct' }), await aContext());
    expect(asks[1]?.prompt).toContain('exactly one scene each');
    expect(asks[1]?.prompt).toContain('Exactly 1 scene,');
    expect(asks[1]?.prompt).not.toContain('Style guide');
  });

  test('tells a model what makes its answer useless', async () => {
    const { scenario, asks } = answering({ scenes: [aScene()] });
    await scenario.write(aRequest(), await aContext());
    expect(asks[0]?.faultOf({ scenes: [aScene()] })).toBeNull();
    expect(asks[0]?.faultOf({ scenes: [aScene({ image_prompt: 7 })] })).toMatch(/string[\s\S]*image_prompt/);
  });
});

test('a style guide holds what was found and no more', async () => {
  const found = {
    tone: ' calm ',
    color_palette: ['#1a2b3c', 'forest green', '#FFF'],
    tempo: 'lazy',
    camera_style: null,
    brand_voice: '',
    must_include: ['the cap', ' '],
    must_avoid: null,
  };
  const { scenario, asks } = answering(found, { costMicroUsd: 5 });
  const request = { text: 'We make bottles.', colours: ['#0a0b0c'] };
  expect(await scenario.extractStyleGuide(request, await aContext())).toEqual({
    styleGuide: { tone: 'calm', color_palette: ['#1a2b3c', '#FFF'], must_include: ['the cap'] },
    costMicroUsd: 5,
  });
  expect(asks[0]?.prompt).toMatch(/We make bottles\.[\s\S]*#0a0b0c/);
  const other = answering({ weather: 'fine' });
  await expect(other.scenario.extractStyleGuide(request, await aContext())).rejects.toMatchObject({
    kind: 'permanent',
  });
});

describe('a reference video', () => {
  const MEASURED = /Measured on the film itself.*\nShot 1: 1\.50 s; .*then: cut\nShot 2: 1\.50 s;/;
  const seen = {
    overall_tone: 'calm',
    color_palette: ['#205080', 'blue'],
    tempo: 'slow',
    has_text_overlay: false,
    scenes: [2, 2].map((duration_seconds) => ({
      duration_seconds,
      description: 'A blue field',
      transition: 'cut',
      text_overlay: null,
      camera_movement: 'static',
    })),
  };

  test('is shown in stills, with their seconds, and its shots add up to it', async () => {
    const { vision, asks } = answering(seen);
    const { analysis } = await vision.analyzeVideo({ video, prompt: 'How is it cut?' }, await aContext());
    expect(AnalysisResult.parse(analysis)).toMatchObject({ scene_count: 2, color_palette: ['#205080'] });
    expect(analysis.scenes.map(({ index, duration_seconds }) => [index, duration_seconds])).toEqual([
      [1, 1.5],
      [2, 1.5],
    ]);
    expect(asks[0]?.media.map(({ mime }) => mime)).toEqual(Array.from({ length: 6 }, () => 'image/jpeg'));
    expect(asks[0]?.prompt).toContain('How is it cut?');
    expect(asks[0]?.prompt).toContain('0.25, 0.75, 1.25, 1.75, 2.25, 2.75');
    expect(asks[0]?.prompt).toMatch(MEASURED);
  });

  test('is measured here beside what a model says of it', async () => {
    const { vision } = answering(seen);
    const { analysis } = await vision.analyzeVideo({ video, prompt: '' }, await aContext());
    const { measured } = AnalysisResult.parse(analysis);
    expect(measured?.shots.map(({ start_seconds, duration_seconds }) => [start_seconds, duration_seconds])).toEqual([
      [0, 1.5],
      [1.5, 1.5],
    ]);
  });

  test('is handed over as it is to who takes videos', async () => {
    const { vision, asks } = answering(seen, { video: 'native' });
    await vision.analyzeVideo({ video, prompt: '' }, await aContext());
    expect(asks[0]?.media).toEqual([video]);
    expect(asks[0]?.prompt).toMatch(/^The film is 3 seconds long\./);
    expect(asks[0]?.prompt).toMatch(MEASURED);
  });

  test('that is none is found out before anything is paid', async () => {
    const { vision, asks } = answering(seen);
    await expect(vision.analyzeVideo({ video: picture, prompt: '' }, await aContext())).rejects.toMatchObject({
      code: 'unsupported_media',
    });
    expect(asks).toEqual([]);
  });
});

test('a picture is looked at small, as a JPEG', async () => {
  const { vision, asks } = answering({ description: ' A blue field. ' });
  const { description } = await vision.describeImage({ image: picture, prompt: '' }, await aContext());
  expect(description).toBe('A blue field.');
  const [shown] = asks[0]?.media ?? [];
  expect(shown?.mime).toBe('image/jpeg');
  const { width, height } = await loadImage(shown?.path ?? '');
  expect([width, height]).toEqual([1568, 1568]);
  expect(vision).not.toHaveProperty('describeSound');
});

test('every question is in the strict form that vendors want', async () => {
  const asks: StructuredAsk[] = [];
  const ask = async (asked: StructuredAsk): Promise<never> => {
    asks.push(asked);
    throw new Error('asked');
  };
  const { scenario, vision } = wordsFrom({ id: 'played', ask, video: 'native', sound: true });
  const context = await aContext();
  const all = [
    scenario.write(aRequest(), context),
    scenario.propose({ brief: aRequest(), scenes: [], sceneIndex: null, ask: '', attempt: 1, refused: [] }, context),
    scenario.extractStyleGuide({ text: 'x', colours: [] }, context),
    vision.analyzeVideo({ video, prompt: '' }, context),
    vision.describeImage({ image: picture, prompt: '' }, context),
    vision.describeSound?.({ sound: video, prompt: '' }, context) ?? Promise.resolve(),
  ];
  for (const outcome of await Promise.allSettled(all)) expect(outcome.status).toBe('rejected');
  expect(asks).toHaveLength(6);
  for (const { name, schema } of asks) {
    expect(name).toMatch(/^[a-z_]+$/);
    expectStrict(schema);
  }
});

/** FACTS sections 1 to 3: all properties required and no others; no bounds, which one vendor or the other refuses. */
function expectStrict(schema: unknown): void {
  if (Array.isArray(schema)) for (const one of schema) expectStrict(one);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  const node = schema as Record<string, unknown>;
  for (const key of Object.keys(node)) expect(key).not.toMatch(/^(?:min|max|pattern|format|unique|default)/);
  if (node['type'] === 'object') {
    expect(node).toMatchObject({ additionalProperties: false });
    expect(node['required']).toEqual(Object.keys(node['properties'] ?? {}));
    for (const property of Object.values(node['properties'] ?? {})) expectStrict(property);
  } else for (const value of Object.values(node)) expectStrict(value);
}
