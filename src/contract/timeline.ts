import { z } from 'zod';
import { Colour } from './colour.ts';
import { Fps } from './fps.ts';
import { TransitionType } from './scene.ts';

/*
 * The edit as it is stored: integer frames of the timeline's own rate, in *nominal* time, as if no transition overlapped.
 * `domain/timeline/nominal-to-output.ts` is the one place that subtracts the overlaps.
 */

/** Around a letter or its plate, in output pixels; beyond it nothing is seen that a wider plate would not show. */
const Pixels = z.number().min(0).max(2000);

const frame = z.int().min(0).max(10_000_000);

/** Bytes in the media store, by content; `takeId`/`assetId` say where they came from. */
export const MediaRef = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['video', 'image', 'audio']),
  takeId: z.string().optional(),
  assetId: z.string().optional(),
});
export type MediaRef = z.infer<typeof MediaRef>;

/** A clip of the picture track. `startFrame` inclusive, `endFrame` exclusive, nominal. */
export const TimelineClip = z.object({
  id: z.string(),
  sceneId: z.string().optional(),
  media: MediaRef,
  startFrame: frame,
  endFrame: frame,
  /** In-point in the source, counted in frames of the timeline's rate. */
  sourceStartFrame: frame.default(0),
  /** 1 is the clip's own level. */
  volume: z.number().min(0).max(4).default(1),
  muted: z.boolean().default(false),
  /** The outgoing join with the next clip; the last clip's is ignored. */
  transition: z.object({ type: TransitionType, durationFrames: frame }).nullable().default(null),
});
export type TimelineClip = z.infer<typeof TimelineClip>;

/** How an overlay comes and goes. `rise`: from behind a mask, line by line; `fade`: alpha. Lengths in frames. */
export const OverlayAnimation = z.object({
  in: z.enum(['none', 'fade', 'rise']).default('none'),
  out: z.enum(['none', 'fade']).default('none'),
  inFrames: frame.default(0),
  outFrames: frame.default(0),
  /** Frames each further line waits. */
  staggerFrames: frame.default(0),
});
export type OverlayAnimation = z.infer<typeof OverlayAnimation>;

/** Typed words over the picture. Pixels of the output; the centre is measured from the middle of the frame, +y down. */
export const TextOverlay = z.object({
  id: z.string(),
  startFrame: frame,
  endFrame: frame,
  text: z.string().max(2000),
  fontSize: z.number().min(1).max(2000),
  fontColor: Colour.default('#ffffff'),
  centerX: z.number().default(0),
  centerY: z.number().default(0),
  /** `top-left`: centerX and centerY say where that corner of the box is before it is turned, and not its centre. */
  anchor: z.literal('top-left').optional(),
  /** Width of the box in pixels: lines break at it and `align` works inside it. Absent: as wide as the longest line, broken only where the text is. */
  maxWidth: z.number().positive().optional(),
  fontFamily: z.string().default('Instrument Sans'),
  /** A font of the project's own, which goes before the family; for letters it does not have, the family stands in. */
  fontAssetId: z.string().max(200).optional(),
  fontWeight: z.int().min(100).max(900).default(600),
  align: z.enum(['left', 'center', 'right']).default('center'),
  /** Of the font size. */
  lineHeight: z.number().min(0.5).max(4).default(1.2),
  /** In em. */
  letterSpacing: z.number().min(-0.5).max(2).default(0),
  /** Degrees, clockwise. */
  rotation: z.number().default(0),
  opacity: z.number().min(0).max(1).default(1),
  background: z
    .object({
      color: Colour,
      opacity: z.number().min(0).max(1).default(1),
      paddingX: Pixels.default(0),
      paddingY: Pixels.default(0),
      radius: Pixels.default(0),
      /** Feathers the edge into a soft plate, as a share of its size. */
      feather: z.number().min(0).max(1).default(0),
    })
    .optional(),
  stroke: z.object({ color: Colour, width: Pixels }).optional(),
  shadow: z
    .object({
      color: Colour,
      opacity: z.number().min(0).max(1),
      blur: z.number().min(0).max(200), // a wider one is seen as none, and takes minutes to draw
      x: z.number(),
      y: z.number(),
    })
    .optional(),
  /** A short bar above the first line, left-aligned with it. */
  rule: z
    .object({ color: Colour, width: z.number().min(0), height: z.number().min(0), gap: z.number().min(0) })
    .optional(),
  animation: OverlayAnimation.optional(),
  /** One line of the captions: an export draws it, or leaves it out and writes it to a file of its own. */
  isCaption: z.boolean().optional(),
});
export type TextOverlay = z.infer<typeof TextOverlay>;

/** A picture over the picture. Box in output pixels, centre from the middle of the frame. */
export const ImageOverlay = z.object({
  id: z.string(),
  media: MediaRef,
  startFrame: frame,
  endFrame: frame,
  width: z.number().positive(),
  height: z.number().positive(),
  centerX: z.number().default(0),
  centerY: z.number().default(0),
  opacity: z.number().min(0).max(1).default(1),
  /** Degrees, clockwise. */
  rotation: z.number().default(0),
  maintainAspectRatio: z.boolean().default(true),
  animation: OverlayAnimation.optional(),
});
export type ImageOverlay = z.infer<typeof ImageOverlay>;

/** A sound track of the whole work. Music starts at 0 and ends with the picture; voice goes through the overlaps. */
export const AudioTrack = z.object({
  id: z.string(),
  kind: z.enum(['music', 'voice']),
  media: MediaRef,
  startFrame: frame.default(0),
  /** Exclusive; absent: to the end of the picture. */
  endFrame: frame.optional(),
  sourceStartFrame: frame.default(0),
  volume: z.number().min(0).max(4).default(1),
  muted: z.boolean().default(false),
  fadeInFrames: frame.default(0),
  fadeOutFrames: frame.default(0),
  /** Lowers music while voice sounds, in decibels; 0 is off. */
  duckDb: z.number().min(0).max(40).default(0),
});
export type AudioTrack = z.infer<typeof AudioTrack>;

/** A moment to come back to, nominal. */
export const Marker = z.object({ id: z.string().min(1).max(200), frame, label: z.string().max(200).default('') });
export type Marker = z.infer<typeof Marker>;

export const TIMELINE_SCHEMA_VERSION = 1;

/** The whole edit. Unknown keys a client stored beside it are kept in `extra`. */
export const Timeline = z.object({
  schemaVersion: z.literal(TIMELINE_SCHEMA_VERSION),
  fps: Fps,
  width: z.int().min(16).max(7680),
  height: z.int().min(16).max(7680),
  clips: z.array(TimelineClip),
  texts: z.array(TextOverlay).default([]),
  images: z.array(ImageOverlay).default([]),
  audio: z.array(AudioTrack).default([]),
  /** Integrated loudness to reach, in LUFS; null leaves the levels alone. */
  loudnessLufs: z.number().min(-70).max(0).nullable().default(null),
  /** Absent where there are none. */
  markers: z.array(Marker).optional(),
  extra: z.record(z.string(), z.unknown()).default({}),
});
export type Timeline = z.infer<typeof Timeline>;
