import type { FilmSize } from './overlay-bitmap.ts';
import type { DrawOverlay, Drawn, DrawStill } from './titles-messages.ts';

interface Drawing<Asked> {
  readonly requestOf: (asked: Asked) => Promise<Omit<DrawOverlay, 'number'>>;
  /** False: it was drawn in the meantime. */
  readonly isDue: (asked: Asked) => boolean;
  readonly onDrawn: (asked: Asked, drawn: Drawn) => void;
  /** Nothing is wanted now: what shall be drawn ahead? */
  readonly onIdle: () => Asked | null;
}

/** Hands drawings to the worker, one at a time: of what changes under the hand, only the newest is drawn. */
export interface DrawingQueue<Asked> {
  /** In the place of what is wanted and not yet begun under the same id. */
  readonly want: (id: string, asked: Asked) => void;
  /** There is something to be drawn ahead. */
  readonly wake: () => void;
  /** Draws a picture that is shown as a clip, beside what waits. */
  readonly still: (stillUrl: string, film: FilmSize) => Promise<ImageBitmap>;
  readonly close: () => void;
}

/** Opens the queue; its worker starts with the first drawing. */
export function drawingQueue<Asked>({ requestOf, isDue, onDrawn, onIdle }: Drawing<Asked>): DrawingQueue<Asked> {
  const wanted = new Map<string, Asked>();
  const stills = new Map<number, { resolve: (image: ImageBitmap) => void; reject: (error: Error) => void }>();
  let worker: Worker | null = null;
  let current: { readonly number: number; readonly asked: Asked } | null = null;
  let numbers = 0;
  let isClosed = false;

  const startWorker = (): Worker => {
    const started = new Worker(new URL('./titles-worker.ts', import.meta.url), { type: 'module' });
    const isLost = (failure: string): void => {
      if (worker !== started) return;
      started.terminate();
      worker = null; // the next drawing has another
      for (const [number] of stills) settle({ number, failure, why: 'engine' });
      if (current) settle({ number: current.number, failure, why: 'engine' });
    };
    started.addEventListener('message', ({ data }: MessageEvent<Drawn>) => {
      if ('failure' in data && data.why === 'engine') isLost(data.failure);
      else settle(data);
    });
    started.addEventListener('error', ({ message }) => isLost(message));
    return started;
  };

  const settle = (drawn: Drawn): void => {
    const still = stills.get(drawn.number);
    stills.delete(drawn.number);
    if (still && 'still' in drawn) still.resolve(drawn.still);
    else if (still) still.reject(new Error('failure' in drawn ? drawn.failure : 'not a still'));
    if (drawn.number !== current?.number) return;
    const { asked } = current;
    current = null;
    onDrawn(asked, drawn);
    next();
  };

  const nextWanted = (): Asked | null => {
    for (const [id, asked] of wanted) {
      wanted.delete(id);
      if (isDue(asked)) return asked;
    }
    return null;
  };

  const next = (): void => {
    if (current || isClosed) return;
    const asked = nextWanted() ?? onIdle();
    if (asked === null) return;
    current = { number: ++numbers, asked };
    void hand(current.number, asked);
  };

  const hand = async (number: number, asked: Asked): Promise<void> => {
    try {
      const request = { ...(await requestOf(asked)), number } satisfies DrawOverlay;
      if (isClosed) return;
      worker ??= startWorker();
      worker.postMessage(request);
    } catch (error) {
      settle({ number, failure: String(error), why: 'not-loaded' }); // the list of fonts
    }
  };

  return {
    want: (id, asked) => {
      wanted.set(id, asked);
      next();
    },
    wake: next,
    still: (stillUrl, film) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('closed'));
        const number = ++numbers;
        stills.set(number, { resolve, reject });
        worker ??= startWorker();
        const { width, height } = film;
        worker.postMessage({ number, stillUrl, film: { width, height } } satisfies DrawStill);
      }),
    close: () => {
      isClosed = true;
      worker?.terminate();
      for (const { reject } of stills.values()) reject(new Error('closed'));
      stills.clear();
    },
  };
}
