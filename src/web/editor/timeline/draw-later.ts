const BUDGET_MS = 5; // of a frame of the screen; the rest belongs to whatever moves

const waiting = new Map<HTMLCanvasElement, () => void>();
let request = 0;

/**
 * Draws a canvas when there is time, the newest picture of it only: while something is dragged or zoomed, what was drawn last is
 * stretched until its turn comes. Returns how to leave it.
 */
export function drawLater(canvas: HTMLCanvasElement, draw: () => void): () => void {
  waiting.set(canvas, draw);
  request ||= requestAnimationFrame(drawSome);
  return () => {
    if (waiting.get(canvas) === draw) waiting.delete(canvas);
  };
}

function drawSome(): void {
  const until = performance.now() + BUDGET_MS;
  for (const [canvas, draw] of waiting) {
    waiting.delete(canvas);
    draw();
    if (performance.now() > until) break;
  }
  request = waiting.size > 0 ? requestAnimationFrame(drawSome) : 0;
}
