import { describe, expect, test } from 'vitest';
import { moveWish } from './move-words.ts';

const said: readonly (readonly [string, ReturnType<typeof moveWish>['kind']])[] = [
  ['Slow push in on the bottle', 'push'],
  ['Camera pushes gently in towards the label', 'push'],
  ['A slow dolly-in', 'push'],
  ['The camera zooms in on the chart', 'push'],
  ['Pull back to reveal the whole table', 'pull'],
  ['Slow dolly out in soft light', 'pull'],
  ['zoom out', 'pull'],
  ['Pan left across the shelf', 'pan-left'],
  ['pans slowly to the right, then rests', 'pan-right'],
  ['The camera pans from right to left', 'pan-left'],
  ['slow pan from the left to the right', 'pan-right'],
  ['Tracking shot to the left', 'pan'],
  ['Gentle pan over the valley', 'pan'],
  ['Tilt up to the sky', 'tilt-up'],
  ['tilts slowly down to the product', 'tilt-down'],
  ['crane up over the roofs', 'tilt-up'],
  ['Orbit around the product', 'orbit'],
  ['slow orbit left', 'orbit-left'],
  ['subtle parallax between the layers', 'orbit'],
  ['Static shot, tripod', 'drift'],
  ['Locked-off camera', 'drift'],
  ['no camera movement', 'drift'],
  ['Without zooming in, pan right', 'pan-right'],
  ['Kamera yavaşça yaklaşır', 'push'],
  ['KAMERA YAVAŞÇA YAKLAŞIYOR', 'push'],
  ['Üründen uzaklaş', 'pull'],
  ['Sola doğru kaydır', 'pan-left'],
  ['kamera soldan sağa kayar', 'pan-right'],
  ['sağdan sola yatay kayma', 'pan-left'],
  ['Yukarı doğru eğil', 'tilt-up'],
  ['kamera aşağı iner', 'tilt-down'],
  ['Ürünün etrafında döner', 'orbit'],
  ['Sabit kamera', 'drift'],
  ['SABİT ÇEKİM', 'drift'],
  ['Steam rises from the cup, morning light', null],
  ['', null],
];

describe('the camera is read from the prompt', () => {
  test.each(said)('“%s”', (prompt, kind) => {
    expect(moveWish(prompt).kind).toBe(kind);
  });

  test('the first move said counts', () => {
    expect(moveWish('Push in, then pan left').kind).toBe('push');
    expect(moveWish('Pan left, then push in').kind).toBe('pan-left');
  });

  test('slow and fast words set the pace, in both languages, and cancel out', () => {
    expect(moveWish('slow push in').pace).toBeLessThan(1);
    expect(moveWish('hafifçe yaklaş').pace).toBeLessThan(1);
    expect(moveWish('fast push in').pace).toBeGreaterThan(1);
    expect(moveWish('hızlı kaydır').pace).toBeGreaterThan(1);
    expect(moveWish('push in').pace).toBe(1);
    expect(moveWish('a slow, dynamic push in').pace).toBe(1);
  });
});
