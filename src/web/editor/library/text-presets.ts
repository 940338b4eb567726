import type { Fps } from '#contract/fps.ts';
import type { OverlayAnimation, TextOverlay } from '#contract/timeline.ts';
import { secondsToFrames } from '#domain/frames.ts';
import { safeEdgesOf } from '#domain/timeline/type-area.ts';

/** Words in a look of their own, to begin with. */
export type TextPreset = 'heading' | 'line' | 'plate' | 'lowerThird' | 'caption';

/** Every preset, in the order of the panel. */
export const TEXT_PRESETS: readonly TextPreset[] = ['heading', 'line', 'plate', 'lowerThird', 'caption'];

interface Film {
  readonly width: number;
  readonly height: number;
  readonly fps: Fps;
}

type Look = Omit<TextOverlay, 'id' | 'startFrame' | 'endFrame'>;

const AMBER = '#ffc24b'; // the light that says where to look
const TRACKING_EM = -0.028; // as the headlines of a first edit have it

/** A text of a preset for a film: sized by its shorter side, inside what is safe from the buttons of phone apps. */
export function textOfPreset(preset: TextPreset, text: string, film: Film): Look {
  const { width, height, fps } = film;
  const unit = Math.min(width, height) / 1080;
  const safe = safeEdgesOf(film);
  const px = (pixels: number): number => Math.round(pixels * unit);
  const seconds = (value: number): number => secondsToFrames(value, fps);
  const fromTop = (share: number): number => Math.round((share - 0.5) * height);
  const room = Math.round((safe.right - safe.left) * width);
  const plain: Look = {
    text,
    fontSize: px(64),
    fontColor: '#ffffff',
    centerX: Math.round(((safe.left + safe.right) / 2 - 0.5) * width),
    centerY: 0,
    fontFamily: 'Instrument Sans',
    fontWeight: 600,
    align: 'center',
    lineHeight: 1.2,
    letterSpacing: 0,
    rotation: 0,
    opacity: 1,
  };
  const fading: OverlayAnimation = {
    in: 'fade',
    out: 'fade',
    inFrames: seconds(0.3),
    outFrames: seconds(0.3),
    staggerFrames: 0,
  };
  const shadow = { color: '#000000', opacity: 0.45, blur: px(14), x: 0, y: px(3) };
  switch (preset) {
    case 'heading':
      return {
        ...plain,
        fontSize: px(112),
        fontWeight: 700,
        lineHeight: 1.08,
        letterSpacing: TRACKING_EM,
        maxWidth: room,
        centerY: fromTop(safe.top + 0.12),
        shadow,
        animation: {
          in: 'rise',
          out: 'fade',
          inFrames: seconds(0.7),
          outFrames: seconds(0.28),
          staggerFrames: seconds(0.1),
        },
      };
    case 'line':
      return { ...plain, fontSize: px(56), fontWeight: 500, maxWidth: room, shadow, animation: fading };
    case 'plate':
      return {
        ...plain,
        fontSize: px(52),
        fontColor: '#15171c',
        letterSpacing: -0.01,
        background: { color: AMBER, opacity: 1, paddingX: px(44), paddingY: px(22), radius: px(16), feather: 0 },
        animation: fading,
      };
    case 'lowerThird':
      return {
        ...plain,
        fontSize: px(48),
        align: 'left',
        maxWidth: room,
        centerY: fromTop(safe.bottom) - px(90),
        rule: { color: AMBER, width: px(72), height: px(8), gap: px(22) },
        shadow,
        animation: { ...fading, in: 'rise', inFrames: seconds(0.5), staggerFrames: seconds(0.08) },
      };
    case 'caption':
      return {
        ...plain,
        fontSize: px(46),
        maxWidth: room,
        centerY: fromTop(safe.bottom) - px(60),
        background: { color: '#000000', opacity: 0.72, paddingX: px(24), paddingY: px(12), radius: px(10), feather: 0 },
        isCaption: true,
      };
    default:
      return preset satisfies never;
  }
}
