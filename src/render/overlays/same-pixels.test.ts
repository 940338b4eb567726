import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextOverlay } from '#contract/timeline.ts';
import { evenInside } from '#effects/titles/box.ts';
import { homeOf, NO_FRAME } from '#effects/titles/home-of.ts';
import { layOutText } from '#effects/titles/lay-out-text.ts';
import { overlayBounds, overlayPainter } from '#effects/titles/overlay-painter.ts';
import { loadCanvasKit } from '#media/canvas-kit.ts';
import { fontsFor } from './text-fonts.ts';

const film = { width: 320, height: 240 };
const canvasKit = await loadCanvasKit();
const moment = { alpha: 1, plate: 1, rule: 1, lines: Array.from({ length: 10 }, () => 0) };

const places = fc.record({
  centerX: fc.integer({ min: -640, max: 640 }).map((eighths) => eighths / 8),
  centerY: fc.integer({ min: -400, max: 400 }).map((eighths) => eighths / 8),
  rotation: fc.constantFrom(0, 0, 7, 30, 90),
  stroke: fc.option(fc.constant({ color: '#123456', width: 2 }), { nil: undefined }),
  shadow: fc.option(fc.constant({ color: '#000000', opacity: 0.7, blur: 6, x: 3, y: 4 }), { nil: undefined }),
  rule: fc.option(fc.constant({ color: '#ffcc00', width: 30, height: 3, gap: 5 }), { nil: undefined }),
  letterSpacing: fc.constantFrom(0, 0.05),
});

test('a text drawn at home, as the preview does, has the pixels that the export draws in its place', async () => {
  await fc.assert(
    fc.asyncProperty(places, async ({ stroke, shadow, rule, ...look }) => {
      const overlay = TextOverlay.parse({
        id: 't',
        text: 'Harbour\nğşİ 42',
        fontSize: 26,
        startFrame: 0,
        endFrame: 1,
        ...look,
        ...(stroke && { stroke }),
        ...(shadow && { shadow }),
        ...(rule && { rule }),
      });
      const layout = layOutText(canvasKit, await fontsFor(canvasKit, overlay), overlay);
      const drawable = { kind: 'text', overlay, layout } as const;
      const box = evenInside(overlayBounds(drawable, film), film);
      if (!box) return layout.delete();
      const there = painted({ drawable, frame: film, box });
      const home = homeOf(overlay, film);
      const atHome = { kind: 'text', overlay: home.overlay, layout } as const;
      const homeBox = { ...box, x: box.x - home.shift.x, y: box.y - home.shift.y };
      const here = painted({ drawable: atHome, frame: NO_FRAME, box: homeBox });
      layout.delete();
      expect(Buffer.from(here).equals(there)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

function painted(plan: Omit<Parameters<typeof overlayPainter>[1], 'alpha'>): Uint8Array {
  const painter = overlayPainter(canvasKit, { ...plan, alpha: 'premultiplied' });
  const pixels = Uint8Array.from(painter.paint(moment));
  painter.delete();
  return pixels;
}
