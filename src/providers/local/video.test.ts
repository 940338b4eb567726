import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { readFrames } from '#media/read-frames.ts';
import type { ImageRequest, MediaInput, ProviderContext, VideoRequest } from '../provider.ts';
import { image } from './image.ts';
import { video } from './video.ts';

let ffmpeg: string;
let directory: string;
let photo: MediaInput;

beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'local-video-'));
  const path = join(directory, 'photo.jpg');
  execFileSync(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=640x900', '-frames:v', '1', path]);
  photo = {
    path,
    mime: 'image/jpeg',
    sha256: createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  };
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function aContext(signal = new AbortController().signal): Promise<ProviderContext & { readonly seen: number[] }> {
  const seen: number[] = [];
  const scratch = await mkdtemp(join(directory, 'scratch-'));
  return { ...providerContext({ signal, scratch, ffmpeg, progress: (done) => void seen.push(done) }), seen };
}

function aRequest(change: Partial<VideoRequest> = {}): VideoRequest {
  const frame = { width: 216, height: 384 };
  return {
    generationId: 'g',
    model: 'local-camera',
    prompt: '',
    scenePrompt: 'push in',
    negativePrompt: '',
    image: photo,
    durationS: 0.5,
    fps: { num: 30, den: 1 },
    ...frame,
    seed: 3,
    ...change,
  };
}

async function film(request: VideoRequest): Promise<string> {
  const submitted = await video.submit(request, await aContext());
  const path = submitted.status === 'done' ? submitted.outputs[0]?.path : undefined;
  if (path === undefined) throw new Error('no clip came back');
  return path;
}

async function still(change: Partial<ImageRequest> = {}): Promise<MediaInput> {
  const request = {
    generationId: 'g',
    model: 'local-painter',
    prompt: 'a bottle on a plinth',
    scenePrompt: 'a bottle on a plinth',
    negativePrompt: '',
    width: 216,
    height: 384,
    seed: 5,
    references: [],
    ...change,
  };
  const submitted = await image.submit(request, await aContext());
  const output = submitted.status === 'done' ? submitted.outputs[0] : undefined;
  if (output?.path === undefined) throw new Error('no still came back');
  return { path: output.path, mime: output.mime, sha256: 'still', recipe: output.recipe };
}

describe('the keyless camera', () => {
  test('films a picture from anywhere, and says how far it is', async () => {
    const context = await aContext();
    const submitted = await video.submit(aRequest(), context);
    expect(submitted).toMatchObject({
      status: 'done',
      outputs: [{ mime: 'video/mp4', recipe: { move: 'push', seed: 3 } }],
    });
    const path = submitted.status === 'done' ? (submitted.outputs[0]?.path ?? '') : '';
    expect(dirname(path)).toBe(context.scratch);
    expect(await probe(path, { ffmpeg })).toMatchObject({
      width: 216,
      height: 384,
      frameCount: 15,
      hasAudio: false,
      codec: 'h264',
    });
    expect(context.seen.at(-1)).toBe(1);
    expect(context.seen).toEqual(context.seen.toSorted((a, b) => a - b));
  });

  test('draws its own picture again in layers: the clip begins as the still', async () => {
    const drawn = await still();
    const clip = await film(aRequest({ image: drawn, scenePrompt: 'push in' }));
    expect(await difference(drawn.path, clip)).toBeLessThan(4);
  });

  test('draws a picture made of photos again when it is handed the photos, and films it flat when it is not', async () => {
    const drawn = await still({ references: [photo], scene: { projectType: 'blank', sceneIndex: 0, sceneCount: 1 } });
    expect(drawn.recipe).toMatchObject({ kind: 'photo' });
    for (const references of [[photo], undefined]) {
      const clip = await film(aRequest({ image: drawn, ...(references === undefined ? {} : { references }) }));
      expect(await difference(drawn.path, clip)).toBeLessThan(12);
    }
  });

  test('makes odd sides even and takes any rate and length', async () => {
    const path = await film(aRequest({ width: 217, height: 383, fps: { num: 30000, den: 1001 }, durationS: 0.2 }));
    expect(await probe(path, { ffmpeg })).toMatchObject({
      width: 218,
      height: 384,
      frameCount: 6,
      fps: { num: 30000, den: 1001 },
    });
  });

  test('gives the same clip, byte for byte, to the same request', async () => {
    const [first, again, other] = [await film(aRequest()), await film(aRequest()), await film(aRequest({ seed: 4 }))];
    expect((await readFile(first)).equals(await readFile(again))).toBe(true);
    expect((await readFile(first)).equals(await readFile(other))).toBe(false);
  });

  test('a picture that cannot be read is a problem, and leaves no clip', async () => {
    const path = join(directory, 'words.jpg');
    await writeFile(path, 'These are words.');
    await expect(film(aRequest({ image: { path, mime: 'image/jpeg', sha256: 'w' } }))).rejects.toMatchObject({
      code: 'media_unreadable',
    });
  });

  test('is cancelled by its signal', async () => {
    await expect(video.submit(aRequest(), await aContext(AbortSignal.abort()))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

/** Mean difference in levels between a still and the first frame of a clip, both at 54 x 96. */
async function difference(stillPath: string, clipPath: string): Promise<number> {
  const [one, other] = [await firstFrame(stillPath), await firstFrame(clipPath)];
  let sum = 0;
  for (const [index, value] of one.entries()) sum += Math.abs(value - (other[index] ?? 0));
  return sum / one.length;
}

async function firstFrame(path: string): Promise<Uint8Array> {
  const frames: Uint8Array[] = [];
  await readFrames({
    ffmpeg,
    path,
    width: 54,
    height: 96,
    pixelFormat: 'rgb24',
    durationS: 0.04,
    onFrame: (pixels) => void frames.push(pixels),
  });
  const [first] = frames;
  if (first === undefined) throw new Error(`no frame in ${path}`);
  return first;
}
