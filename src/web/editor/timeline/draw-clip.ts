import type { ClipStills } from './clip-stills.ts';
import { filmTiles } from './film-tiles.ts';

/** What is drawn of a clip, and where; pixels are those of the page. */
export interface DrawnClip {
  readonly stills: ClipStills;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What of it is in sight, in pixels from its start. */
  readonly fromPx: number;
  readonly toPx: number;
  /** Pixels a frame. */
  readonly scale: number;
  /** Pixels of the canvas a pixel. */
  readonly sharp: number;
  readonly sourceStartFrame: number;
  readonly sourceFrames: number;
}

const CORNER_PX = 4;
const STRIP_PX = 24; // narrower than that it shows the middle of one still

/** Draws what is seen in clips that follow one another, still by still, with round corners. */
export function drawClips(context: CanvasRenderingContext2D, clips: readonly DrawnClip[]): void {
  const wide = clips.filter(({ widthPx }) => widthPx >= STRIP_PX);
  for (const clip of clips) if (clip.widthPx < STRIP_PX) drawSliver(context, clip);
  context.save();
  context.beginPath(); // one outline for all: to clip to each by itself takes longer than to draw it
  for (const { leftPx, widthPx, heightPx } of wide) context.roundRect(leftPx, 0, widthPx, heightPx, CORNER_PX);
  context.clip();
  for (const clip of wide) drawStrip(context, clip);
  context.restore();
}

/** Its last still may reach over its end: there the outline ends, or the next one is drawn over it. */
function drawStrip(context: CanvasRenderingContext2D, clip: DrawnClip): void {
  const { stills, widthPx, heightPx, fromPx, sharp } = clip;
  const { canvas, cellPx } = atHeight(stills, heightPx * sharp);
  const tilePx = cellPx / sharp;
  const left = Math.round(clip.leftPx * sharp) / sharp; // on whole pixels a still is copied and not scaled
  for (const { x, still } of filmTiles({ ...clip, tilePx, fromPx, toPx: Math.min(clip.toPx, widthPx) })) {
    const cell = Math.min(still, stills.count - 1) * cellPx;
    context.drawImage(canvas, cell, 0, cellPx, canvas.height, left + x, 0, tilePx, heightPx);
  }
}

/** From far: the middle of the still that is in its middle, without corners to see. */
function drawSliver(context: CanvasRenderingContext2D, clip: DrawnClip): void {
  const { stills, heightPx, scale, sharp, sourceStartFrame, sourceFrames } = clip;
  const { canvas, cellPx } = atHeight(stills, heightPx * sharp);
  const [left, right] = [clip.leftPx, clip.leftPx + clip.widthPx].map((at) => Math.round(at * sharp)) as [
    number,
    number,
  ];
  const width = Math.min(cellPx, right - left);
  const tile = { fromPx: 0, toPx: clip.widthPx, tilePx: clip.widthPx, scale, sourceStartFrame, sourceFrames };
  const still = filmTiles(tile)[0]?.still ?? 0;
  const from = Math.min(still, stills.count - 1) * cellPx + Math.floor((cellPx - width) / 2);
  context.drawImage(canvas, from, 0, width, canvas.height, left / sharp, 0, (right - left) / sharp, heightPx);
}

interface ScaledStills {
  readonly canvas: HTMLCanvasElement;
  /** Width of one still, in whole pixels of the canvas. */
  readonly cellPx: number;
}

const scaled = new WeakMap<HTMLImageElement, ScaledStills>(); // a strip is shown a thousand times at one height

function atHeight({ image, count }: ClipStills, height: number): ScaledStills {
  const high = Math.max(1, Math.round(height));
  const known = scaled.get(image);
  if (known?.canvas.height === high) return known;
  const ownPx = image.naturalWidth / count;
  const cellPx = Math.max(4, Math.round((high * ownPx) / image.naturalHeight));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: cellPx * count, height: high });
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  for (let still = 0; still < count; still++) {
    context?.drawImage(image, still * ownPx, 0, ownPx, image.naturalHeight, still * cellPx, 0, cellPx, high);
  }
  const made = { canvas, cellPx };
  scaled.set(image, made);
  return made;
}
