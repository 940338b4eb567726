import { expect, test } from 'vitest';
import { TextOverlay } from '#contract/timeline.ts';
import { boxOfOverlay } from '#domain/timeline/overlay-box.ts';
import { safeEdgesOf } from '#domain/timeline/type-area.ts';
import { seenFromPlayhead } from './seen-from-playhead.ts';
import { TEXT_PRESETS, textOfPreset } from './text-presets.ts';

const films = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1080 },
  { width: 360, height: 640 },
].map((size) => ({ ...size, fps: { num: 30, den: 1 } }));

test('every preset is a text as the edit keeps it, inside the safe area of every film', () => {
  for (const film of films) {
    const safe = safeEdgesOf(film);
    for (const preset of TEXT_PRESETS) {
      const text = { id: 't', startFrame: 0, endFrame: 30, ...textOfPreset(preset, 'New today', film) };
      expect(TextOverlay.parse(text)).toEqual(text);
      const { y, height } = boxOfOverlay(text);
      const what = `${preset} in ${film.width}x${film.height}`;
      expect(y - height / 2, what).toBeGreaterThanOrEqual((safe.top - 0.5) * film.height);
      expect(y + height / 2, what).toBeLessThanOrEqual((safe.bottom - 0.5) * film.height);
    }
  }
});

test('what is added at the playhead stays inside the film, and is seen for a while', () => {
  expect(seenFromPlayhead(30, 90, 300)).toEqual({ startFrame: 30, endFrame: 120 });
  expect(seenFromPlayhead(250, 90, 300)).toEqual({ startFrame: 250, endFrame: 300 });
  expect(seenFromPlayhead(299, 90, 300)).toEqual({ startFrame: 210, endFrame: 300 });
  expect(seenFromPlayhead(0, 90, 20)).toEqual({ startFrame: 0, endFrame: 20 });
  expect(seenFromPlayhead(0, 90, 0)).toEqual({ startFrame: 0, endFrame: 90 });
});
