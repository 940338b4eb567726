import CanvasKitInit from 'canvaskit-wasm/full';
import wasmUrl from 'canvaskit-wasm/bin/full/canvaskit.wasm?url';
import type { CanvasKit } from 'canvaskit-wasm';
import { drawOverlay } from './draw-in-worker.ts';
import { drawStill } from './draw-still.ts';
import type { DrawOverlay, Drawn, DrawStill } from './titles-messages.ts';
import { CannotDraw, type WhyNotDrawn } from './why-not-drawn.ts';

/*
 * The worker in which CanvasKit lives: drawing a text takes some milliseconds, and the page has a film to play.
 */

const scope = globalThis as unknown as {
  addEventListener: (type: 'message', listener: (event: MessageEvent<DrawOverlay | DrawStill>) => void) => void;
  postMessage: (drawn: Drawn, transfer: Transferable[]) => void;
};

let loading: Promise<CanvasKit> | null = null;

/** CommonJS: its types know the function as `default` of what is imported, and it has itself there. */
const canvasKit = (): Promise<CanvasKit> => (loading ??= CanvasKitInit.default({ locateFile: () => wasmUrl }));

scope.addEventListener('message', ({ data: request }) => void answer(request));

async function answer(request: DrawOverlay | DrawStill): Promise<void> {
  try {
    if ('stillUrl' in request) {
      const still = await drawStill(await canvasKit(), request);
      return scope.postMessage({ number: request.number, still }, [still]);
    }
    const drawn = await drawOverlay(await canvasKit(), request);
    scope.postMessage({ number: request.number, ...drawn }, drawn.image ? [drawn.image] : []);
  } catch (error) {
    scope.postMessage({ number: request.number, failure: String(error), why: await reasonOf(error) }, []);
  }
}

/** CanvasKit that did not come, or that broke down, draws nothing else either. */
async function reasonOf(error: unknown): Promise<WhyNotDrawn> {
  if (error instanceof CannotDraw) return error.why;
  if (error instanceof WebAssembly.RuntimeError) return 'engine';
  return canvasKit().then(
    () => 'failed',
    () => 'engine',
  );
}
