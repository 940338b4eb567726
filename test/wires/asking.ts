import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '#contract/generation.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import type {
  ImageRequest,
  MediaInput,
  ProposalRequest,
  Provider,
  ProviderContext,
  ScenarioRequest,
  Submitted,
  VideoRequest,
} from '#providers/provider.ts';
import { fetchResult } from '#studio/generation/fetch-result.ts';
import { providerContext } from '../provider-context.ts';
import { solidPng } from '../solid-png.ts';
import type { AdapterCase, Ask, Asked, Shape } from './adapter-case.ts';
import type { Wire } from './wire.ts';

/** The key that everyone is given; found anywhere but in a header, it has leaked. */
export const KEY = 'sk-conformance-0123456789';
export const PROMPT = 'A green bottle on a stone plinth, one soft disc of colour behind it.';
export const NEGATIVE = 'text, watermark';
export const DURATION_S = 5;
export const SEED = 7;

const FRAMES: Readonly<Record<Shape, { readonly width: number; readonly height: number }>> = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  square: { width: 1080, height: 1080 },
};

export const ROLE_OF: Readonly<Record<Ask, Role>> = {
  image: 'image',
  video: 'video',
  scenario: 'llm',
  proposal: 'llm',
  'style-guide': 'llm',
  'describe-image': 'vision',
  'analyze-video': 'vision',
};

/** What a run of the suite needs: a vendor, a directory, pictures and a clip to send. */
export interface Stage {
  readonly wire: Wire;
  /** Another origin, where results may lie too and where the key has no business. */
  readonly elsewhere: Wire;
  readonly directory: string;
  readonly ffmpeg: string;
  readonly pictures: readonly [MediaInput, MediaInput, MediaInput];
  readonly video: MediaInput;
}

/** Makes the pictures and the clip, once for the whole suite. */
export async function setStage(
  { wire, elsewhere }: Pick<Stage, 'wire' | 'elsewhere'>,
  directory: string,
  ffmpeg: string,
): Promise<Stage> {
  const picture = async (name: string, colour: string): Promise<MediaInput> => {
    const path = join(directory, name);
    await writeFile(path, solidPng(colour, 160));
    return inputAt(path, 'image/png', name);
  };
  const pictures = [
    await picture('first.png', '#205080'),
    await picture('second.png', '#e0a040'),
    await picture('third.png', '#40a060'),
  ] as const;
  const path = join(directory, 'reference.mp4');
  const source = ['-f', 'lavfi', '-i', 'testsrc=s=160x90:r=10:d=1'];
  await runFfmpeg({ ffmpeg, args: [...source, '-pix_fmt', 'yuv420p', path], doing: 'making a reference' });
  return { wire, elsewhere, directory, ffmpeg, pictures, video: await inputAt(path, 'video/mp4', 'reference.mp4') };
}

async function inputAt(path: string, mime: string, name: string): Promise<MediaInput> {
  return {
    path,
    mime,
    name,
    sha256: createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  };
}

/** The asks a provider answers, so that none goes without a case. */
export function asksOf({ image, video, scenario, vision }: Provider): Ask[] {
  return [
    ...(image ? (['image'] as const) : []),
    ...(video ? (['video'] as const) : []),
    ...(scenario ? (['scenario'] as const) : []),
    ...(scenario?.propose ? (['proposal'] as const) : []),
    ...(scenario?.extractStyleGuide ? (['style-guide'] as const) : []),
    ...(vision ? (['describe-image', 'analyze-video'] as const) : []),
  ];
}

/** The models of a case. */
export function modelsOf({ models, provider, ask }: AdapterCase): readonly string[] {
  return models ?? provider.models.filter(({ role }) => role === ROLE_OF[ask]).map(({ id }) => id);
}

/** One way of asking; the plainest unless said. */
export function askedOf(
  one: AdapterCase,
  stage: Stage,
  {
    model = modelsOf(one)[0] ?? '',
    shape = 'portrait',
    references = 0,
  }: Partial<Pick<Asked, 'model' | 'shape' | 'references'>> = {},
): Asked {
  const base = {
    generationId: 'gen_0123456789abcdefghjkmnpqrs',
    model,
    prompt: PROMPT,
    scenePrompt: PROMPT,
    negativePrompt: NEGATIVE,
    seed: SEED,
    ...FRAMES[shape],
  };
  const [first, second, third] = stage.pictures;
  const image: ImageRequest = { ...base, references: [second, third].slice(0, references) };
  const video: VideoRequest = {
    ...base,
    image: first,
    ...(references > 0 ? { lastImage: second } : {}),
    durationS: DURATION_S,
    fps: { num: 30, den: 1 },
  };
  const request = one.ask === 'image' ? image : one.ask === 'video' ? video : null;
  return { ask: one.ask, model, shape, references, request };
}

let scratches = 0;

/** What the adapter is handed: the wire for a vendor, the key, and a guard that lets the wire's own results through. */
export async function contextOf(
  one: AdapterCase,
  stage: Stage,
  asked: Pick<Asked, 'model'>,
  given: Partial<ProviderContext> = {},
): Promise<ProviderContext> {
  const scratch = join(stage.directory, `scratch-${scratches++}`);
  await mkdir(scratch);
  const descriptor = descriptorFor(one.provider, ROLE_OF[one.ask], asked.model);
  return providerContext({
    scratch,
    ffmpeg: stage.ffmpeg,
    apiKey: KEY,
    baseUrl: baseUrlOf(one.provider, stage.wire.url),
    fetchResult: (url, options) =>
      fetchResult({ fetchOrigins: [stage.elsewhere.url], random: { bytes: randomBytes } }, url, {
        role: ROLE_OF[one.ask],
        provider: one.provider.id,
        scratch,
        vendorOrigin: stage.wire.url,
        signal: given.signal ?? new AbortController().signal,
        headers: options?.headers,
      }),
    ...(descriptor ? { descriptor } : {}),
    ...one.context,
    ...given,
  });
}

/** The provider's own base address, moved to another origin. */
export function baseUrlOf({ baseUrl = '' }: Provider, origin: string): string {
  const { pathname } = URL.canParse(baseUrl) ? new URL(baseUrl) : { pathname: '' };
  return `${origin}${pathname.replace(/\/$/, '')}`;
}

/** What came of an ask: a submit's outcome, or words with what they cost. */
export type Outcome =
  | { readonly of: 'media'; readonly submitted: Submitted }
  | { readonly of: 'words'; readonly value: unknown; readonly costMicroUsd?: number };

/** Asks the adapter, as the studio would. */
export async function ask(
  { provider }: Pick<AdapterCase, 'provider'>,
  stage: Stage,
  asked: Asked,
  context: ProviderContext,
): Promise<Outcome> {
  const named = { ...context, model: asked.model };
  switch (asked.ask) {
    case 'image':
      return { of: 'media', submitted: await adapterOf(provider.image).submit(asked.request as ImageRequest, context) };
    case 'video':
      return { of: 'media', submitted: await adapterOf(provider.video).submit(asked.request as VideoRequest, context) };
    case 'scenario': {
      const { scenes, ...cost } = await adapterOf(provider.scenario).write(aScenario, named);
      return { of: 'words', value: scenes, ...cost };
    }
    case 'proposal': {
      const { scenes, ...cost } = adapterOf(await adapterOf(provider.scenario).propose?.(aProposal, named));
      return { of: 'words', value: scenes, ...cost };
    }
    case 'style-guide': {
      const scenario = adapterOf(provider.scenario);
      const page = { text: 'We make calm bottles.', colours: ['#1a2b3c'] };
      const { styleGuide, ...cost } = adapterOf(await scenario.extractStyleGuide?.(page, named));
      return { of: 'words', value: styleGuide, ...cost };
    }
    case 'describe-image': {
      const { description, ...cost } = await adapterOf(provider.vision).describeImage(
        { image: stage.pictures[0], prompt: 'What is it?' },
        named,
      );
      return { of: 'words', value: description, ...cost };
    }
    case 'analyze-video': {
      const { analysis, ...cost } = await adapterOf(provider.vision).analyzeVideo(
        { video: stage.video, prompt: 'How is it cut?' },
        named,
      );
      return { of: 'words', value: analysis, ...cost };
    }
  }
}

/** The adapter of a media case. */
export function mediaAdapterOf({ provider, ask: asked }: Pick<AdapterCase, 'provider' | 'ask'>) {
  return asked === 'image' ? adapterOf(provider.image) : adapterOf(provider.video);
}

function adapterOf<T>(adapter: T | undefined): T {
  if (adapter === undefined) throw new Error('the provider does not play this role');
  return adapter;
}

const aScenario: ScenarioRequest = {
  projectType: 'ecommerce',
  intent: {
    mode: 'content_remix',
    productName: 'EcoBottle',
    productDescription: 'EcoBottle keeps water cold for 24 hours.',
    language: 'en',
    videoDurationS: 9,
    sceneCount: 2,
  },
  systemPrompt: '',
  knowledge: '',
  styleGuide: {},
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: SEED,
};

const aProposal: ProposalRequest = {
  brief: aScenario,
  scenes: [
    {
      duration_seconds: 9,
      image_prompt: 'A bottle',
      negative_prompt: '',
      video_prompt: 'Push in',
      text_overlay: 'Cold',
      transition: 'cut',
    },
  ],
  sceneIndex: 0,
  ask: 'warmer',
  attempt: 1,
  refused: [],
};
