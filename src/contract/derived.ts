import { z } from 'zod';

/**
 * What is made of a media file so that it can be shown: a still, a strip of stills, its waveform, a light copy to play.
 *
 * A picture has a poster; a video all four; a sound has peaks.
 */
export const DerivedKind = z.enum(['poster', 'filmstrip', 'peaks', 'proxy']);
export type DerivedKind = z.infer<typeof DerivedKind>;

export const DERIVED_MIMES = {
  poster: 'image/jpeg',
  filmstrip: 'image/jpeg',
  peaks: 'application/json',
  proxy: 'video/mp4',
} as const satisfies Record<DerivedKind, string>;

/** Longest side of a poster, in pixels; a smaller picture stays as large as it is. */
export const POSTER_SIDE_PX = 640;

/** Height of a filmstrip, in pixels. */
export const FILMSTRIP_HEIGHT_PX = 90;

/** Short side of a proxy, in pixels; a smaller video stays as large as it is. */
export const PROXY_SHORT_SIDE_PX = 540;

/** A proxy has a keyframe every so many frames, and no frame looks across one: any moment is shown at once. */
export const PROXY_KEYFRAME_EVERY = 15;

/** How loud a sound is over its length; `channels` is 0 and the list empty where there is no sound. */
export const Peaks = z.object({
  version: z.literal(1),
  /** Peaks of each moment, one after the other; 1: the louder side of a stereo sound. */
  channels: z.int().min(0).max(1),
  sampleRate: z.int(),
  /** Samples that one peak stands for. */
  samplesPerPixel: z.int().positive(),
  /** Largest amplitude of each stretch, 0 to 1 at full scale. */
  peaks: z.array(z.number().min(0).max(1)),
});
export type Peaks = z.infer<typeof Peaks>;
