import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { OverlayAnimation, TextOverlay } from '#contract/timeline.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { openOverlayBitmaps } from './overlay-bitmaps.ts';
import type { DrawOverlay, Drawn } from './titles-messages.ts';

const opened: PlayedWorker[] = [];

/** A worker as the browser gives one, whose drawings the test makes. */
class PlayedWorker {
  readonly posted: DrawOverlay[] = [];
  #tell: (event: { readonly data: Drawn }) => void = () => {};
  constructor() {
    opened.push(this);
  }
  addEventListener(type: string, listener: (event: { readonly data: Drawn }) => void): void {
    if (type === 'message') this.#tell = listener;
  }
  postMessage(request: DrawOverlay): void {
    this.posted.push(request);
  }
  terminate(): void {}
  /** Draws what was asked for last. */
  async draw(): Promise<void> {
    const number = this.posted.at(-1)?.number ?? 0;
    const image = { width: 10, height: 10, close: () => {}, number } as unknown as ImageBitmap;
    const look = { lineCount: 2, hasRule: false, size: { width: 10, height: 10 }, isWhole: true };
    this.#tell({ data: { number, look, image, x: -5, y: -5 } });
    await handedOver();
  }
  async fail(): Promise<void> {
    this.#tell({ data: { number: this.posted.at(-1)?.number ?? 0, failure: 'no such font', why: 'font-gone' } });
    await handedOver();
  }
}

function theWorker(): PlayedWorker {
  const last = opened.at(-1);
  if (!last) throw new Error('no worker was started');
  return last;
}

const film = { width: 1080, height: 1920 };
/** Until what is wanted has been handed to the worker, which waits for the list of fonts. */
const handedOver = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

vi.stubGlobal('Worker', PlayedWorker);
afterAll(() => vi.unstubAllGlobals());

let bitmaps: ReturnType<typeof openOverlayBitmaps>;
beforeEach(() => {
  bitmaps = openOverlayBitmaps({ fonts: () => Promise.resolve([]), urlOf: () => null });
  return () => bitmaps.close();
});

function text(looks: Partial<TextOverlay> = {}): PlacedOverlay {
  const overlay = TextOverlay.parse({ id: 't', text: 'Here', fontSize: 40, startFrame: 0, endFrame: 30, ...looks });
  return { kind: 'text', overlay, startFrame: 0, endFrame: 30 };
}

async function shown(placed = text(), frame = 10) {
  const before = bitmaps.get(placed, frame, film);
  await handedOver();
  await theWorker().draw();
  expect(before).toBe('pending');
  return bitmaps.get(placed, frame, film);
}

test('a text is on its way until it was drawn, and then it is told', async () => {
  const told = vi.fn();
  bitmaps.onReady(told);
  expect(await shown()).toMatchObject({ x: 535, y: 955, alpha: 1, isExact: true });
  expect(told).toHaveBeenCalledTimes(1);
  expect(bitmaps.sizeOf(text())).toBeNull(); // of another overlay, that nobody asked for
});

test('a text that is moved by whole pixels is not drawn again', async () => {
  await shown();
  expect(bitmaps.get(text({ centerX: 100, centerY: -7 }), 10, film)).toMatchObject({ x: 635, y: 948, isExact: true });
  await handedOver();
  expect(theWorker().posted).toHaveLength(1);
});

test('while other words are drawn the last drawing stands in, where the text is now', async () => {
  await shown();
  const other = text({ text: 'Other', centerX: 20 });
  expect(bitmaps.get(other, 10, film)).toMatchObject({ x: 555, isExact: false });
  await handedOver();
  await theWorker().draw();
  expect(bitmaps.get(other, 10, film)).toMatchObject({ x: 555, isExact: true });
});

test('of what changes under the hand only the newest is drawn', async () => {
  await shown();
  for (const fontSize of [41, 42, 43, 44, 45]) bitmaps.get(text({ fontSize }), 10, film);
  await handedOver();
  await theWorker().draw(); // 41, which was begun
  await theWorker().draw();
  expect(theWorker().posted.map(({ placed }) => (placed.overlay as TextOverlay).fontSize)).toEqual([40, 41, 45]);
});

test('a text that fades is drawn once, and before it comes and after it has gone there is nothing', async () => {
  const fade = OverlayAnimation.parse({ in: 'fade', inFrames: 9, out: 'fade', outFrames: 9 });
  const fading = text({ animation: fade, opacity: 0.5 });
  expect(await shown(fading, 0)).toMatchObject({ alpha: 0.05 });
  expect(bitmaps.get(fading, 4, film)).toMatchObject({ alpha: 0.25, isExact: true });
  expect(bitmaps.get(fading, -1, film)).toBeNull();
  expect(bitmaps.get(fading, 30, film)).toBeNull();
  expect(theWorker().posted).toHaveLength(1);
});

test('all frames in which a text rises are drawn ahead, when there is nothing else to draw', async () => {
  const rising = text({ animation: OverlayAnimation.parse({ in: 'rise', inFrames: 4, staggerFrames: 1 }) });
  bitmaps.prepare(rising, film);
  await handedOver();
  for (let drawn = 0; drawn < theWorker().posted.length; drawn++) await theWorker().draw();
  for (let frame = 0; frame < 30; frame++) expect(bitmaps.get(rising, frame, film), String(frame)).not.toBe('pending');
  expect(theWorker().posted.map(({ frame }) => frame)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('what can not be drawn is nothing, and not asked for in every frame; whoever waits for it is told', async () => {
  expect(bitmaps.get(text(), 10, film)).toBe('pending');
  await handedOver();
  await theWorker().fail();
  expect(bitmaps.get(text(), 10, film)).toBeNull();
  await expect(bitmaps.load(text(), 10, film)).rejects.toThrow('no such font');
  await handedOver();
  expect(theWorker().posted).toHaveLength(1);
});
