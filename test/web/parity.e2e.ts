import type { Page } from '@playwright/test';
import { makeMedium, type TestMedium } from './parity-clips.ts';
import { filmOfTransitions, filmOnBlack, timelineOf } from './parity-films.ts';
import { type FrameLikeness, likenessOf } from './parity-likeness.ts';
import { picturesOfEveryProperty, textsOfEveryProperty, textsOfEveryScript } from './parity-overlays.ts';
import { randomFilms } from './parity-random.ts';
import { type ParityRow, reportParity, worstOf } from './parity-report.ts';
import { type Film, type FrameSize, openParityStudio, type ParityStudio } from './parity-studio.ts';
import { expect, test } from './studio.ts';

/*
 * What is previewed is what is exported: the app's own `renderFrame` in a browser, beside the frames of an export without
 * loss that FFmpeg decodes. docs/decisions/preview-is-export.md says what is compared and why.
 */

const FILM = { width: 360, height: 640 };
const PICTURE = { luma: 0.99, colour: 0.97 };
const OVERLAY = { luma: 0.999, detail: 0.997, colour: 0.99 };
const RANDOM_FILMS = 12;
const seed = Number(process.env['PARITY_SEED'] ?? 11); // another tells more; a build must not hang on its luck

const rows: ParityRow[] = [];
let studio: ParityStudio;
let shapes: TestMedium;
let hills: TestMedium;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  studio = await openParityStudio();
  shapes = await make('shapes', `testsrc2=s=${sizeOf(FILM)}:r=30`, 60);
  hills = await make('hills', soft(FILM, 1), 60);
});
test.afterAll(async () => {
  reportParity(rows, seed);
  await studio[Symbol.asyncDispose]();
});
test.beforeEach(({ page }) => studio.open(page));

const sizeOf = ({ width, height }: FrameSize): string => `${width}x${height}`;

/** Something with much to see and nothing finer than a picture of a camera or a model has. */
const soft = (size: FrameSize, sigma: number, zoom = 0.8): string =>
  `mandelbrot=s=${sizeOf(size)}:r=30:start_scale=${zoom}:end_scale=${zoom / 3}:end_pts=60,gblur=sigma=${sigma}`;

const make = (name: string, picture: string, frames?: number, more: { readonly hasProxy?: true } = {}) =>
  makeMedium(studio.ffmpeg.path, studio.directory, { name, picture, ...(frames ? { frames } : {}), ...more });

interface Comparison {
  readonly what: string;
  readonly film: Film;
  readonly size?: FrameSize;
  readonly names?: ReadonlyMap<number, string>;
}

async function compare(page: Page, { what, film, size = film.timeline, names }: Comparison) {
  const exported = await studio.exported(film, size);
  const drawn = await studio.previewed(page, film, size);
  return film.frames.map((frame) => ({
    name: `${what}, ${names?.get(frame) ?? `frame ${frame}`}`,
    ...likenessOf(there(drawn.get(frame)), there(exported.get(frame))),
  }));
}

function judge(what: string, bars: ParityRow['bars'], frames: ParityRow['frames']): void {
  rows.push({ what, bars, frames });
  const under = frames.filter((frame) => measures(bars).some((measure) => frame[measure] < (bars[measure] ?? 0)));
  expect(under, `${what}: frames that differ`).toEqual([]);
}

const measures = (bars: ParityRow['bars']) => Object.keys(bars) as (keyof FrameLikeness)[];

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a frame is missing');
  return value;
}

test('every transition looks as it is exported, in its first, middle and last frame', async ({ page }) => {
  const film = filmOfTransitions(FILM, [shapes, hills]);
  judge('transitions', PICTURE, await compare(page, { what: 'transitions', film }));
});

test('every property of a text looks as it is exported, coming and going', async ({ page }) => {
  const { names, ...film } = filmOnBlack(FILM, shapes, { texts: textsOfEveryProperty });
  judge('texts', OVERLAY, await compare(page, { what: 'text', film, names }));
});

test('every script looks as it is exported: Latin, Turkish, Arabic, Devanagari, Japanese, Chinese, Korean, emoji', async ({
  page,
}) => {
  const { names, ...film } = filmOnBlack(FILM, shapes, { texts: textsOfEveryScript });
  judge('scripts', OVERLAY, await compare(page, { what: 'script', film, names }));
});

test('every property of a picture over the film looks as it is exported', async ({ page }) => {
  const logo = await make('logo', 'testsrc2=s=800x600,format=rgba,colorchannelmixer=aa=0.9');
  const { names, ...film } = filmOnBlack(FILM, shapes, { images: picturesOfEveryProperty(logo) });
  judge('pictures', OVERLAY, await compare(page, { what: 'picture', film: withMedia(film, logo), names }));
});

test(`random films look as they are exported (seed ${seed})`, async ({ page }) => {
  const logo = await make('small-logo', 'testsrc2=s=400x300,format=rgba,colorchannelmixer=aa=0.9');
  const media = [
    shapes,
    hills,
    await make('wide', soft({ width: 960, height: 540 }, 1.2, 0.5), 60),
    await make('slow', 'testsrc2=s=540x960:r=24', 60),
    await make('photo', soft({ width: 900, height: 700 }, 1.2, 0.1)),
  ];
  const frames = [];
  for (const [number, film] of randomFilms(media, logo, seed, RANDOM_FILMS).entries()) {
    frames.push(...(await compare(page, { what: `film ${number}`, film })));
  }
  judge('random films', PICTURE, frames);
});

test('on light copies of clean clips the preview looks as the export scaled down', async ({ page }) => {
  const { film, size } = await filmOfProxies();
  judge('proxies', PICTURE, await compare(page, { what: 'proxies', film, size }));
});

async function filmOfProxies() {
  const whole = { width: 1080, height: 1920 };
  const enlarged = `scale=${sizeOf(whole).replace('x', ':')}:flags=bicubic`; // a model's clips have no detail of one pixel
  const media = [
    await make('tall-hills', `${soft(FILM, 0.8)},${enlarged}`, 22, { hasProxy: true }),
    await make('tall-shapes', `testsrc2=s=${sizeOf(FILM)}:r=30,${enlarged}`, 22, { hasProxy: true }),
  ];
  const [first, second] = media as [TestMedium, TestMedium];
  const transition = { type: 'fade', durationFrames: 8 } as const;
  const text = { id: 't', text: 'Harbour at dawn', fontSize: 90, startFrame: 4, endFrame: 40 };
  const shots = [
    { medium: first, frames: 20, transition },
    { medium: second, frames: 20 },
  ];
  const timeline = timelineOf(whole, shots, { texts: [text] });
  return { film: { timeline, media, frames: [0, 3, 9, 12, 16, 19, 21, 31] }, size: { width: 540, height: 960 } };
}

const withMedia = (film: Film, medium: TestMedium): Film => ({ ...film, media: [...film.media, medium] });

test('a preview that is off by one frame, or by two pixels, is seen', async ({ page }) => {
  const { names: _, ...rising } = filmOnBlack(FILM, shapes, { texts: textsOfEveryProperty.slice(-1) });
  const moving = filmOfTransitions(FILM, [shapes, hills]);
  for (const [film, bar] of [
    [{ ...moving, frames: moving.frames.slice(0, 6) }, PICTURE.luma],
    [{ ...rising, frames: rising.frames.slice(1, 3) }, OVERLAY.luma],
  ] as const) {
    const exported = await studio.exported(film, film.timeline);
    for (const planted of [{ frames: 1 }, { frames: -1 }, { pixels: 2 }, { pixels: -2 }]) {
      const drawn = await studio.previewed(page, film, film.timeline, planted);
      const likeness = film.frames.map((frame) => ({
        name: '',
        ...likenessOf(there(drawn.get(frame)), there(exported.get(frame))),
      }));
      expect(worstOf(likeness).luma, JSON.stringify(planted)).toBeLessThan(bar);
    }
  }
});
