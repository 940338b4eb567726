import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { openLayers } from '../picture/frame.ts';
import type { FrameSize, Layer } from '../picture/look.ts';
import { chooseMove } from './choose-move.ts';
import { filmClip, type ClipOrder } from './film-clip.ts';

const frame = { width: 192, height: 256 };
const bars = ['#c02020', '#20c020', '#2020c0', '#c0c020', '#808080', '#f0e0d0'];
let ffmpeg: string;
let directory: string;

beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'film-clip-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function layersOf(draw: (context: SKRSContext2D) => void): Layer[] {
  const { paint, layers } = openLayers(frame);
  paint(0, draw);
  return layers;
}

const colourBars = (): Layer[] =>
  layersOf((context) => {
    for (const [place, colour] of bars.entries()) {
      context.fillStyle = colour;
      context.fillRect(place === 0 ? -40 : place * 32, -40, 300, 400);
    }
  });

/** A soft wall with a ball: little to see move, like the calmest of the looks. Or leaves all over, like a photo. */
function scene(size: FrameSize, leaves: number): Layer[] {
  const { paint, layers } = openLayers(size);
  paint(0, (context) => {
    const wall = context.createLinearGradient(0, 0, size.width, size.height);
    wall.addColorStop(0, '#fbe3d8');
    wall.addColorStop(1, '#b08070');
    context.fillStyle = wall;
    context.fillRect(-size.width, -size.height, 3 * size.width, 3 * size.height);
    for (let leaf = 0; leaf < leaves; leaf++) {
      context.fillStyle = leaf % 2 === 0 ? '#4a6a3a' : '#a0b070';
      context.beginPath();
      context.ellipse((leaf * 97) % size.width, (leaf * 61) % size.height, 9, 25, leaf, 0, 2 * Math.PI);
      context.fill();
    }
  });
  paint(1, (context) => {
    context.fillStyle = '#2f8f6b';
    context.beginPath();
    context.arc(size.width / 2, size.height * 0.6, size.width / 4, 0, 2 * Math.PI);
    context.fill();
  });
  return layers;
}

async function film(name: string, change: Partial<ClipOrder>): Promise<string> {
  const path = join(directory, `${name}.mp4`);
  const move = chooseMove({ prompt: 'static', seed: 1, durationS: 1, layerCount: 2 });
  const order = {
    layers: colourBars(),
    frame,
    move,
    fps: { num: 30, den: 1 },
    frameCount: 12,
    seed: 9,
    finish: false,
    ffmpeg,
    path,
    ...change,
  };
  await filmClip(order, { signal: new AbortController().signal, progress: () => undefined });
  return path;
}

describe('a filmed clip', () => {
  test.each([
    { num: 30, den: 1, frameCount: 61 },
    { num: 30000, den: 1001, frameCount: 30 },
    { num: 24, den: 1, frameCount: 1 },
    { num: 179, den: 6, frameCount: 7 },
  ])('has exactly the frames asked for, at exactly $num/$den', async ({ num, den, frameCount }) => {
    const path = await film(`rate-${String(num)}-${String(frameCount)}`, { fps: { num, den }, frameCount });
    const facts = await probe(path, { ffmpeg });
    expect(facts).toMatchObject({ width: 192, height: 256, frameCount, hasAudio: false });
    if (frameCount > 1) expect(facts.fps).toEqual({ num, den });
  });

  test('keeps its colours: converted and tagged as BT.709, 4:2:0, in the range of television', async () => {
    const path = await film('colours', {});
    const { stderr } = await runFfmpeg({ ffmpeg, args: ['-i', path, '-f', 'null', '-'], doing: 'reading a clip' });
    expect(stderr).toMatch(/yuv420p\(tv, bt709/);
    const chunks: Buffer[] = [];
    await runFfmpeg({
      ffmpeg,
      args: [
        '-i',
        path,
        '-vf',
        'scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int',
        '-frames:v',
        '1',
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgb24',
        'pipe:1',
      ],
      doing: 'reading a clip',
      stdout: (chunk) => void chunks.push(chunk),
    });
    const pixels = Buffer.concat(chunks);
    for (const [place, colour] of bars.entries()) {
      const at = (128 * frame.width + place * 32 + 16) * 3;
      const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
      for (const [channel, value] of wanted.entries())
        expect(
          Math.abs((pixels[at + channel] ?? 0) - value),
          `${colour} channel ${String(channel)}`,
        ).toBeLessThanOrEqual(4);
    }
  });

  test('starts to play before it is loaded whole, and can be cut every second', async () => {
    const path = await film('groups', { frameCount: 75 });
    const bytes = await readFile(path);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    const keys: string[] = [];
    await runFfmpeg({
      ffmpeg,
      args: ['-skip_frame', 'nokey', '-i', path, '-fps_mode', 'passthrough', '-f', 'framemd5', 'pipe:1'],
      doing: 'counting',
      stdout: (chunk) => void keys.push(chunk.toString()),
    });
    expect(keys.join('').match(/^\d.*$/gm)?.length).toBeGreaterThanOrEqual(3);
  });

  test('never freezes and never goes black, even where the camera should stand still', async () => {
    for (const finish of [true, false]) {
      const large = { width: 480, height: 640 };
      const move = chooseMove({ prompt: 'static', seed: 1, durationS: 2, layerCount: 2 });
      const path = await film(`still-${String(finish)}`, {
        frame: large,
        layers: scene(large, finish ? 0 : 300),
        move,
        frameCount: 60,
        finish,
      });
      const { stderr } = await runFfmpeg({
        ffmpeg,
        args: ['-i', path, '-vf', 'freezedetect=n=-60dB:d=0.5,blackdetect=d=0.03', '-f', 'null', '-'],
        doing: 'looking for freezes',
      });
      expect(stderr).not.toMatch(/freeze_start|black_start/);
    }
  });

  test('is the same, byte for byte, when it is filmed again, and not with another seed', async () => {
    const [first, second, other] = [
      await film('same-1', { finish: true }),
      await film('same-2', { finish: true }),
      await film('same-3', { finish: true, seed: 10 }),
    ];
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    expect((await readFile(first)).equals(await readFile(other))).toBe(false);
  });

  test('stops at once when it is aborted', async () => {
    const abort = new AbortController();
    const path = join(directory, 'aborted.mp4');
    const move = chooseMove({ prompt: '', seed: 1, durationS: 100, layerCount: 1 });
    let lastFrame = 0;
    const filming = filmClip(
      {
        layers: colourBars(),
        frame,
        move,
        fps: { num: 30, den: 1 },
        frameCount: 3000,
        seed: 1,
        finish: true,
        ffmpeg,
        path,
      },
      {
        signal: abort.signal,
        progress: (done) => {
          lastFrame = done * 3000;
          if (lastFrame >= 10) abort.abort(new Error('enough'));
        },
      },
    );
    await expect(filming).rejects.toThrow('enough');
    expect(lastFrame).toBeLessThan(12);
  });
});
