import type { CanvasKit, Paint, Paragraph } from 'canvaskit-wasm';
import type { TextOverlay } from '#contract/timeline.ts';
import type { TitleFonts } from './open-fonts.ts';
import { joinsLetters, readsFromRight } from './scripts.ts';

/** A line ready to be drawn, in pixels from the top left of the text's box. */
export interface TextLine {
  readonly text: string;
  readonly fill: Paragraph;
  /** Drawn below the fill; null where nothing is stroked. */
  readonly stroke: Paragraph | null;
  /** Where the paragraph's own top left goes. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly baseline: number;
}

/**
 * A text set in lines. Its box is as wide as `maxWidth` where that is given, else as its longest line, and as high as its lines;
 * a rule stands above the box and a background around it.
 */
export interface TextLayout {
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly height: number;
  readonly delete: () => void;
}

const UNBOUNDED_PX = 100_000;

/** Sets an overlay's words: shaped, broken at `maxWidth`, each line on its own so that it can move by itself. */
export function layOutText(canvasKit: CanvasKit, fonts: TitleFonts, overlay: TextOverlay): TextLayout {
  const { fontSize, lineHeight, stroke } = overlay;
  const fillPaint = solidPaint(canvasKit, overlay.fontColor);
  const strokePaint = stroke && stroke.width > 0 ? strokePaintOf(canvasKit, stroke) : null;
  const set = (text: string, paint: Paint, width = UNBOUNDED_PX): Paragraph =>
    setParagraph(canvasKit, fonts, overlay, { text, paint, width });

  const reference = set('x', fillPaint);
  const baseline = reference.getLineMetrics()[0]?.baseline ?? fontSize;
  reference.delete();

  const texts = overlay.text
    .split('\n')
    .flatMap((text) => brokenAt(overlay.maxWidth, text, (width) => set(text, fillPaint, width)));
  const measured = texts.map((text) => {
    const fill = set(text, fillPaint);
    const metrics = fill.getLineMetrics()[0];
    const width = Math.max(0, (metrics?.width ?? 0) - Math.max(0, spacingOf(overlay, text)));
    return { text, fill, width, ownBaseline: metrics?.baseline ?? baseline };
  });
  const width = overlay.maxWidth ?? Math.max(0, ...measured.map((line) => line.width));
  const stepPx = fontSize * lineHeight;
  const lines = measured.map((line, place): TextLine => {
    const spare = width - line.width;
    return {
      text: line.text,
      fill: line.fill,
      stroke: strokePaint ? set(line.text, strokePaint) : null,
      x: overlay.align === 'left' ? 0 : overlay.align === 'right' ? spare : spare / 2,
      // Another script's font may sit higher or lower: every line keeps the distance of the first family.
      y: place * stepPx + baseline - line.ownBaseline,
      width: line.width,
      baseline: place * stepPx + baseline,
    };
  });
  return {
    lines,
    width,
    height: lines.length * stepPx,
    delete: () => {
      for (const line of lines) {
        line.fill.delete();
        line.stroke?.delete();
      }
      fillPaint.delete();
      strokePaint?.delete();
    },
  };
}

/** A hex colour, its own alpha and an opacity multiplied, as CanvasKit wants it. */
export function colourOf(canvasKit: CanvasKit, hex: string, opacity = 1): Float32Array {
  const colour = canvasKit.parseColorString(hex);
  return canvasKit.multiplyByAlpha(colour, opacity);
}

function solidPaint(canvasKit: CanvasKit, hex: string): Paint {
  const paint = new canvasKit.Paint();
  paint.setAntiAlias(true);
  paint.setColor(colourOf(canvasKit, hex));
  return paint;
}

function strokePaintOf(canvasKit: CanvasKit, stroke: { readonly color: string; readonly width: number }): Paint {
  const paint = solidPaint(canvasKit, stroke.color);
  paint.setStyle(canvasKit.PaintStyle.Stroke);
  paint.setStrokeWidth(2 * stroke.width); // the inner half lies below the fill
  paint.setStrokeJoin(canvasKit.StrokeJoin.Round);
  return paint;
}

function spacingOf(overlay: TextOverlay, text: string): number {
  return joinsLetters(text) ? 0 : overlay.letterSpacing * overlay.fontSize;
}

/** The pieces a line breaks into; spaces at a break belong to no line. */
function brokenAt(maxWidth: number | undefined, text: string, set: (width: number) => Paragraph): string[] {
  if (maxWidth === undefined || text === '') return [text];
  const paragraph = set(maxWidth);
  const pieces = paragraph.getLineMetrics().map((line) => text.slice(line.startIndex, line.endExcludingWhitespaces));
  paragraph.delete();
  return pieces;
}

function setParagraph(
  canvasKit: CanvasKit,
  fonts: TitleFonts,
  overlay: TextOverlay,
  line: { readonly text: string; readonly paint: Paint; readonly width: number },
): Paragraph {
  const textStyle = new canvasKit.TextStyle({
    color: canvasKit.BLACK,
    fontFamilies: [...(fonts.own === null ? [] : [fonts.own]), overlay.fontFamily, ...fonts.families],
    fontSize: overlay.fontSize,
    fontStyle: { weight: { value: overlay.fontWeight } as never },
    letterSpacing: spacingOf(overlay, line.text),
    heightMultiplier: overlay.lineHeight,
    halfLeading: true,
  });
  const style = new canvasKit.ParagraphStyle({
    textStyle,
    textAlign: canvasKit.TextAlign.Left,
    textDirection: readsFromRight(line.text) ? canvasKit.TextDirection.RTL : canvasKit.TextDirection.LTR,
  });
  const builder = canvasKit.ParagraphBuilder.MakeFromFontProvider(style, fonts.provider);
  const none = new canvasKit.Paint();
  none.setColor(canvasKit.TRANSPARENT);
  builder.pushPaintStyle(textStyle, line.paint, none);
  builder.addText(line.text);
  const paragraph = builder.build();
  paragraph.layout(line.width);
  builder.delete();
  none.delete();
  return paragraph;
}
