import type { Canvas, CanvasKit, Paint } from 'canvaskit-wasm';
import type { TextOverlay } from '#contract/timeline.ts';
import { around, type Box, grown, turned } from './box.ts';
import { colourOf, type TextLayout, type TextLine } from './lay-out-text.ts';
import type { OverlayMoment } from './overlay-at.ts';
import { joinsLetters } from './scripts.ts';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const RISE_EM = 1.15; // how far below its place a line begins: just out of the mask
const RISE_STACKED_EM = 1.5; // marks above and below the letters need a longer way out of the mask
const MASK_ABOVE_EM = 1.05; // of the baseline: ascenders with a mark
const MASK_BELOW_EM = 0.36; // of the baseline: descenders
const INK_MARGIN_EM = 0.5; // marks and swashes reach out of their line's box

/** The upright box of everything a text can draw, in pixels of the frame. */
export function textBounds(overlay: TextOverlay, layout: TextLayout, frame: FrameSize): Box {
  const box = textBox(overlay, layout, frame);
  const margin = INK_MARGIN_EM * overlay.fontSize + 2 * (overlay.stroke?.width ?? 0);
  let bounds = grown(inkBox(box, layout), { left: margin, right: margin, top: margin, bottom: margin });
  const { shadow, rule, background } = overlay;
  if (shadow) {
    const reach = 3 * shadow.blur;
    const cast = grown(bounds, { left: reach, right: reach, top: reach, bottom: reach });
    bounds = around(bounds, { ...cast, x: cast.x + shadow.x, y: cast.y + shadow.y });
  }
  if (rule) bounds = around(bounds, ruleBox(box, rule, overlay.align));
  if (background) bounds = around(bounds, backgroundBox(box, background));
  return turned(bounds, overlay.rotation, centreOf(overlay, layout, frame));
}

/**
 * Draws a text as it stands at a moment. The moment's alpha and the overlay's opacity are left to the caller, who can apply them to
 * the finished pixels.
 *
 * @param canvas with the frame's top left at its origin
 */
export function drawText(
  canvasKit: CanvasKit,
  canvas: Canvas,
  text: {
    readonly overlay: TextOverlay;
    readonly layout: TextLayout;
    readonly moment: OverlayMoment;
    readonly frame: FrameSize;
  },
): void {
  const { overlay, layout, moment, frame } = text;
  const box = textBox(overlay, layout, frame);
  const centre = centreOf(overlay, layout, frame);
  canvas.save();
  canvas.rotate(overlay.rotation, centre.x, centre.y);
  drawBackground(canvasKit, canvas, { overlay, box, moment });
  drawRule(canvasKit, canvas, { overlay, box, moment });
  const shadow = shadowPaint(canvasKit, overlay);
  if (shadow) canvas.saveLayer(shadow);
  // All strokes first: a line's outline must not lie over the letters of the line above.
  layout.lines.forEach((line, place) =>
    drawLine(canvasKit, canvas, { overlay, box, line, left: moment.lines[place] ?? 0, stroke: true }),
  );
  layout.lines.forEach((line, place) =>
    drawLine(canvasKit, canvas, { overlay, box, line, left: moment.lines[place] ?? 0, stroke: false }),
  );
  if (shadow) canvas.restore();
  shadow?.delete();
  canvas.restore();
}

function centreOf(overlay: TextOverlay, layout: TextLayout, frame: FrameSize): { x: number; y: number } {
  const isCorner = overlay.anchor === 'top-left';
  return {
    x: frame.width / 2 + overlay.centerX + (isCorner ? layout.width / 2 : 0),
    y: frame.height / 2 + overlay.centerY + (isCorner ? layout.height / 2 : 0),
  };
}

function textBox(overlay: TextOverlay, layout: TextLayout, frame: FrameSize): Box {
  const centre = centreOf(overlay, layout, frame);
  return {
    x: centre.x - layout.width / 2,
    y: centre.y - layout.height / 2,
    width: layout.width,
    height: layout.height,
  };
}

/** Where there are letters: a line may be shorter than `maxWidth`, or longer when one word is. */
function inkBox(box: Box, { lines }: TextLayout): Box {
  const left = Math.min(box.width, ...lines.map((line) => line.x));
  const right = Math.max(0, ...lines.map((line) => line.x + line.width));
  return { x: box.x + left, y: box.y, width: Math.max(0, right - left), height: box.height };
}

function drawLine(
  canvasKit: CanvasKit,
  canvas: Canvas,
  part: {
    readonly overlay: TextOverlay;
    readonly box: Box;
    readonly line: TextLine;
    readonly left: number;
    readonly stroke: boolean;
  },
): void {
  const { overlay, box, line, left, stroke } = part;
  const paragraph = stroke ? line.stroke : line.fill;
  if (!paragraph || left >= 1) return;
  canvas.save();
  if (left > 0) {
    const baseline = box.y + line.baseline;
    const side = overlay.fontSize;
    const mask = canvasKit.LTRBRect(
      box.x + line.x - side,
      baseline - MASK_ABOVE_EM * overlay.fontSize,
      box.x + line.x + line.width + side,
      baseline + MASK_BELOW_EM * overlay.fontSize,
    );
    canvas.clipRect(mask, canvasKit.ClipOp.Intersect, true);
    canvas.translate(0, left * overlay.fontSize * (joinsLetters(line.text) ? RISE_STACKED_EM : RISE_EM));
  }
  canvas.drawParagraph(paragraph, box.x + line.x, box.y + line.y);
  canvas.restore();
}

type Rule = NonNullable<TextOverlay['rule']>;
type Background = NonNullable<TextOverlay['background']>;
interface Part {
  readonly overlay: TextOverlay;
  readonly box: Box;
  readonly moment: OverlayMoment;
}

/** Above the box, on the side the words are aligned to. */
function ruleBox(box: Box, rule: Rule, align: TextOverlay['align']): Box {
  const spare = box.width - rule.width;
  const x = align === 'left' ? 0 : align === 'right' ? spare : spare / 2;
  return { x: box.x + x, y: box.y - rule.gap - rule.height, width: rule.width, height: rule.height };
}

function drawRule(canvasKit: CanvasKit, canvas: Canvas, { overlay, box, moment }: Part): void {
  if (!overlay.rule || moment.rule <= 0) return;
  const full = ruleBox(box, overlay.rule, overlay.align);
  const drawn = ruleBox(box, { ...overlay.rule, width: full.width * moment.rule }, overlay.align);
  const paint = fillPaint(canvasKit, colourOf(canvasKit, overlay.rule.color));
  canvas.drawRect(canvasKit.XYWHRect(drawn.x, drawn.y, drawn.width, drawn.height), paint);
  paint.delete();
}

function backgroundBox(box: Box, { paddingX, paddingY, feather }: Background): Box {
  const padded = grown(box, { left: paddingX, right: paddingX, top: paddingY, bottom: paddingY });
  const [across, down] = [feather * padded.width * 0.5, feather * padded.height * 0.5];
  return grown(padded, { left: across, right: across, top: down, bottom: down });
}

/** A plain box, or one whose edge is feathered: then it is full in its middle and fades over `feather` of its size. */
function drawBackground(canvasKit: CanvasKit, canvas: Canvas, { overlay, box, moment }: Part): void {
  const { background } = overlay;
  if (!background || moment.plate <= 0) return;
  const padded = grown(box, {
    left: background.paddingX,
    right: background.paddingX,
    top: background.paddingY,
    bottom: background.paddingY,
  });
  const paint = fillPaint(canvasKit, colourOf(canvasKit, background.color, background.opacity * moment.plate));
  const radius = Math.min(background.radius, padded.width / 2, padded.height / 2);
  if (background.feather > 0) {
    const sigma = (axis: number): number => (background.feather * axis) / 6; // three sigma each way is the whole of a blurred edge
    const blur = canvasKit.ImageFilter.MakeBlur(
      sigma(padded.width),
      sigma(padded.height),
      canvasKit.TileMode.Decal,
      null,
    );
    paint.setImageFilter(blur);
    blur.delete();
  }
  canvas.drawRRect(
    canvasKit.RRectXY(canvasKit.XYWHRect(padded.x, padded.y, padded.width, padded.height), radius, radius),
    paint,
  );
  paint.delete();
}

function shadowPaint(canvasKit: CanvasKit, { shadow }: TextOverlay): Paint | null {
  if (!shadow || shadow.opacity <= 0) return null;
  const paint = new canvasKit.Paint();
  const colour = colourOf(canvasKit, shadow.color, shadow.opacity);
  const filter = canvasKit.ImageFilter.MakeDropShadow(
    shadow.x,
    shadow.y,
    shadow.blur / 2,
    shadow.blur / 2,
    colour,
    null,
  );
  paint.setImageFilter(filter);
  filter.delete();
  return paint;
}

function fillPaint(canvasKit: CanvasKit, colour: Float32Array): Paint {
  const paint = new canvasKit.Paint();
  paint.setAntiAlias(true);
  paint.setColor(colour);
  return paint;
}
