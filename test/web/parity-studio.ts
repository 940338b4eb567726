import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createServer } from 'vite';
import type { FontFamily } from '#contract/font.ts';
import type { Timeline } from '#contract/timeline.ts';
import { type Ffmpeg, findFfmpeg } from '#media/ffmpeg.ts';
import { fontFiles } from '#media/fonts.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { exportTimeline } from '#render/export-timeline.ts';
import type { TestMedium } from './parity-clips.ts';
import type { ParityFilm } from './parity/parity-page.ts';

/** One picture as planes of 8 bits, limited range: luma whole, colour at half the size each way. */
export interface YuvFrame {
  readonly width: number;
  readonly height: number;
  readonly planes: readonly [Uint8Array, Uint8Array, Uint8Array];
}

/** What both sides make of the same film. */
export interface ParityStudio extends AsyncDisposable {
  /** Served to the page. */
  readonly directory: string;
  readonly ffmpeg: Ffmpeg;
  /** Opens the page on which the preview draws. */
  readonly open: (page: Page) => Promise<void>;
  /** Exports without loss and decodes these frames; `size`: scaled down by FFmpeg. */
  readonly exported: (film: Film, size: FrameSize) => Promise<ReadonlyMap<number, YuvFrame>>;
  /** Draws them in the browser. */
  readonly previewed: (
    page: Page,
    film: Film,
    size: FrameSize,
    planted?: ParityFilm['planted'],
  ) => Promise<ReadonlyMap<number, Uint8Array>>;
}

/** A film and the frames of it that are looked at. */
export interface Film {
  readonly timeline: Timeline;
  readonly media: readonly TestMedium[];
  readonly frames: readonly number[];
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Starts the page's server and finds FFmpeg. */
export async function openParityStudio(): Promise<ParityStudio> {
  const directory = mkdtempSync(join(tmpdir(), 'scenewright-parity-'));
  const ffmpeg = await findFfmpeg({
    searchPath: process.env['PATH'] ?? '',
    explicit: process.env['FFMPEG_PATH'] ?? '',
  });
  const posted = new Map<number, Uint8Array>();
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('parity', import.meta.url)),
    cacheDir: join(directory, 'vite'),
    server: { host: '127.0.0.1', port: 0, fs: { strict: false }, hmr: false },
    worker: { format: 'es' },
    optimizeDeps: { include: ['canvaskit-wasm/full', 'mediabunny', 'zod'] },
    logLevel: 'error',
    plugins: [
      {
        name: 'media-and-frames',
        configureServer: ({ middlewares }) => {
          middlewares.use('/media', (request, response) => {
            const bytes = readFileSync(join(directory, basename(request.url ?? '')));
            const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
            const [first, last] = [Number(from ?? 0), Math.min(bytes.length - 1, Number(to || Infinity))];
            response.writeHead(from === undefined ? 200 : 206, {
              'content-type': request.url?.endsWith('.png') ? 'image/png' : 'video/mp4',
              'accept-ranges': 'bytes',
              'content-length': last - first + 1,
              ...(from === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${bytes.length}` }),
            });
            response.end(bytes.subarray(first, last + 1));
          });
          middlewares.use('/frame', (request, response) => {
            const number = Number(new URL(request.url ?? '', 'http://page').searchParams.get('number'));
            const chunks: Buffer[] = [];
            request.on('data', (chunk: Buffer) => chunks.push(chunk));
            request.on('end', () => {
              posted.set(number, new Uint8Array(Buffer.concat(chunks)));
              response.end('kept');
            });
          });
        },
      },
    ],
  });
  await server.listen();
  let films = 0;
  return {
    directory,
    ffmpeg,
    open: async (page) => {
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction(() => 'drawFilm' in window);
    },
    exported: async ({ timeline, media, frames }, size) => {
      const outputPath = join(directory, `film-${String(films++)}.mp4`);
      await exportTimeline({
        timeline,
        resolve: ({ sha256 }) => {
          const found = media.find((one) => one.media.sha256 === sha256);
          if (!found) throw new Error('no such medium');
          return Promise.resolve({ path: found.path, facts: found.facts });
        },
        outputPath,
        cacheDirectory: join(directory, 'segments'),
        scratchDirectory: join(directory, 'scratch'),
        ffmpeg,
        quality: { preset: 'ultrafast', crf: 0, lossless: true },
      });
      return decoded(ffmpeg.path, outputPath, { size, frames: new Set(frames), film: timeline });
    },
    previewed: async (page, { timeline, media, frames }, size, planted) => {
      posted.clear();
      const sources = Object.fromEntries(media.map(({ source }) => [source.sha256, source]));
      const film: ParityFilm = { timeline, sources, fonts, canvas: size, frames, ...(planted ? { planted } : {}) };
      await page.evaluate((given) => window.drawFilm(given), film);
      return new Map(posted);
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The built-in fonts, as `GET /fonts` lists them, each where this page's server has it. */
const fonts: readonly FontFamily[] = [...new Set(fontFiles.map(({ family }) => family))].map((family) => {
  const files = fontFiles.filter((file) => file.family === family);
  return {
    family,
    script: files[0]?.script ?? null,
    faces: files.map(({ weight, path }) => ({ weight, url: `/@fs${path}` })),
  };
});

async function decoded(
  ffmpeg: string,
  path: string,
  { size, frames, film }: { readonly size: FrameSize; readonly frames: ReadonlySet<number>; readonly film: FrameSize },
): Promise<ReadonlyMap<number, YuvFrame>> {
  const { width, height } = size;
  const isSmaller = width !== film.width || height !== film.height;
  const scale = isSmaller ? ['-vf', `scale=${String(width)}:${String(height)}:flags=bicubic+accurate_rnd`] : [];
  const [luma, colour] = [width * height, (width * height) / 4];
  const frame = Buffer.alloc(luma + 2 * colour);
  const found = new Map<number, YuvFrame>();
  let [filled, number] = [0, 0];
  await runFfmpeg({
    ffmpeg,
    doing: 'decoding an export',
    args: ['-i', path, ...scale, '-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
    stdout: (chunk) => {
      for (let at = 0; at < chunk.length;) {
        const taken = chunk.copy(frame, filled, at, at + frame.length - filled);
        filled += taken;
        at += taken;
        if (filled < frame.length) continue;
        filled = 0;
        if (frames.has(number)) {
          const bytes = Uint8Array.from(frame);
          const planes = [bytes.subarray(0, luma), bytes.subarray(luma, luma + colour), bytes.subarray(luma + colour)];
          found.set(number, { width, height, planes: planes as unknown as YuvFrame['planes'] });
        }
        number += 1;
      }
    },
  });
  return found;
}
