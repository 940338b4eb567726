import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { flatten, openLayers, shapeOf } from '../frame.ts';
import type { FrameSize, Layer, Look, Shot } from '../look.ts';
import { paletteFrom } from '../palette.ts';
import { randomFrom } from '../random.ts';
import { looks } from './all.ts';

/** A sixth of the size of film: looks are written for any size, and small pictures keep the tests short. */
const FRAMES: readonly FrameSize[] = [
  { width: 180, height: 320 },
  { width: 320, height: 180 },
  { width: 180, height: 180 },
];

const PALETTES: readonly (readonly string[])[] = [
  ['#f6cdbb', '#2f8f6d', '#d9a45b'],
  ['#1b1464', '#4b5bff', '#ff6b6b'],
  ['#e11d2e'],
  ['#808080'],
];

interface Asked {
  readonly frame?: FrameSize;
  readonly hexes?: readonly string[];
  readonly seed?: number;
  readonly composition?: number;
  readonly shot?: Shot;
  readonly words?: readonly string[];
}

function draw(look: Look, asked: Asked): { readonly layers: readonly Layer[]; readonly frame: FrameSize } {
  const frame = asked.frame ?? { width: 180, height: 320 };
  const { paint, layers } = openLayers(frame);
  look.draw(
    {
      frame,
      shape: shapeOf(frame),
      u: Math.min(frame.width, frame.height) / 1080,
      palette: paletteFrom(asked.hexes ?? ['#f6cdbb', '#2f8f6d', '#d9a45b'], []),
      random: randomFrom(look.id, asked.seed ?? 1),
      words: asked.words ?? [],
      shot: asked.shot ?? 'wide',
      composition: asked.composition ?? 0,
    },
    paint,
  );
  return { layers, frame };
}

function pixelsOf(look: Look, asked: Asked): Buffer {
  const { layers, frame } = draw(look, asked);
  return flatten(layers, frame, { seed: asked.seed ?? 1, grain: 0 }).data();
}

/** Luma 0-1 of every pixel within a rectangle given as fractions of the frame. */
function lumaWithin(
  pixels: Buffer,
  frame: FrameSize,
  zone: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly number[] {
  const values: number[] = [];
  for (let y = Math.ceil(zone.y * frame.height); y < (zone.y + zone.height) * frame.height - 1; y++) {
    for (let x = Math.ceil(zone.x * frame.width); x < (zone.x + zone.width) * frame.width - 1; x++) {
      const place = (y * frame.width + x) * 4;
      values.push(
        (0.2126 * (pixels[place] ?? 0) + 0.7152 * (pixels[place + 1] ?? 0) + 0.0722 * (pixels[place + 2] ?? 0)) / 255,
      );
    }
  }
  return values;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** The share of pixels that differ by more than any noise would make them. */
function shareChanged(one: Buffer, other: Buffer): number {
  let changed = 0;
  for (let place = 0; place < one.length; place += 4) {
    const apart =
      Math.abs((one[place] ?? 0) - (other[place] ?? 0)) +
      Math.abs((one[place + 1] ?? 0) - (other[place + 1] ?? 0)) +
      Math.abs((one[place + 2] ?? 0) - (other[place + 2] ?? 0));
    if (apart > 30) changed++;
  }
  return changed / (one.length / 4);
}

function hashOf(pixels: Buffer): string {
  return createHash('sha256').update(pixels).digest('hex');
}

test('looks have names of their own', () => {
  expect(new Set(looks.map((look) => look.id)).size).toBe(looks.length);
  expect(looks.length).toBeGreaterThan(0);
});

test('another process draws the same pictures, byte for byte', async () => {
  const here = looks.map((look) => hashOf(pixelsOf(look, { composition: 1, seed: 7, words: ['bottle', 'sea'] })));
  const room = new URL('..', import.meta.url).href;
  const code = `
    const { createHash } = await import('node:crypto');
    const { looks } = await import('${room}looks/all.ts');
    const { openLayers, flatten } = await import('${room}frame.ts');
    const { paletteFrom } = await import('${room}palette.ts');
    const { randomFrom } = await import('${room}random.ts');
    const frame = { width: 180, height: 320 };
    const hashes = looks.map((look) => {
      const { paint, layers } = openLayers(frame);
      look.draw({ frame, shape: 'portrait', u: 180 / 1080, palette: paletteFrom(['#f6cdbb', '#2f8f6d', '#d9a45b'], []), random: randomFrom(look.id, 7), words: ['bottle', 'sea'], shot: 'wide', composition: 1 }, paint);
      return createHash('sha256').update(flatten(layers, frame, { seed: 7, grain: 0 }).data()).digest('hex');
    });
    console.log(JSON.stringify(hashes));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  expect(JSON.parse(stdout)).toEqual(here);
});

describe.each(looks.map((look) => ({ id: look.id, look })))('$id', ({ look }) => {
  test('fills every pixel of its first layer, bleed included', () => {
    for (const [place, frame] of FRAMES.entries()) {
      // All of them in portrait, the one after the other in the other shapes: edges are drawn the same way everywhere.
      for (let composition = place; composition < look.compositions; composition += place === 0 ? 1 : 2) {
        const { layers } = draw(look, { frame, composition, shot: composition % 2 === 0 ? 'wide' : 'close' });
        expect(layers.length).toBeGreaterThanOrEqual(1);
        const pixels = layers[0]?.canvas.data() ?? Buffer.alloc(0);
        let clear = 0;
        for (let place = 3; place < pixels.length; place += 4) if (pixels[place] !== 255) clear++;
        expect(clear, `${frame.width}x${frame.height} composition ${composition}`).toBe(0);
        const depths = layers.map((layer) => layer.depth);
        expect(depths).toEqual(depths.toSorted((one, other) => one - other));
      }
    }
  });

  test('each composition is another picture, not another noise', () => {
    const pictures = Array.from({ length: look.compositions }, (_, composition) => pixelsOf(look, { composition }));
    for (const [place, one] of pictures.entries()) {
      for (const other of pictures.slice(place + 1)) expect(shareChanged(one, other)).toBeGreaterThan(0.04);
    }
  });

  test('keeps the place for words quiet in every shape', () => {
    for (const frame of FRAMES) {
      for (const [place, hexes] of PALETTES.entries()) {
        const asked: Asked = { frame, hexes, composition: place % look.compositions, seed: place };
        expect(
          deviation(lumaWithin(pixelsOf(look, asked), frame, look.textZone(shapeOf(frame)))),
          `${frame.width}x${frame.height} ${hexes.join(' ')}`,
        ).toBeLessThan(0.1);
      }
    }
  });
});

describe('what a brief asks for', () => {
  const named = (id: string): Look => {
    const look = looks.find((candidate) => candidate.id === id);
    if (look === undefined) throw new Error(`no look ${id}`);
    return look;
  };

  test.each([
    ['plinth', ['coffee', 'bottle', 'honey', 'phone', 'parcel', 'brand']],
    ['paper', ['mountain', 'village', 'ocean', 'desert']],
    ['botanical', ['rose', 'daisy', 'lotus']],
    ['isocards', ['budget', 'team', 'approve', 'revenue', 'dashboard']],
  ])('%s draws another thing for each of its words', (id, words) => {
    const hashes = words.map((word) => hashOf(pixelsOf(named(id), { words: [word] })));
    expect(new Set(hashes).size).toBe(words.length);
  });

  test('the same word in Turkish asks for the same thing', () => {
    for (const [id, english, turkish] of [
      ['plinth', 'coffee', 'kahve'],
      ['plinth', 'bottle', 'şişe'],
      ['paper', 'sea', 'deniz'],
      ['paper', 'mountain', 'dağ'],
    ] as const) {
      expect(hashOf(pixelsOf(named(id), { words: [turkish] })), turkish).toBe(
        hashOf(pixelsOf(named(id), { words: [english] })),
      );
    }
  });

  test('a close shot shows the product larger', () => {
    expect(
      shareChanged(
        pixelsOf(named('plinth'), { words: ['bottle'] }),
        pixelsOf(named('plinth'), { words: ['bottle'], shot: 'close' }),
      ),
    ).toBeGreaterThan(0.08);
  });
});
