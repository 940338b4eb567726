import type { TemplateContent, TemplateImage, TemplateText, TemplateTiming } from '#contract/template.ts';
import type { ImageOverlay, OverlayAnimation, TextOverlay, Timeline } from '#contract/timeline.ts';
import { framesToSeconds } from '../frames.ts';
import { nominalLengthFrames } from './nominal-length.ts';

/** What of an edit is to be used again. */
export interface WantedTemplate {
  /** Overlays by id; all of the edit but its captions where this is left out. */
  readonly ids?: readonly string[];
  /** How each is timed: as a share of any film, or at the same seconds. */
  readonly timingOf: (overlayId: string) => TemplateTiming['timingMode'];
  /** The words of a text, where they are to be other than in the edit: with placeholders. */
  readonly textOf?: (text: TextOverlay) => string;
  readonly defaultTransition?: TemplateContent['defaultTransition'];
}

/** The overlays of an edit that a template would be made of. */
export function overlaysForTemplate(
  { texts, images }: Pick<Timeline, 'texts' | 'images'>,
  ids?: readonly string[],
): { readonly texts: readonly TextOverlay[]; readonly images: readonly ImageOverlay[]; readonly withoutAsset: number } {
  const isWanted = (id: string): boolean => ids === undefined || ids.includes(id);
  const wanted = images.filter(({ id }) => isWanted(id));
  return {
    texts: texts.filter(({ id, isCaption }) => isWanted(id) && (ids !== undefined || isCaption !== true)),
    images: wanted.filter(({ media }) => media.assetId !== undefined),
    withoutAsset: wanted.filter(({ media }) => media.assetId === undefined).length,
  };
}

/**
 * Overlays of an edit as a template. Laid over the same edit again they are the same overlays, at the same frames.
 *
 * Pictures that are no assets are left out: a template names its pictures by asset.
 */
export function templateFromTimeline(timeline: Timeline, wanted: WantedTemplate): TemplateContent {
  const { width, height, fps } = timeline;
  const lengthFrames = Math.max(1, nominalLengthFrames(timeline));
  const { texts, images } = overlaysForTemplate(timeline, wanted.ids);
  const timing = ({ id, startFrame, endFrame }: TextOverlay | ImageOverlay): TemplateTiming => {
    const start = Math.min(startFrame, lengthFrames - 1);
    const end = Math.min(Math.max(endFrame, start + 1), lengthFrames);
    return wanted.timingOf(id) === 'relative'
      ? { timingMode: 'relative', startPercent: percent(start, lengthFrames), endPercent: percent(end, lengthFrames) }
      : {
          timingMode: 'absolute',
          startSeconds: framesToSeconds(startFrame, fps),
          endSeconds: framesToSeconds(endFrame, fps),
        };
  };
  const seconds = (animation: OverlayAnimation | undefined) =>
    animation === undefined
      ? {}
      : {
          animation: {
            in: animation.in,
            out: animation.out,
            inSeconds: framesToSeconds(animation.inFrames, fps),
            outSeconds: framesToSeconds(animation.outFrames, fps),
            staggerSeconds: framesToSeconds(animation.staggerFrames, fps),
          },
        };
  return {
    textOverlays: texts.map((text): TemplateText => {
      const { startFrame: _start, endFrame: _end, animation, isCaption: _caption, ...looks } = text;
      return bounded({
        ...looks,
        text: wanted.textOf?.(text) ?? text.text,
        ...seconds(animation),
        ...timing(text),
      });
    }),
    imageOverlays: images.map((image): TemplateImage => {
      const { startFrame: _start, endFrame: _end, animation, media, ...looks } = image;
      return { ...looks, assetId: media.assetId ?? '', ...seconds(animation), ...timing(image) };
    }),
    ...(wanted.defaultTransition && { defaultTransition: wanted.defaultTransition }),
    frameSize: { width, height },
  };
}

/** The transition that most clips of an edit end with, in seconds; null where most are cuts. */
export function commonTransition({ clips, fps }: Pick<Timeline, 'clips' | 'fps'>): {
  readonly type: string;
  readonly duration: number;
} | null {
  const counts = new Map<string, { readonly type: string; readonly frames: number; count: number }>();
  for (const { transition } of clips.slice(0, -1)) {
    const type = transition?.type ?? 'cut';
    const frames = transition?.durationFrames ?? 0;
    const known = counts.get(`${type} ${String(frames)}`) ?? { type, frames, count: 0 };
    counts.set(`${type} ${String(frames)}`, { ...known, count: known.count + 1 });
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.count - one.count);
  return most === undefined || most.type === 'cut'
    ? null
    : { type: most.type, duration: framesToSeconds(most.frames, fps) };
}

/** Rounded so that the same frame comes out again at any usual rate, and no digits are kept that mean nothing. */
const percent = (frame: number, lengthFrames: number): number =>
  Math.min(100, Number(((100 * frame) / lengthFrames).toFixed(9)));

const MOST_AROUND_A_LETTER = 500; // pixels a template allows where an edit allows more

function bounded(text: TemplateText): TemplateText {
  const { background, stroke } = text;
  const least = (pixels: number | undefined): number | undefined =>
    pixels === undefined ? undefined : Math.min(pixels, MOST_AROUND_A_LETTER);
  return {
    ...text,
    ...(background && {
      background: { ...background, paddingX: least(background.paddingX), paddingY: least(background.paddingY) },
    }),
    ...(stroke && { stroke: { ...stroke, width: Math.min(stroke.width, MOST_AROUND_A_LETTER) } }),
  };
}
