import { join } from 'node:path';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { local } from '#providers/local/local.ts';
import type {
  ImageRequest,
  ModelDescriptor,
  Provider,
  ProviderContext,
  ScenarioRequest,
  Submitted,
  VideoRequest,
  WrittenScene,
} from '#providers/provider.ts';

/** What a vendor was asked, and with which key. */
export interface Asked<Request> {
  readonly provider: string;
  readonly request: Request;
  readonly apiKey: string | undefined;
  readonly model: string;
}

/** Two paid vendors, played by adapters that make tiny files, and everything they were asked. */
export interface Vendors {
  readonly providers: readonly Provider[];
  readonly scenarios: Asked<ScenarioRequest>[];
  readonly images: Asked<ImageRequest>[];
  readonly videos: Asked<VideoRequest>[];
  /** What happens at the vendor before it makes anything: a test may throw there, or wait. */
  readonly before: {
    image: (context: ProviderContext, request: ImageRequest) => unknown;
    video: (context: ProviderContext, request: VideoRequest) => unknown;
  };
  /** The scenes a vendor writes, whatever it was told. */
  written: (request: ScenarioRequest) => WrittenScene[];
}

/** A scene as a model writes it, one second long. */
export function aWrittenScene(index: number): WrittenScene {
  return {
    duration_seconds: 1,
    image_prompt: `picture ${index}`,
    negative_prompt: '',
    video_prompt: `move ${index}`,
    transition: 'cut',
  };
}

/** `vendor` writes, paints and films; `rival` paints and films; and what this machine can do by itself. */
export function someVendors(): Vendors {
  const nothing = (): undefined => undefined;
  const vendors: Vendors = {
    providers: [],
    scenarios: [],
    images: [],
    videos: [],
    before: { image: nothing, video: nothing },
    written: ({ intent }) => Array.from({ length: intent.sceneCount ?? 2 }, (_, index) => aWrittenScene(index)),
  };
  const providers = [
    local,
    aVendor(vendors, 'vendor', [
      aModel('writer-1', 'llm'),
      aModel('painter-1', 'image'),
      { ...aModel('painter-0', 'image'), retiredAt: 1 },
      aModel('camera-1', 'video'),
    ]),
    aVendor(vendors, 'rival', [aModel('brush-1', 'image'), aModel('reel-1', 'video')]),
  ];
  return Object.assign(vendors, { providers });
}

function aModel(id: string, role: ModelDescriptor['role']): ModelDescriptor {
  return { id, name: id, description: '', role, prices: [] };
}

function aVendor(vendors: Vendors, id: string, models: readonly ModelDescriptor[]): Provider {
  return {
    id,
    label: `The ${id}`,
    description: '',
    keyless: false,
    models,
    scenario: {
      write: async (request, context) => {
        await context.sending({ sha256: '' });
        vendors.scenarios.push({ provider: id, request, apiKey: context.apiKey, model: context.model });
        return { scenes: vendors.written(request) };
      },
    },
    image: {
      submit: async (request, context) => {
        await context.sending({ sha256: '' });
        vendors.images.push({ provider: id, request, apiKey: context.apiKey, model: request.model });
        await vendors.before.image(context, request);
        // Another picture each time, so that takes differ by their bytes.
        const colour = `0x${(request.seed & 0xff_ffff).toString(16).padStart(6, '0')}`;
        return made(context, 'picture.png', 'image/png', [`color=${colour}:s=64x64`, '-frames:v', '1']);
      },
    },
    video: {
      submit: async (request, context) => {
        await context.sending({ sha256: '' });
        vendors.videos.push({ provider: id, request, apiKey: context.apiKey, model: request.model });
        await vendors.before.video(context, request);
        return made(context, 'clip.mp4', 'video/mp4', ['testsrc=s=64x64:r=10', '-t', '0.4', '-pix_fmt', 'yuv420p']);
      },
    },
  };
}

async function made(
  context: ProviderContext,
  name: string,
  mime: string,
  [source = '', ...args]: readonly string[],
): Promise<Submitted> {
  const path = join(context.scratch, name);
  await runFfmpeg({
    ffmpeg: context.ffmpeg,
    doing: 'playing a vendor',
    args: ['-f', 'lavfi', '-i', source, ...args, path],
  });
  return { status: 'done', outputs: [{ mime, path }], costMicroUsd: 40_000 };
}
