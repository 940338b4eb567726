import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { scaleText } from '../templates/scale-overlay.ts';
import { widthEm } from './text-width.ts';

/** Words or a picture over the film. */
export type Placed = TextOverlay | ImageOverlay;

/** An upright box; `x` and `y` are its middle, from the middle of the frame. */
export interface OverlayBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The upright box around an overlay as it is turned. That of words is an estimate on the safe side: fonts cannot be opened here. */
export function boxOfOverlay(overlay: Placed): OverlayBox {
  const { width, height } = sizeOf(overlay);
  const turn = (overlay.rotation * Math.PI) / 180;
  const [across, up] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const corner = isByCorner(overlay);
  return {
    x: overlay.centerX + (corner ? width / 2 : 0),
    y: overlay.centerY + (corner ? height / 2 : 0),
    width: width * across + height * up,
    height: width * up + height * across,
  };
}

/** The overlay with the middle of its box there. */
export function placedAt<Overlay extends Placed>(
  overlay: Overlay,
  middle: { readonly x: number; readonly y: number },
): Overlay {
  const { width, height } = isByCorner(overlay) ? sizeOf(overlay) : { width: 0, height: 0 };
  return { ...overlay, centerX: tidy(middle.x - width / 2), centerY: tidy(middle.y - height / 2) };
}

/** The text with lines that are no longer than that: broken between words, and smaller where a single word is too long. */
export function wrappedInto(text: TextOverlay, roomPx: number): TextOverlay {
  if (sizeOf(text).width <= roomPx) return text;
  const edges = edgePx(text).across;
  const longestWord = Math.max(...text.text.split(/\s+/).map((word) => lineWidth(word, text)), 1);
  const shrink = Math.min(1, (roomPx - edges) / longestWord);
  const smaller = scaleText(text, shrink);
  return { ...smaller, centerX: text.centerX, centerY: text.centerY, maxWidth: roomPx - edgePx(smaller).across };
}

function sizeOf(overlay: Placed): { readonly width: number; readonly height: number } {
  if (!('text' in overlay)) return overlay;
  const { text, maxWidth, fontSize, lineHeight } = overlay;
  const widths = text.split('\n').map((line) => lineWidth(line, overlay));
  const lines = widths.map((width) =>
    maxWidth === undefined ? 1 : Math.max(1, Math.ceil(width / maxWidth - WHOLE_LINE)),
  );
  const edges = edgePx(overlay);
  const ruleHeight = overlay.rule ? overlay.rule.height + overlay.rule.gap : 0;
  return {
    width: (maxWidth ?? Math.max(...widths, 0)) + edges.across,
    height: lines.reduce((sum, count) => sum + count, 0) * fontSize * lineHeight + ruleHeight + edges.down,
  };
}

const WHOLE_LINE = 1e-6; // a line that just fits takes one line, also after its numbers were scaled

function lineWidth(line: string, { fontSize, letterSpacing }: TextOverlay): number {
  return (widthEm(line) + Math.max(0, letterSpacing) * line.length) * fontSize;
}

/** What plate and stroke add on both sides together. */
function edgePx({ background, stroke }: TextOverlay): { readonly across: number; readonly down: number } {
  const outline = stroke?.width ?? 0;
  return {
    across: 2 * Math.max(background?.paddingX ?? 0, outline),
    down: 2 * Math.max(background?.paddingY ?? 0, outline),
  };
}

function isByCorner(overlay: Placed): boolean {
  return 'text' in overlay && overlay.anchor === 'top-left';
}

/** A hundredth of a pixel is seen by nobody, and reads better. */
function tidy(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
