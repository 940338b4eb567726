import type { TemplateImage, TemplateText } from '#contract/template.ts';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** How much larger a frame is than the one something was made for, by the shorter sides. */
export function scaleBetween(madeFor: FrameSize, frame: FrameSize): number {
  return Math.min(frame.width, frame.height) / Math.min(madeFor.width, madeFor.height);
}

/** What of words is measured in pixels. */
type TextPixels = Pick<
  TemplateText,
  'fontSize' | 'centerX' | 'centerY' | 'maxWidth' | 'background' | 'stroke' | 'shadow' | 'rule'
>;
type ImagePixels = Pick<TemplateImage, 'centerX' | 'centerY' | 'width' | 'height'>;

const SMALLEST_FONT = 1;
const LARGEST_FONT = 2000; // what an overlay may have, whatever it is scaled by

/** The text with everything that is measured in pixels times `scale`. */
export function scaleText<T extends TextPixels>(text: T, scale: number): T {
  if (scale === 1) return text;
  const { background, stroke, shadow, rule } = text;
  return {
    ...text,
    ...scaled(text, ['centerX', 'centerY', 'maxWidth'], scale),
    fontSize: Math.min(LARGEST_FONT, Math.max(SMALLEST_FONT, text.fontSize * scale)),
    ...(background && {
      background: { ...background, ...scaled(background, ['paddingX', 'paddingY', 'radius'], scale) },
    }),
    ...(stroke && { stroke: { ...stroke, ...scaled(stroke, ['width'], scale) } }),
    ...(shadow && { shadow: { ...shadow, ...scaled(shadow, ['blur', 'x', 'y'], scale) } }),
    ...(rule && { rule: { ...rule, ...scaled(rule, ['width', 'height', 'gap'], scale) } }),
  };
}

/** The picture with everything that is measured in pixels times `scale`. */
export function scaleImage<T extends ImagePixels>(image: T, scale: number): T {
  return scale === 1 ? image : { ...image, ...scaled(image, ['centerX', 'centerY', 'width', 'height'], scale) };
}

function scaled<T extends object>(of: T, keys: readonly (keyof T)[], scale: number): Partial<T> {
  const lengths = keys.flatMap((key) => {
    const value = of[key];
    return typeof value === 'number' ? [[key, value * scale]] : [];
  });
  return Object.fromEntries(lengths) as Partial<T>;
}
