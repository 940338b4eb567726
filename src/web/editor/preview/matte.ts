import type { CanvasOperation } from '#effects/transitions/transition.ts';
import type { Drawing } from './render-frame.ts';

type Matte = NonNullable<CanvasOperation['matte']>;

/** What is drawn through a matte is drawn here first; one for each canvas, since a dissolve asks thirty times a second. */
const scratches = new WeakMap<Drawing, OffscreenCanvasRenderingContext2D>();

/** The cells of a tile that show at a level. The last is kept: both stand still while the playhead does. */
let lastCells: { readonly tile: Uint8Array; readonly level: number; readonly canvas: OffscreenCanvas } | null = null;

/**
 * Draws something where a matte lets it through, and leaves what is below elsewhere. `draw` gets a context in the same
 * coordinates as the one given.
 */
export function throughMatte(
  context: Drawing,
  matte: Matte,
  film: { readonly width: number; readonly height: number },
  draw: (masked: Drawing) => void,
): void {
  const masked = scratchOf(context);
  const { width, height } = masked.canvas;
  masked.setTransform(1, 0, 0, 1, 0, 0);
  masked.globalCompositeOperation = 'source-over';
  masked.clearRect(0, 0, width, height);
  masked.setTransform(context.getTransform());
  masked.imageSmoothingEnabled = true;
  masked.imageSmoothingQuality = 'high';
  draw(masked);
  const pattern = masked.createPattern(cellsOf(matte), 'repeat');
  if (!pattern) return;
  masked.globalCompositeOperation = 'destination-in';
  masked.imageSmoothingEnabled = false; // a cell is wholly old or wholly new
  masked.scale(matte.cellPx, matte.cellPx);
  masked.fillStyle = pattern;
  masked.fillRect(0, 0, film.width / matte.cellPx, film.height / matte.cellPx);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(masked.canvas, 0, 0);
  context.restore();
}

function scratchOf(context: Drawing): OffscreenCanvasRenderingContext2D {
  const { width, height } = context.canvas;
  const known = scratches.get(context);
  if (known && known.canvas.width === width && known.canvas.height === height) return known;
  const fresh = new OffscreenCanvas(width, height).getContext('2d');
  if (!fresh) throw new Error('the browser gave no canvas to draw on');
  scratches.set(context, fresh);
  return fresh;
}

function cellsOf({ tile, tileSize, level }: Matte): OffscreenCanvas {
  if (lastCells?.tile === tile && lastCells.level === level) return lastCells.canvas;
  const canvas = lastCells?.canvas.width === tileSize ? lastCells.canvas : new OffscreenCanvas(tileSize, tileSize);
  const data = new ImageData(tileSize, tileSize);
  for (let cell = 0; cell < tile.length; cell++) data.data[4 * cell + 3] = (tile[cell] ?? 0) + level >= 255 ? 255 : 0;
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  lastCells = { tile, level, canvas };
  return canvas;
}
