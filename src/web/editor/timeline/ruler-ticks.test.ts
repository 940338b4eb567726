import { expect, test } from 'vitest';
import { rulerTicks } from './ruler-ticks.ts';

const thirty = { num: 30, den: 1 };
const ntsc = { num: 30_000, den: 1001 };
const window = { fromPx: 0, toPx: 1400 };
const labelled = (given: Parameters<typeof rulerTicks>[0]) => rulerTicks(given).filter(({ label }) => label !== null);

test('a film of 23 seconds in a window has a word every two seconds', () => {
  const labels = labelled({ fps: thirty, scale: 1.76, window }).map(({ label }) => label);
  expect(labels.slice(0, 4)).toEqual(['00:00', '00:02', '00:04', '00:06']);
});

test('words never touch, at any zoom', () => {
  for (const fps of [thirty, ntsc, { num: 24, den: 1 }, { num: 60, den: 1 }]) {
    for (let scale = 0.01; scale < 32; scale *= 1.17) {
      const frames = labelled({ fps, scale, window }).map(({ frame }) => frame);
      expect(frames.length).toBeGreaterThan(1);
      const least = Math.min(...frames.slice(1).map((frame, place) => frame - (frames[place] ?? 0)));
      expect(least * scale).toBeGreaterThan(68);
    }
  }
});

test('from close by frames are told, and each second begins with its own line', () => {
  const ticks = labelled({ fps: thirty, scale: 16, window: { fromPx: 0, toPx: 1000 } });
  expect(ticks.slice(0, 8).map(({ label }) => label)).toEqual([
    '00:00:00',
    '00:00:05',
    '00:00:10',
    '00:00:15',
    '00:00:20',
    '00:00:25',
    '00:01:00',
    '00:01:05',
  ]);
});

test('there are as few lines as the window needs', () => {
  expect(rulerTicks({ fps: thirty, scale: 0.02, window }).length).toBeLessThan(120);
  expect(rulerTicks({ fps: thirty, scale: 32, window: { fromPx: 90_000, toPx: 91_400 } }).length).toBeLessThan(120);
});
