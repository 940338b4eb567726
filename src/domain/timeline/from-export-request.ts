import type { ExportRequest } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import {
  TIMELINE_SCHEMA_VERSION,
  type ImageOverlay,
  type MediaRef,
  type TextOverlay,
  type Timeline,
  type TimelineClip,
} from '#contract/timeline.ts';
import { fpsFromNumber, secondsToFrames } from '../frames.ts';
import { transitionFromName } from './transition-names.ts';

/** Which bytes a request means; each throws where there are none. */
export interface ExportMedia {
  readonly ofScene: (sceneIndex: number) => MediaRef;
  readonly ofAsset: (assetId: string) => MediaRef;
  /** What is heard under the whole film. */
  readonly music: MediaRef | null;
}

type Span = { readonly position: number; readonly end: number };
type Frames = (seconds: number) => number;

const TRANSITION_S = 0.5; // where a transition is named without its length
const FONT_SIZE = 48;
const WORDS = { fontFamily: 'Instrument Sans', fontWeight: 600, lineHeight: 1.2, letterSpacing: 0 } as const;

/**
 * The timeline an export request means.
 *
 * @throws Problem `invalid_input` for an end at or before its position, or a transition that there is not
 */
export function timelineFromExportRequest(request: ExportRequest, media: ExportMedia): Timeline {
  const { width, height } = request.options;
  const fps = fpsFromNumber(request.options.fps);
  const frames: Frames = (seconds) => secondsToFrames(seconds, fps);
  return {
    schemaVersion: TIMELINE_SCHEMA_VERSION,
    fps,
    width,
    height,
    clips: request.clips.map((clip, place) => clipOf(clip, place, { frames, media })),
    texts: (request.texts ?? []).map((text, place) => textOf(text, place, { frames, width, height })),
    images: (request.images ?? []).map((image, place) => imageOf(image, place, { frames, media, width, height })),
    audio: media.music
      ? [
          {
            id: 'audio_music',
            kind: 'music',
            media: media.music,
            startFrame: 0,
            sourceStartFrame: 0,
            volume: request.audio?.volume ?? 1,
            muted: false,
            fadeInFrames: 0,
            fadeOutFrames: 0,
            duckDb: 0,
          },
        ]
      : [],
    loudnessLufs: null,
    extra: {},
  };
}

function clipOf(
  clip: ExportRequest['clips'][number],
  place: number,
  { frames, media }: { readonly frames: Frames; readonly media: ExportMedia },
): TimelineClip {
  return {
    id: `clip_${place}`,
    media: media.ofScene(clip.sceneIndex),
    ...spanOf(clip, `clips.${place}`, frames),
    sourceStartFrame: frames(clip.cutFrom ?? 0),
    volume: 1,
    muted: false,
    transition: transitionOf(clip, place, frames),
  };
}

function transitionOf(clip: ExportRequest['clips'][number], place: number, frames: Frames): TimelineClip['transition'] {
  if (!isSaid(clip.transition)) return null;
  const { type, known } = transitionFromName(clip.transition);
  if (!known) {
    throw new Problem('invalid_input', { reason: `clips.${place}: there is no transition “${clip.transition}”` });
  }
  return type === 'cut' ? null : { type, durationFrames: frames(clip.transitionDuration ?? TRANSITION_S) };
}

interface Frame {
  readonly frames: Frames;
  readonly width: number;
  readonly height: number;
}

function textOf(text: NonNullable<ExportRequest['texts']>[number], place: number, frame: Frame): TextOverlay {
  const isCornered = isByCorner(text);
  return {
    id: `text_${place}`,
    ...spanOf(text, `texts.${place}`, frame.frames),
    text: text.text,
    fontSize: text.fontSize ?? FONT_SIZE,
    fontColor: text.fontColor ?? '#ffffff',
    ...WORDS,
    ...(isCornered
      ? {
          anchor: 'top-left' as const,
          align: 'left' as const,
          centerX: (text.x ?? 0) - frame.width / 2,
          centerY: (text.y ?? 0) - frame.height / 2,
        }
      : { align: 'center' as const, centerX: text.centerX ?? 0, centerY: text.centerY ?? 0 }),
    rotation: text.rotation ?? 0,
    opacity: text.opacity ?? 1,
  };
}

function imageOf(
  image: NonNullable<ExportRequest['images']>[number],
  place: number,
  frame: Frame & { readonly media: ExportMedia },
): ImageOverlay {
  const { width, height } = image;
  const isCornered = isByCorner(image);
  return {
    id: `image_${place}`,
    ...spanOf(image, `images.${place}`, frame.frames),
    media: frame.media.ofAsset(image.assetId),
    width,
    height,
    centerX: isCornered ? (image.x ?? 0) + width / 2 - frame.width / 2 : (image.centerX ?? 0),
    centerY: isCornered ? (image.y ?? 0) + height / 2 - frame.height / 2 : (image.centerY ?? 0),
    opacity: image.opacity ?? 1,
    rotation: image.rotation ?? 0,
    maintainAspectRatio: image.maintainAspectRatio ?? false,
  };
}

type Pixels = number | null | undefined;

function isByCorner(box: { centerX?: Pixels; centerY?: Pixels; x?: Pixels; y?: Pixels }): boolean {
  return !isSaid(box.centerX) && !isSaid(box.centerY) && (isSaid(box.x) || isSaid(box.y));
}

function isSaid<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}

function spanOf({ position, end }: Span, what: string, frames: Frames) {
  if (end <= position) throw new Problem('invalid_input', { reason: `${what}: the end is not after the position` });
  const startFrame = frames(position);
  return { startFrame, endFrame: Math.max(startFrame + 1, frames(end)) };
}
