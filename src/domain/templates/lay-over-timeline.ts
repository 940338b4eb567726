import type { Fps } from '#contract/fps.ts';
import type { TransitionType } from '#contract/scene.ts';
import type { MediaRef, ImageOverlay, OverlayAnimation, TextOverlay, Timeline } from '#contract/timeline.ts';
import type { TemplateContent } from '#contract/template.ts';
import { secondsToFrames } from '../frames.ts';
import type { OverlayAction } from './apply-template.ts';

type Keys = Readonly<Record<string, unknown>>;

/** A template laid out in time, as the server answers it. */
export interface LaidOutTemplate {
  readonly textOverlays: Readonly<Record<string, Keys>>;
  readonly textTrackActions: readonly OverlayAction[];
  readonly imageOverlays: Readonly<Record<string, Keys>>;
  readonly imageTrackActions: readonly OverlayAction[];
}

/** What every text has that says nothing else, as the schema of the timeline has it. */
const TEXT: Omit<TextOverlay, 'id' | 'startFrame' | 'endFrame' | 'text' | 'fontSize'> = {
  fontColor: '#ffffff',
  centerX: 0,
  centerY: 0,
  fontFamily: 'Instrument Sans',
  fontWeight: 600,
  align: 'center',
  lineHeight: 1.2,
  letterSpacing: 0,
  rotation: 0,
  opacity: 1,
};
const PLATE = { opacity: 1, paddingX: 0, paddingY: 0, radius: 0, feather: 0 };
const IMAGE: Omit<ImageOverlay, 'id' | 'startFrame' | 'endFrame' | 'media' | 'width' | 'height'> = {
  centerX: 0,
  centerY: 0,
  opacity: 1,
  rotation: 0,
  maintainAspectRatio: true,
};

/**
 * An edit with a template laid over it, above what is there, as the server would save it.
 *
 * Clips that say nothing of how they end get the template's transition.
 *
 * @param film.mediaOf the picture an asset is; null leaves it out
 */
export function layOverTimeline(
  timeline: Timeline,
  laidOut: LaidOutTemplate,
  film: {
    readonly mediaOf: (assetId: string) => MediaRef | null;
    readonly defaultTransition?: TemplateContent['defaultTransition'];
  },
): Timeline {
  const { fps } = timeline;
  const texts = laidOut.textTrackActions.flatMap((action): TextOverlay[] => {
    const found = laidOut.textOverlays[action.id];
    if (found === undefined) return [];
    const { animation, background, ...looks } = found;
    return [
      {
        ...TEXT,
        ...looks,
        ...(background === undefined ? {} : { background: { ...PLATE, ...(background as object) } }),
        ...animationOf(animation, fps),
        ...spanOf(action, fps),
      } as TextOverlay,
    ];
  });
  const images = laidOut.imageTrackActions.flatMap((action): ImageOverlay[] => {
    const found = laidOut.imageOverlays[action.id];
    const media = film.mediaOf(String(found?.['assetId']));
    if (found === undefined || media === null) return [];
    const { animation, assetId: _asset, ...looks } = found;
    return [{ ...IMAGE, ...looks, media, ...animationOf(animation, fps), ...spanOf(action, fps) } as ImageOverlay];
  });
  return {
    ...timeline,
    clips: withTransition(timeline, film.defaultTransition),
    texts: [...timeline.texts, ...texts],
    images: [...timeline.images, ...images],
  };
}

function spanOf({ id, start, end }: OverlayAction, fps: Fps) {
  const startFrame = secondsToFrames(start, fps);
  return { id, startFrame, endFrame: Math.max(startFrame + 1, secondsToFrames(end, fps)) };
}

function animationOf(said: unknown, fps: Fps): { readonly animation?: OverlayAnimation } {
  if (typeof said !== 'object' || said === null) return {};
  const keys = said as Keys;
  const frames = (key: string): number => (typeof keys[key] === 'number' ? secondsToFrames(keys[key], fps) : 0);
  return {
    animation: {
      in: keys['in'] === 'fade' || keys['in'] === 'rise' ? keys['in'] : 'none',
      out: keys['out'] === 'fade' ? 'fade' : 'none',
      inFrames: frames('inSeconds'),
      outFrames: frames('outSeconds'),
      staggerFrames: frames('staggerSeconds'),
    },
  };
}

function withTransition({ clips, fps }: Timeline, wanted: TemplateContent['defaultTransition']): Timeline['clips'] {
  if (wanted === undefined || clips.every(({ transition }) => transition !== null)) return clips;
  const transition = {
    type: wanted.type as TransitionType, // it is kept by the name we have for it
    durationFrames: secondsToFrames(wanted.duration, fps),
  };
  return clips.map((clip) => (clip.transition === null ? { ...clip, transition } : clip));
}
