import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { Problem } from '#contract/problems.ts';
import { TextOverlay } from '#contract/timeline.ts';
import type { Box } from '#effects/titles/box.ts';
import { raster } from './raster.ts';
import { rasterInThread } from './raster-thread.ts';

const directory = mkdtempSync(join(tmpdir(), 'scenewright-titles-'));
const frame = { width: 400, height: 240 };
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let drawings = 0;

async function drawn(text: string, more: Partial<z.input<typeof TextOverlay>> = {}, lengthFrames = 1) {
  const path = join(directory, `${String(drawings++)}.yuva`);
  const overlay = TextOverlay.parse({ id: 't', text, fontSize: 40, startFrame: 0, endFrame: lengthFrames, ...more });
  const result = await raster({ kind: 'text', path, frame, overlay, lengthFrames });
  return {
    box: result?.box ?? null,
    fromFrames: result?.fromFrames ?? [],
    bytes: result ? readFileSync(path) : Buffer.alloc(0),
  };
}

/** Alpha of one bitmap, 0 to 255. */
function alphaOf(drawing: { box: Box | null; bytes: Buffer }, bitmap = 0): Buffer {
  const pixels = (drawing.box?.width ?? 0) * (drawing.box?.height ?? 0);
  return drawing.bytes.subarray(bitmap * pixels * 2.5 + pixels * 1.5, (bitmap + 1) * pixels * 2.5);
}

function inkOf(alpha: Buffer): number {
  return alpha.reduce((sum, value) => sum + value, 0) / 255;
}

// Two texts of a script that no font covered would be the same row of boxes.
test.each([
  ['an apostrophe', "it's", 'it`s'],
  ['a colon', 'a:b', 'a;b'],
  ['a backslash', String.raw`a\b`, 'a/b'],
  ['a percent sign', '100%{x}', '100&{x}'],
  ['braces', '%{n}', '%(n)'],
  ['Turkish', 'ğşıİ', 'gsiI'],
  ['Arabic', 'مرحبا', 'سلامت'],
  ['Hindi', 'नमस्ते', 'दुनिया'],
  ['Japanese', '日本語', '東京都'],
  ['Chinese', '这是中文', '汉字简体'],
  ['Korean', '한국어', '서울시청'],
  ['emoji', '😀', '🇹🇷'],
  ['an emoji of several', '👩‍👩‍👧‍👦', '👩👩👧👦'],
])('%s is drawn as typed', async (_what, one, other) => {
  const [first, second] = [await drawn(one), await drawn(other)];
  expect(inkOf(alphaOf(first))).toBeGreaterThan(60);
  expect(first.bytes.equals(second.bytes)).toBe(false);
});

test('emoji keep their colours whatever the colour of the text', async () => {
  const { box, bytes } = await drawn('😀', { fontColor: '#ffffff' });
  const pixels = (box?.width ?? 0) * (box?.height ?? 0);
  const blue = bytes.subarray(pixels, pixels * 1.25);
  expect(Math.min(...blue)).toBeLessThan(80); // yellow has little blue in it; white and grey have 128
});

test('Arabic reads from the right: its first letter stands right of its last', async () => {
  const [whole, start] = [
    await drawn('مرحبا بك', { maxWidth: 300, align: 'right' }),
    await drawn('مرحبا', { maxWidth: 300, align: 'right' }),
  ];
  // Aligned right, the first word of a line that runs leftward stays where it is when a second word follows.
  const column = (drawing: typeof whole): number => {
    const { box } = drawing;
    const alpha = alphaOf(drawing);
    for (let x = (box?.width ?? 0) - 1; x >= 0; x--) {
      for (let y = 0; y < (box?.height ?? 0); y++)
        if ((alpha[y * (box?.width ?? 0) + x] ?? 0) > 128) return (box?.x ?? 0) + x;
    }
    return -1;
  };
  expect(Math.abs(column(whole) - column(start))).toBeLessThanOrEqual(1);
});

test('lines break at the width given and where the text does', async () => {
  const one = await drawn('one two three four', { fontSize: 30 });
  const broken = await drawn('one two three four', { fontSize: 30, maxWidth: 140 });
  const typed = await drawn('one two\nthree\nfour', { fontSize: 30 });
  expect(broken.box?.height).toBeGreaterThan((one.box?.height ?? 0) + 30);
  expect(typed.box?.height).toBe(broken.box?.height);
});

test('opacity halves every pixel, a turn keeps the ink', async () => {
  const plain = await drawn('Turned');
  expect(inkOf(alphaOf(await drawn('Turned', { opacity: 0.5 }))) / inkOf(alphaOf(plain))).toBeCloseTo(0.5, 1);
  const turned = await drawn('Turned', { rotation: 30 });
  expect(inkOf(alphaOf(turned)) / inkOf(alphaOf(plain))).toBeCloseTo(1, 1);
  expect(turned.box?.height).toBeGreaterThan((plain.box?.height ?? 0) + 20);
});

test('stroke, shadow, box and rule each add to the letters', async () => {
  const plain = inkOf(alphaOf(await drawn('More')));
  for (const more of [
    { stroke: { color: '#000000', width: 3 } },
    { shadow: { color: '#000000', opacity: 0.8, blur: 10, x: 0, y: 6 } },
    { background: { color: '#223344', opacity: 0.5, paddingX: 10, paddingY: 6, radius: 8, feather: 0 } },
    { background: { color: '#223344', opacity: 0.5, paddingX: 10, paddingY: 6, radius: 0, feather: 0.4 } },
    { rule: { color: '#ffcc00', width: 40, height: 4, gap: 8 } },
  ]) {
    expect(inkOf(alphaOf(await drawn('More', more))), JSON.stringify(more)).toBeGreaterThan(plain + 100);
  }
});

test('a rising text has nothing at first, more from frame to frame, then stands still until it fades', async () => {
  const animation = { in: 'rise', out: 'fade', inFrames: 8, outFrames: 4, staggerFrames: 2 } as const;
  const drawing = await drawn('Up\nand on', { animation }, 40);
  const inks = drawing.fromFrames.map((_, bitmap) => inkOf(alphaOf(drawing, bitmap)));
  expect(drawing.fromFrames).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 36, 37, 38, 39]);
  expect(inks[0]).toBe(0);
  const full = Math.max(...inks);
  expect(inks[10]).toBeCloseTo(full, 0);
  expect((inks[13] ?? 0) / full).toBeCloseTo(2 / 5, 1);
});

test('a text outside of the frame draws nothing', async () => {
  expect((await drawn('Away', { centerX: 2000 })).box).toBeNull();
});

test('the thread draws the same bytes', async () => {
  const path = join(directory, 'thread.yuva');
  const overlay = TextOverlay.parse({ id: 't', text: 'Same', fontSize: 40, startFrame: 0, endFrame: 1 });
  await rasterInThread({ kind: 'text', path, frame, overlay, lengthFrames: 1 });
  expect(readFileSync(path).equals((await drawn('Same')).bytes)).toBe(true);
});

const small = TextOverlay.parse({ id: 't', text: 'Next', fontSize: 40, startFrame: 0, endFrame: 1 });
const task = (name: string) =>
  ({ kind: 'text', path: join(directory, name), frame, overlay: small, lengthFrames: 1 }) as const;

test('a drawing of many minutes ends when it is cancelled, what waits with it is dropped, and the next one is drawn', async () => {
  const animation = { in: 'rise', inFrames: 300 } as const;
  const shadow = { color: '#000000', opacity: 1, blur: 200, x: 0, y: 0 };
  const text = { id: 't', text: 'Slow '.repeat(400), fontSize: 60, maxWidth: 1900, startFrame: 0, endFrame: 2000 };
  const overlay = TextOverlay.parse({ ...text, animation, shadow });
  const slowPath = join(directory, 'slow.yuva');
  const cancel = new AbortController();
  const slow = rasterInThread(
    { kind: 'text', path: slowPath, frame: { width: 2000, height: 2000 }, overlay, lengthFrames: 2000 },
    cancel.signal,
  );
  const dropped = rasterInThread(task('dropped.yuva'), cancel.signal);
  const next = rasterInThread(task('next.yuva'));
  while (!existsSync(slowPath)) await setTimeout(20);
  const ended = Promise.allSettled([slow, dropped]); // listened to before: which of them ends first is not said
  cancel.abort(new Problem('cancelled'));
  const cancelled = { status: 'rejected', reason: { code: 'cancelled' } };
  expect(await ended).toMatchObject([cancelled, cancelled]);
  expect((await next)?.fromFrames).toEqual([0]);
  expect(existsSync(join(directory, 'dropped.yuva'))).toBe(false);
  const sizeBytes = statSync(slowPath).size;
  await rasterInThread(task('later.yuva'));
  expect(statSync(slowPath).size).toBe(sizeBytes);
});

test('lines that would still wait after a thousand frames are there at once', async () => {
  const animation = { in: 'rise', inFrames: 1, staggerFrames: 5000 } as const;
  const drawing = await drawn('One\ntwo\nthree', { animation, fontSize: 12 }, 20_000);
  expect(drawing.fromFrames).toEqual([0, 1, 1200]);
  const { box, bytes } = drawing;
  expect(alphaOf({ box, bytes }, 2).equals(alphaOf(await drawn('One\ntwo\nthree', { fontSize: 12 })))).toBe(true);
});

test('bitmaps that would fill the disk are refused in a sentence', async () => {
  const animation = { in: 'fade', inFrames: 1000 } as const;
  const overlay = TextOverlay.parse({ ...small, text: 'Wide', fontSize: 2000, endFrame: 2000, animation });
  const path = join(directory, 'huge.yuva');
  await expect(
    raster({ kind: 'text', path, frame: { width: 2160, height: 3840 }, overlay, lengthFrames: 2000 }),
  ).rejects.toMatchObject({ code: 'invalid_input', facts: { reason: expect.stringContaining('animation') } });
  expect(existsSync(path)).toBe(false);
});

test('a picture that cannot be read is told as such through the thread', async () => {
  const still = {
    kind: 'still',
    path: join(directory, 'x.yuva'),
    frame,
    picturePath: join(directory, 'none.png'),
  } as const;
  await expect(rasterInThread(still)).rejects.toMatchObject({ code: 'media_unreadable' });
});
