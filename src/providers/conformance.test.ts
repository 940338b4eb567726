import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AnalysisResult } from '#contract/analysis.ts';
import { Role } from '#contract/generation.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../test/provider-context.ts';
import { wireCases } from '../../test/wires/all.ts';
import { providers } from './all.ts';
import type {
  ImageRequest,
  MediaAdapter,
  MediaInput,
  MediaOutput,
  ModelDescriptor,
  Provider,
  ProviderContext,
  ScenarioRequest,
  Submitted,
  VideoRequest,
} from './provider.ts';

const KEY = 'sk-conformance-0123456789';
const SMALL = { width: 180, height: 320 };

let directory = '';
let ffmpeg = '';
let scratches = 0;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function aContext(signal = new AbortController().signal): Promise<ProviderContext> {
  const scratch = path.join(directory, `scratch-${scratches++}`);
  await mkdir(scratch);
  // A key is handed to everyone, so that one that leaks anywhere is found.
  return providerContext({ signal, scratch, ffmpeg, apiKey: KEY });
}

function anImage(model: ModelDescriptor): ImageRequest {
  const scenePrompt = 'A green bottle on a stone plinth, one soft disc of colour behind it.';
  return {
    generationId: 'gen_1',
    model: model.id,
    prompt: scenePrompt,
    scenePrompt,
    negativePrompt: 'text',
    ...SMALL,
    seed: 7,
    references: [],
  };
}

function aVideo(model: ModelDescriptor, image: MediaInput): VideoRequest {
  const scenePrompt = 'Push in towards the bottle, smoothly.';
  return {
    generationId: 'gen_2',
    model: model.id,
    prompt: scenePrompt,
    scenePrompt,
    negativePrompt: '',
    image,
    durationS: 0.4,
    fps: { num: 10, den: 1 },
    ...SMALL,
    seed: 7,
  };
}

const aScenario: ScenarioRequest = {
  projectType: 'ecommerce',
  intent: {
    mode: 'content_remix',
    productName: 'EcoBottle',
    productDescription: 'EcoBottle keeps water cold for 24 hours.',
    language: 'en',
    videoDurationS: 15,
  },
  systemPrompt: '',
  knowledge: '',
  styleGuide: {},
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: 7,
};

async function inputOf(output: MediaOutput): Promise<MediaInput> {
  const bytes = await readFile(output.path ?? '');
  return {
    path: output.path ?? '',
    mime: output.mime,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    recipe: output.recipe,
  };
}

function onlyOutput(submitted: Submitted): MediaOutput {
  if (submitted.status !== 'done') throw new Error('a keyless provider is done at once');
  const [output] = submitted.outputs;
  if (output === undefined || submitted.outputs.length !== 1) throw new Error('expected one output');
  return output;
}

function modelOf(provider: Provider, role: Role): ModelDescriptor {
  const model = provider.models.find((candidate) => candidate.role === role);
  if (model === undefined) throw new Error(`${provider.id} has no model for ${role}`);
  return model;
}

test('providers have names of their own', () => {
  expect(providers.length).toBeGreaterThan(0);
  expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
  // A model's id alone decides whom it is asked of; the same model may write and look at pictures.
  const models = providers.flatMap(({ id, models: all }) => all.map((model) => ({ provider: id, ...model })));
  for (const [model, named] of Map.groupBy(models, ({ id }) => id)) {
    expect([model, new Set(named.map(({ provider }) => provider)).size]).toEqual([model, 1]);
    expect([model, new Set(named.map(({ role }) => role)).size]).toEqual([model, named.length]);
  }
});

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
  test('describes exactly the roles it plays', () => {
    expect(provider.id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(provider.label.length * provider.description.length).toBeGreaterThan(0);
    const played: Record<Role, unknown> = {
      vision: provider.vision,
      llm: provider.scenario,
      image: provider.image,
      video: provider.video,
    };
    for (const role of Role.options) {
      expect(provider.models.some((model) => model.role === role)).toBe(played[role] !== undefined);
    }
  });

  test('describes its models soundly', () => {
    for (const model of provider.models) {
      expect(model.name.length * model.description.length).toBeGreaterThan(0);
      for (const price of model.prices) {
        expect(price.microUsd).toBeGreaterThanOrEqual(0);
        expect(price.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(price.source.length).toBeGreaterThan(0);
      }
      if (provider.keyless) expect(model.prices).toEqual([]);
      const { minS, maxS, listS } = model.durations ?? {};
      expect(minS ?? 0).toBeLessThanOrEqual(maxS ?? Infinity);
      for (const value of listS ?? []) expect(value).toBeGreaterThan(0);
    }
  });

  test('offers first, of each role, a model that is served, and names what took the place of one that is not', () => {
    for (const role of Role.options) {
      const models = provider.models.filter((model) => model.role === role);
      expect([role, models[0]?.retiredAt]).toEqual([role, undefined]);
      const served = models.filter(({ retiredAt }) => retiredAt === undefined).map(({ id }) => id);
      for (const { id, retiredAt, replacedBy } of models) {
        if (retiredAt === undefined) expect([id, replacedBy]).toEqual([id, undefined]);
        else expect(served, `what takes the place of ${id}`).toContain(replacedBy);
      }
    }
  });
});

const [own, others] = [true, false].map((is) => providers.filter(({ drawsHere = false }) => drawsHere === is));

test.each((others ?? []).map((provider) => [provider.id, provider] as const))(
  '%s can look for everything it hands out receipts for',
  (_, provider) => {
    for (const ask of ['image', 'video'] as const) {
      const proven = wireCases.find((one) => one.provider.id === provider.id && one.ask === ask);
      expect(provider[ask]?.poll !== undefined).toBe(proven?.task !== undefined);
    }
  },
);

describe.each((own ?? []).map((provider) => [provider.id, provider] as const))('%s, by itself', (_, provider) => {
  test('draws a picture that can be read, the same again, without the key', async () => {
    const request = anImage(modelOf(provider, 'image'));
    const [first, second] = [await aContext(), await aContext()];
    const drawn = onlyOutput(await (provider.image as MediaAdapter<ImageRequest>).submit(request, first));
    const again = onlyOutput(await (provider.image as MediaAdapter<ImageRequest>).submit(request, second));
    expect(drawn.path?.startsWith(first.scratch)).toBe(true);
    expect(await probe(drawn.path ?? '', { ffmpeg })).toMatchObject({ kind: 'image', mime: drawn.mime, ...SMALL });
    expect((await inputOf(again)).sha256).toBe((await inputOf(drawn)).sha256);
    expect(JSON.stringify(drawn.recipe)).toBe(JSON.stringify(again.recipe));
    const other = onlyOutput(
      await (provider.image as MediaAdapter<ImageRequest>).submit({ ...request, seed: 8 }, await aContext()),
    );
    expect((await inputOf(other)).sha256).not.toBe((await inputOf(drawn)).sha256);
    expect(JSON.stringify(drawn)).not.toContain(KEY);
    expect((await readFile(drawn.path ?? '')).includes(KEY)).toBe(false);
  });

  test('films a picture for exactly as many frames as asked, the same again', async () => {
    const picture = await inputOf(
      onlyOutput(
        await (provider.image as MediaAdapter<ImageRequest>).submit(
          anImage(modelOf(provider, 'image')),
          await aContext(),
        ),
      ),
    );
    const request = aVideo(modelOf(provider, 'video'), picture);
    const filmed = onlyOutput(await (provider.video as MediaAdapter<VideoRequest>).submit(request, await aContext()));
    const again = onlyOutput(await (provider.video as MediaAdapter<VideoRequest>).submit(request, await aContext()));
    expect(await probe(filmed.path ?? '', { ffmpeg })).toMatchObject({
      kind: 'video',
      frameCount: 4,
      fps: { num: 10, den: 1 },
      ...SMALL,
    });
    expect((await inputOf(again)).sha256).toBe((await inputOf(filmed)).sha256);
    expect(JSON.stringify(filmed)).not.toContain(KEY);
  });

  test('stops drawing when it is told to', async () => {
    const context = await aContext(AbortSignal.abort());
    await expect(
      (provider.image as MediaAdapter<ImageRequest>).submit(anImage(modelOf(provider, 'image')), context),
    ).rejects.toThrow();
  });

  test('writes a film of the length that is asked for, the same again', async () => {
    const { scenario } = provider;
    const context = { ...(await aContext()), model: modelOf(provider, 'llm').id };
    const written = await scenario?.write(aScenario, context);
    expect(written?.scenes.reduce((sum, scene) => sum + scene.duration_seconds, 0)).toBeCloseTo(15, 6);
    expect(await scenario?.write(aScenario, context)).toEqual(written);
    expect(JSON.stringify(written)).not.toContain(KEY);
    await expect(scenario?.write(aScenario, { ...context, signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test('looks at a video and a picture and says what it saw', async () => {
    const context = { ...(await aContext()), model: modelOf(provider, 'vision').id };
    const file = path.join(context.scratch, 'reference.mp4');
    const source = (colour: string) => ['-f', 'lavfi', '-i', `color=${colour}:size=160x90:rate=10:duration=1`];
    const join = ['-filter_complex', '[0][1]concat=n=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', file];
    await runFfmpeg({
      ffmpeg,
      args: [...source('0x205080'), ...source('0xe0a040'), ...join],
      doing: 'making a reference',
    });
    const video = await inputOf({ mime: 'video/mp4', path: file });
    const seen = await provider.vision?.analyzeVideo({ video, prompt: '' }, context);
    expect(AnalysisResult.parse(seen?.analysis)).toMatchObject({ scene_count: 2 });
    const still = path.join(context.scratch, 'still.png');
    await runFfmpeg({ ffmpeg, args: ['-i', file, '-frames:v', '1', still], doing: 'taking a still' });
    const described = await provider.vision?.describeImage(
      { image: await inputOf({ mime: 'image/png', path: still }), prompt: '' },
      context,
    );
    expect(described?.description).toMatch(/\w/);
    expect(JSON.stringify([seen, described])).not.toContain(KEY);
  });
});
