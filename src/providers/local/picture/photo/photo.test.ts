import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImageRequest, MediaInput } from '../../../provider.ts';
import { composePicture } from '../compose.ts';
import { canDrawAgain, drawLayers } from '../draw-layers.ts';
import { flatStill } from '../flat-still.ts';
import { layersAtRest } from '../frame.ts';
import type { FrameSize } from '../look.ts';
import { contrastInZone } from '../measure-type-hint.ts';
import type { PhotoRecipe } from '../recipe.ts';
import { drawStill } from '../still.ts';
import { fitOf, plainTreatment } from './choose-treatment.ts';
import { composePhoto, recipePhoto } from './compose-photo.ts';
import { focalPoint } from './focal-point.ts';
import { openPhoto } from './open-photo.ts';
import { photoScene } from './photo-scene.ts';
import { treatments } from './treatments.ts';

const FRAMES: readonly FrameSize[] = [
  { width: 270, height: 480 },
  { width: 480, height: 270 },
  { width: 300, height: 300 },
];
const isDeep = process.env['SCENEWRIGHT_TEST_TIER'] === 'deep' || process.env['CI'] === 'true';
let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'scenewright-photo-'));
});
afterAll(async () => rm(scratch, { recursive: true, force: true }));

async function photo(
  name: string,
  width: number,
  height: number,
  draw: (context: SKRSContext2D) => void,
): Promise<MediaInput> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#e8e8e8';
  context.fillRect(0, 0, width, height);
  draw(context);
  return written(name, await canvas.encode('png'));
}

async function written(name: string, bytes: Uint8Array): Promise<MediaInput> {
  const path = join(scratch, name);
  await writeFile(path, bytes);
  return { path, mime: 'image/png', sha256: createHash('sha256').update(bytes).digest('hex'), name };
}

function disc(x: number, y: number, radius: number): (context: SKRSContext2D) => void {
  return (context) => {
    context.fillStyle = '#c800c8';
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  };
}

async function recipeOf(
  look: string,
  composition: number,
  frame: FrameSize,
  inputs: readonly MediaInput[],
): Promise<PhotoRecipe> {
  const photos = [];
  for (const input of inputs) photos.push(recipePhoto(input, await openPhoto(input)));
  return {
    v: 1,
    provider: 'local',
    kind: 'photo',
    look,
    lookVersion: 1,
    seed: 3,
    palette: { colours: ['#777777'], tones: [] },
    frame,
    composition,
    photos,
    plain: false,
  };
}

/** Width, height and filled share of the box around the disc's pixels; grey palettes leave no other magenta. */
function discBox(still: Canvas, isDuotone: boolean): { width: number; height: number; filled: number } {
  const { data } = still.getContext('2d').getImageData(0, 0, still.width, still.height);
  let left = still.width;
  let right = -1;
  let top = still.height;
  let bottom = -1;
  let count = 0;
  for (let place = 0; place < data.length; place += 4) {
    const red = data[place] ?? 0;
    const green = data[place + 1] ?? 0;
    const blue = data[place + 2] ?? 0;
    const y = Math.floor(place / 4 / still.width);
    // A duotone keeps no hue: there the disc is the dark thing below the shade of the type.
    const isDisc = isDuotone ? red < 90 && y > still.height * 0.36 : red - green > 45 && blue - green > 45;
    if (!isDisc) continue;
    const x = (place / 4) % still.width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    count += 1;
  }
  const [width, height] = [right - left + 1, bottom - top + 1];
  return { width, height, filled: count / (width * height) };
}

test('a circle stays a circle, whole, in every treatment, composition and shape', { timeout: 300_000 }, async () => {
  const wide = await photo('wide.png', 900, 600, disc(620, 330, 60));
  const tall = await photo('tall.png', 600, 900, disc(250, 560, 60));
  const bent: string[] = [];
  for (const treatment of treatments) {
    for (let composition = 0; composition < treatment.compositions; composition++) {
      for (const [place, frame] of FRAMES.entries()) {
        if (!isDeep && (place + composition) % FRAMES.length !== 0) continue;
        for (const input of isDeep ? [wide, tall] : [(place + composition) % 2 === 0 ? wide : tall]) {
          const recipe = await recipeOf(treatment.id, composition, frame, [input]);
          if (treatment.id === 'duotone' && frame.width > frame.height) continue; // its shade reaches the disc from the side
          // The foremost layer alone: behind it may lie a blurred copy.
          const layers = (await drawLayers(recipe, frame, [input])).slice(treatment.id === 'blur-extend' ? 1 : 0);
          const box = discBox(layersAtRest(layers, frame), treatment.id === 'duotone');
          const isRound = Math.abs(box.width / box.height - 1) < 0.08 && Math.abs(box.filled - Math.PI / 4) < 0.06;
          if (!isRound)
            bent.push(
              `${treatment.id} ${composition} ${frame.width}x${frame.height} ${input.name}: ${JSON.stringify(box)}`,
            );
        }
      }
    }
  }
  expect(bent).toEqual([]);
});

test('the focal point finds a subject wherever it is', async () => {
  for (const [x, y] of [
    [0.25, 0.3],
    [0.75, 0.6],
    [0.5, 0.5],
    [0.3, 0.75],
  ] as const) {
    const canvas = await openPhoto(await photo(`focus-${x}-${y}.png`, 800, 600, disc(x * 800, y * 600, 70)));
    const found = focalPoint(canvas);
    expect(Math.hypot(found.x - x, found.y - y), `${x} ${y}`).toBeLessThan(0.06);
  }
});

test('a photo taken with the camera on its side stands upright', async () => {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, 150, 200);
  context.fillStyle = '#0000ff';
  context.fillRect(150, 0, 150, 200);
  const input = await written('sideways.jpg', withOrientation(await canvas.encode('jpeg', 95), 6));
  const recipe = await composePhoto(input, { width: 200, height: 300 }, 1);
  expect(recipe).toMatchObject({ look: 'full-bleed', photos: [{ width: 200, height: 300 }] });
  const still = flatStill(recipe, await drawLayers(recipe, recipe.frame, [input]));
  const top = still.getContext('2d').getImageData(100, 40, 1, 1).data;
  const foot = still.getContext('2d').getImageData(100, 260, 1, 1).data;
  expect(top[0]).toBeGreaterThan(200);
  expect(foot[2]).toBeGreaterThan(200);
});

test('a picture that fits the frame is shown as it is, without wash, vignette or grain', async () => {
  const input = await photo('fits.png', 720, 1280, (context) => {
    context.fillStyle = '#c86432';
    context.fillRect(0, 0, 720, 1280);
  });
  const recipe = await composePhoto(input, { width: 360, height: 640 }, 5);
  expect(recipe).toMatchObject({ look: 'full-bleed', plain: true });
  const still = flatStill(recipe, await drawLayers(recipe, recipe.frame, [input]));
  const { data } = still.getContext('2d').getImageData(0, 0, 360, 640);
  for (const place of [0, 4 * 359, 4 * (320 * 360 + 180), data.length - 4])
    expect([...data.subarray(place, place + 3)]).toEqual([200, 100, 50]);
});

test('a picture too small or of another shape is shown whole instead of cropped', () => {
  expect(plainTreatment(fitOf({ width: 1920, height: 1080 }, { width: 1080, height: 1920 }))).toBe('blur-extend');
  expect(plainTreatment(fitOf({ width: 200, height: 120 }, { width: 1920, height: 1080 }))).toBe('card');
  expect(plainTreatment(fitOf({ width: 1024, height: 1792 }, { width: 1080, height: 1920 }))).toBe('full-bleed');
});

test('type stays readable over photos of any kind', { timeout: 300_000 }, async () => {
  const busy = await photo('busy.png', 640, 640, (context) => {
    for (let cell = 0; cell < 256; cell++) {
      context.fillStyle = cell % 2 === Math.floor(cell / 16) % 2 ? '#000' : '#fff';
      context.fillRect((cell % 16) * 40, Math.floor(cell / 16) * 40, 40, 40);
    }
  });
  for (const frame of FRAMES) {
    for (const seed of [1]) {
      const recipe = await composePhoto(busy, frame, seed);
      const still = flatStill(recipe, await drawLayers(recipe, frame, [busy]));
      expect(
        recipe.typeHint && contrastInZone(still, recipe.typeHint),
        `${recipe.look} ${frame.width}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('a 60,000 pixel picture and a file that is none are refused before they are decoded', async () => {
  const header = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0]),
    Buffer.alloc(64),
  ]);
  for (const input of [
    await written('vast.png', header),
    await written('text.png', Buffer.from('this is no picture')),
    await written('empty.png', Buffer.alloc(0)),
  ]) {
    await expect(composePhoto(input, { width: 360, height: 640 }, 1), input.name).rejects.toMatchObject({
      code: 'media_unreadable',
    });
  }
});

test('at least half of the scenes show the user’s photos, all of them where there are enough, and a grid among many', () => {
  for (let photos = 1; photos <= 8; photos++) {
    for (let count = 1; count <= 12; count++) {
      const scenes = Array.from({ length: count }, (_, index) => photoScene(photos, { index, count }));
      const shown = scenes.filter(({ kind }) => kind !== 'drawn').length;
      expect(shown, `${photos} photos, ${count} scenes`).toBeGreaterThanOrEqual(Math.ceil(count / 2));
      if (photos >= count) expect(shown).toBe(count);
      const used = new Set(scenes.flatMap((scene) => (scene.kind === 'photo' ? [scene.photo] : [])));
      if (photos < 3) expect(used.size, `${photos} photos, ${count} scenes`).toBe(Math.min(photos, count));
    }
  }
  expect(
    Array.from({ length: 9 }, (_, index) => photoScene(3, { index, count: 9 })).filter(({ kind }) => kind === 'grid'),
  ).toHaveLength(1);
});

test(
  'a film of references changes the treatment from scene to scene and draws again from its recipe',
  { timeout: 300_000 },
  async () => {
    const references = [
      await photo('one.png', 1200, 900, disc(600, 400, 150)),
      await photo('two.png', 900, 1200, disc(400, 700, 150)),
    ];
    const earlierRecipes: unknown[] = [];
    const looks: string[] = [];
    for (let sceneIndex = 0; sceneIndex < 4; sceneIndex++) {
      const request: ImageRequest = {
        generationId: 'g',
        model: 'm',
        prompt: 'p',
        scenePrompt: 'p',
        negativePrompt: '',
        width: 270,
        height: 480,
        seed: 50 + sceneIndex,
        references,
        scene: {
          projectType: 'ecommerce',
          sceneIndex,
          sceneCount: 4,
          subject: 'Alba',
          earlierRecipes: earlierRecipes.slice(),
        },
      };
      const recipe = await composePicture(request);
      earlierRecipes.push(recipe);
      if (recipe.kind === 'photo') {
        looks.push(recipe.look);
        expect(canDrawAgain(recipe, references)).toBe(true);
        expect(canDrawAgain(recipe, [])).toBe(false);
        await expect(drawLayers(recipe, recipe.frame, [])).rejects.toMatchObject({ code: 'media_missing' });
      }
    }
    expect(looks.length).toBeGreaterThanOrEqual(2);
    for (const [place, look] of looks.entries()) expect(look).not.toBe(looks[place - 1]);
  },
);

test('another process writes the same still of a photo, byte for byte', { timeout: 300_000 }, async () => {
  const reference = await photo('same.png', 800, 600, disc(300, 300, 120));
  const request: ImageRequest = {
    generationId: 'g',
    model: 'm',
    prompt: 'p',
    scenePrompt: 'p',
    negativePrompt: '',
    width: 270,
    height: 480,
    seed: 9,
    references: [reference],
  };
  const here = await readFile((await drawStill({ request, scratch })).path);
  const there = await mkdtemp(join(scratch, 'other-'));
  const program = `const { drawStill } = await import(${JSON.stringify(new URL('../still.ts', import.meta.url).href)}); process.stdout.write((await drawStill(${JSON.stringify({ request, scratch: there })})).path);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect((await readFile(stdout)).equals(here)).toBe(true);
});

/** Puts an EXIF block that holds nothing but the orientation behind a JPEG's first marker. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    Buffer.from([0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]);
}
