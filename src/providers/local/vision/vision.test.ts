import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerContext } from '../../../../test/provider-context.ts';
import type { AnalysisResult } from '#contract/analysis.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { ProviderContext } from '../../provider.ts';
import { vision } from './vision.ts';

let ffmpeg: string;
let directory: string;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'scenewright-vision-'));
  await Promise.all([drawTexture('blue', 200, 11), drawTexture('brown', 20, 77), drawTexture('green', 110, 5)]);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A picture of 800x450 full of discs of one range of hues: something to follow at every place. */
async function drawTexture(name: string, hue: number, seed: number): Promise<void> {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const canvas = createCanvas(800, 450);
  const context = canvas.getContext('2d');
  context.fillStyle = `hsl(${String(hue)} 40% 30%)`;
  context.fillRect(0, 0, 800, 450);
  for (let disc = 0; disc < 400; disc++) {
    context.fillStyle = `hsl(${String(hue + random() * 60)} ${String(30 + random() * 50)}% ${String(10 + random() * 75)}%)`;
    context.beginPath();
    context.arc(random() * 800, random() * 450, 4 + random() * 35, 0, 7);
    context.fill();
  }
  await writeFile(join(directory, `${name}.png`), canvas.toBuffer('image/png'));
}

const moves = {
  right: "crop=640:360:x='20+t*30':y=45",
  left: "crop=640:360:x='140-t*15':y=45",
  down: "crop=640:360:x=50:y='5+t*20'",
  up: "crop=640:360:x=50:y='85-t*15'",
  still: 'crop=640:360:x=50:y=45,noise=alls=8:allf=t',
  in: "scale=1600:-1,zoompan=z='1.1+0.002*on':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=1:s=320x180:fps=15",
  out: "scale=1600:-1,zoompan=z='1.4-0.002*on':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=1:s=320x180:fps=15",
  quick: "crop=320:180:x='t*225':y=45",
} as const;

interface Part {
  readonly picture: 'blue' | 'brown' | 'green';
  readonly move: keyof typeof moves;
  readonly durationS: number;
}

/** A film of such parts, joined by cuts, or by one of xfade's transitions of a second. */
async function film(name: string, parts: readonly Part[], transition?: string): Promise<string> {
  const path = join(directory, `${name}.mp4`);
  const inputs = parts.flatMap(({ picture }) => ['-r', '15', '-i', join(directory, `${picture}.png`)]);
  const shots = parts.map(({ move, durationS }, index) => {
    const still = `[${String(index)}:v]loop=-1:1,trim=duration=${String(durationS)},${move === 'in' || move === 'out' ? '' : 'setpts=N/15/TB,'}`;
    return `${still}${moves[move]},scale=320:180,setsar=1,fps=15,format=yuv420p[v${String(index)}]`;
  });
  const labels = parts.map((_part, index) => `[v${String(index)}]`).join('');
  const end = transition
    ? `${labels}xfade=transition=${transition}:duration=1:offset=${String((parts[0]?.durationS ?? 0) - 1)}`
    : `${labels}concat=n=${String(parts.length)}:v=1:a=0`;
  const output = [
    '-filter_complex',
    [...shots, `${end},format=yuv420p`].join(';'),
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    path,
  ];
  await runFfmpeg({ ffmpeg, doing: 'making a film', args: [...inputs, ...output] });
  return path;
}

function context(): ProviderContext & { model: string } {
  return { ...providerContext({ scratch: directory, ffmpeg }), model: 'vision' };
}

async function analysisOf(path: string): Promise<AnalysisResult> {
  const { analysis } = await vision.analyzeVideo(
    { video: { path, mime: 'video/mp4', sha256: '' }, prompt: '' },
    context(),
  );
  return analysis;
}

const shotsOf = (analysis: AnalysisResult): unknown[] =>
  analysis.scenes.map((scene) => [scene.camera_movement, scene.transition]);

describe('a reference video', () => {
  test('cuts are found to two tenths of a second, and the camera of each shot', async () => {
    const path = await film('cuts', [
      { picture: 'blue', move: 'right', durationS: 2.5 },
      { picture: 'brown', move: 'left', durationS: 1.7 },
      { picture: 'green', move: 'down', durationS: 2.2 },
      { picture: 'blue', move: 'up', durationS: 1.6 },
    ]);
    const analysis = await analysisOf(path);
    expect(shotsOf(analysis)).toEqual([
      ['pan right', 'cut'],
      ['pan left', 'cut'],
      ['tilt down', 'cut'],
      ['tilt up', 'cut'],
    ]);
    for (const [index, durationS] of [2.5, 1.7, 2.2, 1.6].entries()) {
      expect(Math.abs((analysis.scenes[index]?.duration_seconds ?? 0) - durationS)).toBeLessThanOrEqual(0.2);
    }
    expect(analysis).toMatchObject({ scene_count: 4, tempo: 'fast', has_text_overlay: false });
    expect(analysis.overall_tone).toContain('no sound');
    expect(analysis.measured?.sound).toBeNull();
    const starts = analysis.measured?.shots.map(({ start_seconds }) => start_seconds) ?? [];
    for (const [index, startS] of [0, 2.5, 4.2, 6.4].entries()) {
      expect(Math.abs((starts[index] ?? -1) - startS)).toBeLessThanOrEqual(0.2);
    }
    expect(analysis.measured?.shots.every(({ motion, brightness }) => motion > 0 && brightness > 0.1)).toBe(true);
  });

  test('pushes, pulls and a standing camera are told apart', async () => {
    const path = await film('zooms', [
      { picture: 'blue', move: 'in', durationS: 2.5 },
      { picture: 'brown', move: 'out', durationS: 2.5 },
      { picture: 'green', move: 'still', durationS: 2.5 },
    ]);
    const analysis = await analysisOf(path);
    expect(analysis.scenes.map((scene) => scene.camera_movement)).toEqual(['push in', 'pull out', 'static']);
    expect(analysis.tempo).toBe('medium');
  });

  test.each([
    ['fade', 'a cross-fade', 2.5],
    ['fadeblack', 'a fade through black', 2.4],
  ])('xfade %s is seen as %s, not as a cut', async (transition, _name, aboutS) => {
    const path = await film(
      transition,
      [
        { picture: 'blue', move: 'right', durationS: 3 },
        { picture: 'brown', move: 'still', durationS: 3 },
      ],
      transition,
    );
    const analysis = await analysisOf(path);
    expect(shotsOf(analysis)).toEqual([
      ['pan right', 'fade'],
      ['static', 'cut'],
    ]);
    expect(Math.abs((analysis.scenes[0]?.duration_seconds ?? 0) - aboutS)).toBeLessThanOrEqual(0.3);
  });

  test('a flash and a quick pan are not cuts', async () => {
    const source = await film('one', [{ picture: 'blue', move: 'right', durationS: 3 }]);
    const flashed = join(directory, 'flashed.mp4');
    const flash = "drawbox=color=white:t=fill:enable='between(t,1.45,1.56)'";
    await runFfmpeg({ ffmpeg, doing: 'adding a flash', args: ['-i', source, '-vf', flash, flashed] });
    expect((await analysisOf(flashed)).scene_count).toBe(1);
    const quick = await film('quick', [{ picture: 'blue', move: 'quick', durationS: 2 }]);
    expect(shotsOf(await analysisOf(quick))).toEqual([['pan right', 'cut']]);
  });

  test('the palette is that of the film, the largest share first', async () => {
    const path = join(directory, 'halves.mp4');
    const halves = 'color=#204080:size=320x180:duration=2,drawbox=x=0:y=0:w=96:h=180:color=#e0a020:t=fill';
    await runFfmpeg({
      ffmpeg,
      doing: 'making a clip',
      args: ['-f', 'lavfi', '-i', halves, '-pix_fmt', 'yuv444p', '-qp', '0', path],
    });
    const { color_palette, measured } = await analysisOf(path);
    const [first, second, ...rest] = color_palette;
    expect(rest).toEqual([]);
    expect(measured?.color_palette.map(({ share }) => share)).toEqual([0.67, 0.33]); // of twelve columns, four are yellow
    expect(distance(first, '#204080')).toBeLessThan(12);
    expect(distance(second, '#e0a020')).toBeLessThan(12);
  });

  test('loudness and a beat are heard', async () => {
    const path = join(directory, 'beat.mp4');
    const beat = "aevalsrc='0.6*sin(2*PI*880*t)*exp(-30*mod(t,0.5))':s=44100:d=10"; // 120 a minute
    const args = ['-f', 'lavfi', '-i', beat, '-f', 'lavfi', '-i', 'color=gray:size=160x90:duration=10', path];
    await runFfmpeg({ ffmpeg, doing: 'making a beat', args });
    const { overall_tone: tone, measured } = await analysisOf(path);
    const [, loudnessLufs, beats] = /sound at (-[\d.]+) LUFS, a beat of about (\d+)/.exec(tone) ?? [];
    expect(Number(beats)).toBeGreaterThanOrEqual(118);
    expect(Number(beats)).toBeLessThanOrEqual(122);
    expect(Number(loudnessLufs)).toBeLessThan(-15);
    expect(Number(loudnessLufs)).toBeGreaterThan(-30);
    expect(measured?.sound).toEqual({ loudness_lufs: Number(loudnessLufs), beats_per_minute: Number(beats) });
  });

  test('words over the picture are suspected', async () => {
    const canvas = createCanvas(640, 360);
    const context2d = canvas.getContext('2d');
    context2d.fillStyle = '#203040';
    context2d.fillRect(0, 0, 640, 360);
    context2d.fillStyle = '#fff';
    context2d.font = '600 48px "Noto Sans", sans-serif';
    for (let letter = 0; letter < 20; letter++)
      context2d.fillRect(60 + letter * 26, 260, letter % 3 === 0 ? 6 : 12, 40); // strokes, whatever fonts there are
    await writeFile(join(directory, 'words.png'), canvas.toBuffer('image/png'));
    const path = join(directory, 'words.mp4');
    const args = ['-loop', '1', '-t', '2', '-i', join(directory, 'words.png'), '-pix_fmt', 'yuv420p', path];
    await runFfmpeg({ ffmpeg, doing: 'making a title', args });
    const analysis = await analysisOf(path);
    expect(analysis.has_text_overlay).toBe(true);
    expect(analysis.scenes[0]?.description).toContain('a weak sign');
  });

  test('looking can be stopped', async () => {
    const path = await film('stopped', [{ picture: 'blue', move: 'right', durationS: 3 }]);
    const stop = new AbortController();
    const reason = new Error('enough');
    const looking = vision.analyzeVideo(
      { video: { path, mime: '', sha256: '' }, prompt: '' },
      { ...context(), signal: stop.signal, progress: () => stop.abort(reason) },
    );
    await expect(looking).rejects.toBe(reason);
  });

  test('a picture handed in as a video is refused', async () => {
    const looking = vision.analyzeVideo(
      { video: { path: join(directory, 'blue.png'), mime: '', sha256: '', name: 'blue.png' }, prompt: '' },
      context(),
    );
    await expect(looking).rejects.toThrow('blue.png cannot be used: it is not a video');
  });
});

test('a picture is described by its format, colours and where its detail lies', async () => {
  const canvas = createCanvas(900, 600);
  const context2d = canvas.getContext('2d');
  context2d.fillStyle = '#102040';
  context2d.fillRect(0, 0, 900, 600);
  context2d.fillStyle = '#f0c060';
  for (let bar = 0; bar < 12; bar++) context2d.fillRect(40 + bar * 22, 430, 11, 120);
  const path = join(directory, 'described.png');
  await writeFile(path, canvas.toBuffer('image/png'));
  const { description } = await vision.describeImage(
    { image: { path, mime: 'image/png', sha256: '' }, prompt: '' },
    context(),
  );
  expect(description).toContain('Landscape picture, 900x600. Dark');
  expect(description).toMatch(/Colours: deep blue #1\w2\w4\w 9\d %/);
  expect(description).toContain('below the middle, to the left; the upper third is calm.');
});

/** The largest difference of a channel. */
function distance(one = '#000000', other: string): number {
  const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...channels(one).map((value, index) => Math.abs(value - (channels(other)[index] ?? 0))));
}
