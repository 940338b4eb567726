import { expect, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { lumasOf, rgbOf, soundLengthS, toneIn } from '#render/film-on-trial.ts';
import { aWorkWithScenes, expectError, jsonOf, type Api, type PlacedWork } from '../api.ts';
import { madeByFfmpeg } from '../tiny-media.ts';
import { fileOf } from './exports.ts';

const SIZE = { width: 96, height: 128 } as const;

/** A clip of one colour with a tone, as short and as odd as a test wants it. */
function aClip(
  name: string,
  options: { colour: string; tone?: number; seconds?: number; filter?: string; size?: string },
) {
  const { colour, tone = 440, seconds = 1, filter = 'null', size = '96x128' } = options;
  return madeByFfmpeg(
    `${name}.mkv`,
    ['-f', 'lavfi', '-i', `color=${colour}:s=${size}:r=30:d=${seconds},format=yuv444p`],
    ['-f', 'lavfi', '-i', `sine=f=${tone}:d=${seconds}`, '-vf', filter],
    ['-c:v', 'libx264', '-qp', '0', '-c:a', 'flac', '-shortest'],
  );
}

const white = aClip('white', { colour: 'white', tone: 440 });
const grey = aClip('grey', { colour: 'gray', tone: 1200 });
const black = aClip('black', { colour: 'black', tone: 440 });

/** What an export does to pictures and sound, measured on rendered films. */
export function wrongFilms(api: () => Api): void {
  const aWorkShowing = async (...clips: readonly Uint8Array[]): Promise<PlacedWork> => {
    const work = await aWorkWithScenes(api(), clips.length);
    for (const [index, bytes] of clips.entries()) {
      const file = { field: 'file', bytes, name: 'clip.mkv' };
      jsonOf(await api().upload(`${work.path}/media/scene/${index}/video`, file));
    }
    return work;
  };
  const request = (work: PlacedWork, body: object) => ({
    projectId: work.project.id,
    workId: work.id,
    options: { ...SIZE, fps: 30, quality: 'high' },
    ...body,
  });
  const filmOf = async (work: PlacedWork, body: object): Promise<string> => {
    const response = await api().raw('POST', '/export', { body: request(work, body) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 200) expect.fail(`${response.status}: ${Buffer.from(bytes).toString('utf8')}`);
    return fileOf(bytes, 'film.mp4');
  };
  const facts = (path: string) => probe(path, { ffmpeg: api().server.world.ffmpeg.path });
  const one = [{ sceneIndex: 0, position: 0, end: 1 }];

  test('export needs a credential', async () => {
    const work = await aWorkShowing(black);
    expectError(await api().post('/export', request(work, { clips: one }), { as: null }), 401);
  });

  test('apostrophe, colon, backslash and percent in a text are drawn, not read', async () => {
    const work = await aWorkShowing(black);
    const written = [' ', "it's", 'a:b', 'a\\b', '100%', '%{pts}', "'[in]\\:,;"];
    const look = { fontSize: 20, fontColor: '#ffffff', centerX: 0, centerY: 0 };
    const texts = written.map((text, place) => ({ text, position: place / 5, end: (place + 1) / 5, ...look }));
    const path = await filmOf(work, { clips: [{ sceneIndex: 0, position: 0, end: 2 }], texts });
    const brightness = written.map((text, place) => {
      const [early, late] = [rgbOf(path, place * 6 + 1), rgbOf(path, place * 6 + 4)];
      expect(differenceOf(early, late), `${text} changes with time`).toBeLessThan(1);
      return early.reduce((sum, value) => sum + value, 0);
    });
    const [nothing = 0, ...drawn] = brightness;
    expect(Math.min(...drawn), brightness.join(' ')).toBeGreaterThan(nothing + 10_000);
  });

  test('a colour is a colour and reads no file of the server', async () => {
    const work = await aWorkShowing(black);
    for (const fontColor of ['white:textfile=/etc/passwd', 'red@0.5,movie=/etc/passwd', '/etc/passwd', '']) {
      const texts = [{ text: 'x', position: 0, end: 1, fontColor }];
      expectError(await api().post('/export', request(work, { clips: one, texts })), 400);
    }
    const texts = ['white', '#ffffff', '#ff0000'].map((fontColor, place) => {
      const span = { position: place / 5, end: (place + 1) / 5 };
      return { text: 'O', fontSize: 60, fontColor, centerX: 0, centerY: 0, ...span };
    });
    const path = await filmOf(work, { clips: one, texts });
    expect(differenceOf(rgbOf(path, 3), rgbOf(path, 9))).toBeLessThan(1);
    expect(differenceOf(rgbOf(path, 9), rgbOf(path, 15))).toBeGreaterThan(1);
  });

  test('width, height and rotation of an overlay are honoured', async () => {
    const work = await aWorkShowing(black);
    const bytes = madeByFfmpeg('white-box.png', ['-f', 'lavfi', '-i', 'color=white:s=20x20', '-frames:v', '1']);
    const file = { field: 'file', bytes, name: 'box.png' };
    const asset = jsonOf(await api().upload(`${work.project.path}/assets`, file), 201);
    const places = [
      { x: 10, y: 30 },
      { x: 10, y: 30, rotation: 90 },
      { centerX: 0, centerY: 0 },
    ];
    const images = places.map((place, turn) => {
      const span = { position: turn / 5, end: (turn + 1) / 5 };
      return { assetId: asset.id, width: 40, height: 20, ...span, ...place };
    });
    const path = await filmOf(work, { clips: one, images });
    expect(places.map((_, turn) => boundsOf(rgbOf(path, turn * 6 + 3)))).toEqual([
      { left: 10, top: 30, width: 40, height: 20 },
      { left: 20, top: 20, width: 20, height: 40 },
      { left: 28, top: 54, width: 40, height: 20 },
    ]);
  });

  test('a transition moves texts and sound with the picture', async () => {
    const work = await aWorkShowing(black, aClip('black-high', { colour: 'black', tone: 1200 }));
    const path = await filmOf(work, {
      clips: [
        { sceneIndex: 0, position: 0, end: 1, transition: 'fade', transitionDuration: 0.4 },
        { sceneIndex: 1, position: 1, end: 2 },
      ],
      texts: [{ text: 'I', position: 1.5, end: 1.8, fontSize: 160, fontColor: '#ffffff', centerX: 0, centerY: 0 }],
    });
    const lumas = lumasOf(path);
    expect(lumas).toHaveLength(48);
    const lit = lumas.flatMap((luma, frame) => (luma > 60 ? [frame] : []));
    expect([lit[0], lit.at(-1)]).toEqual([33, 41]);
    expect(soundLengthS(path)).toBeCloseTo(1.6, 1);
    expect(toneIn(path, 1200, 1.05, 0.4)).toBeGreaterThan(20 * toneIn(path, 440, 1.05, 0.4));
  });

  test('an odd size and differing pixel aspects make a film of square pixels of the size asked for', async () => {
    const work = await aWorkShowing(
      aClip('odd', { colour: 'white', size: '65x63' }),
      aClip('wide-pixels', { colour: 'gray', filter: 'setsar=2' }),
    );
    const path = await filmOf(work, {
      clips: [
        { sceneIndex: 0, position: 0, end: 1, transition: 'fade', transitionDuration: 0.2 },
        { sceneIndex: 1, position: 1, end: 2 },
      ],
    });
    expect(await facts(path)).toMatchObject({ ...SIZE, pixelAspect: 1, frameCount: 54 });
    const options = { width: 97, height: 127, fps: 30 };
    const odd = await api().post('/export', request(work, { clips: one, options }));
    expectError(odd, 400);
    expect(odd.text).toContain('even');
  });

  test('a cut followed by a fade keeps both joins', async () => {
    const work = await aWorkShowing(white, grey, black);
    const path = await filmOf(work, {
      clips: [
        { sceneIndex: 0, position: 0, end: 1, transition: 'cut' },
        { sceneIndex: 1, position: 1, end: 2, transition: 'fade', transitionDuration: 0.4 },
        { sceneIndex: 2, position: 2, end: 3 },
      ],
    });
    const lumas = lumasOf(path);
    expect(lumas).toHaveLength(78);
    expect(Math.min(...lumas.slice(0, 30))).toBeGreaterThan(220);
    expect(lumas[30]).toBeLessThan(150);
    const fading = lumas.slice(48, 60);
    expect(fading).toEqual(fading.toSorted((a, b) => b - a));
    expect(Math.max(...lumas.slice(61))).toBeLessThan(24);
  });

  test('a gap is black, and a transition into it changes nothing', async () => {
    const work = await aWorkShowing(white, grey);
    const path = await filmOf(work, {
      clips: [
        { sceneIndex: 0, position: 0, end: 1, transition: 'fade', transitionDuration: 0.4 },
        { sceneIndex: 1, position: 1.5, end: 2.5 },
      ],
    });
    const lumas = lumasOf(path);
    expect(lumas).toHaveLength(75);
    expect(Math.min(...lumas.slice(0, 30))).toBeGreaterThan(220);
    expect(Math.max(...lumas.slice(30, 45))).toBeLessThan(20);
    expect(Math.min(...lumas.slice(45))).toBeGreaterThan(100);
  });

  test('a clip shorter than its place holds its last picture, and the film is as long as planned', async () => {
    const work = await aWorkShowing(grey, white);
    const path = await filmOf(work, {
      clips: [
        { sceneIndex: 0, position: 0, end: 2 },
        { sceneIndex: 1, position: 2, end: 3 },
      ],
    });
    const lumas = lumasOf(path);
    expect(lumas).toHaveLength(90);
    const held = lumas.slice(0, 60);
    expect(Math.max(...held) - Math.min(...held)).toBeLessThan(4);
    expect(lumas[61]).toBeGreaterThan(220);
  });

  test('music lies beside the sound of the clip and does not halve it', async () => {
    const work = await aWorkShowing(black);
    const alone = toneIn(await filmOf(work, { clips: one }), 440, 0.2, 0.6);
    const music = madeByFfmpeg('music.wav', ['-f', 'lavfi', '-i', 'sine=f=1200:d=1']);
    jsonOf(await api().upload(`${work.path}/media/audio`, { field: 'audio', bytes: music, name: 'm.wav' }));
    const path = await filmOf(work, { clips: one, audio: { volume: 0.8 } });
    const together = toneIn(path, 440, 0.2, 0.6);
    expect(alone).toBeGreaterThan(0.02);
    expect(20 * Math.log10(together / alone)).toBeGreaterThan(-1);
    expect(toneIn(path, 1200, 0.2, 0.6)).toBeGreaterThan(0.02);
  });
}

/** How far two pictures are apart, in levels of 255 on average. */
function differenceOf(one: Buffer, other: Buffer): number {
  return one.reduce((sum, value, place) => sum + Math.abs(value - (other[place] ?? 0)), 0) / one.length;
}

/** The box of what is bright in a frame of the tests' size. */
function boundsOf(rgb: Buffer): { left: number; top: number; width: number; height: number } {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let pixel = 0; pixel < SIZE.width * SIZE.height; pixel++) {
    if ((rgb[pixel * 3] ?? 0) < 128) continue;
    xs.push(pixel % SIZE.width);
    ys.push(Math.floor(pixel / SIZE.width));
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
}
