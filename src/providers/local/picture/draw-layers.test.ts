import { expect, test } from 'vitest';
import { drawLayers } from './draw-layers.ts';
import { withTypeHint } from './flat-still.ts';
import { flatten } from './frame.ts';
import type { FrameSize } from './look.ts';
import { looks } from './looks/all.ts';
import { contrastInZone } from './measure-type-hint.ts';
import type { LookRecipe } from './recipe.ts';

const PALETTES = [
  ['#12163a', '#5b6cff', '#ff9a62', '#eef0ff'],
  ['#fbe8e0', '#e79a86', '#3f9a7d', '#6d2f2c'],
  ['#12352b', '#7fb685', '#f2c57c', '#dfeadb'],
  ['#d02030'],
  ['#808080'],
  ['#000000', '#ffffff'],
];
const isDeep = process.env['SCENEWRIGHT_TEST_TIER'] === 'deep';
const UNIT = isDeep ? 720 : 180;
const FRAMES: readonly FrameSize[] = [
  { width: UNIT, height: (UNIT * 16) / 9 },
  { width: (UNIT * 16) / 9, height: UNIT },
  { width: UNIT, height: UNIT },
].map(({ width, height }) => ({ width: Math.round(width), height: Math.round(height) }));

function recipe(look: string, frame: FrameSize, composition: number, colours: readonly string[], seed = 7): LookRecipe {
  return {
    v: 1,
    provider: 'local',
    kind: 'look',
    look,
    lookVersion: looks.find(({ id }) => id === look)?.version ?? 1,
    seed,
    palette: { colours: [...colours], tones: [] },
    frame,
    words: [],
    shot: (composition + seed) % 2 === 0 ? 'wide' : 'close',
    composition,
  };
}

test(
  'type reaches 4.5:1 over every look, palette and shape, once the plate is laid',
  { timeout: 600_000 },
  async () => {
    const tooFaint: string[] = [];
    for (const look of looks) {
      for (const [place, frame] of FRAMES.entries()) {
        for (const [number, colours] of PALETTES.entries()) {
          const drawn = recipe(look.id, frame, (place + number) % look.compositions, colours, number);
          if (!isDeep && (number + place) % 3 !== 0) continue;
          const still = flatten(await drawLayers(drawn, frame, []), frame, { seed: 1, grain: 0 });
          const hint = withTypeHint(drawn, still).typeHint;
          const contrast = hint ? contrastInZone(still, hint) : 0;
          if (contrast < 4.5)
            tooFaint.push(
              `${look.id} ${drawn.composition} ${frame.width}x${frame.height} ${colours.join()}: ${contrast.toFixed(2)}`,
            );
        }
      }
    }
    expect(tooFaint).toEqual([]);
  },
);

test('a recipe of a look that is gone, or of another version, is refused', async () => {
  const frame = { width: 160, height: 160 };
  await expect(
    drawLayers({ ...recipe('paper', frame, 0, ['#3f63e0']), look: 'watercolour' }, frame, []),
  ).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(
    drawLayers({ ...recipe('paper', frame, 0, ['#3f63e0']), lookVersion: 99 }, frame, []),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});
