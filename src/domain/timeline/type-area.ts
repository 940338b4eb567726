import type { TypeHint } from '#contract/type-hint.ts';
import { orientationOf } from '../resolution.ts';

/** Where words go, in pixels of the frame. */
export interface TypeArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly anchor: 'top' | 'middle';
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** What phone apps lay their own buttons over, and a margin elsewhere: no words outside, as shares of the frame. */
const safeEdges = {
  portrait: { left: 0.08, right: 0.92, top: 0.11, bottom: 0.8 },
  square: { left: 0.08, right: 0.92, top: 0.08, bottom: 0.92 },
  landscape: { left: 0.06, right: 0.94, top: 0.08, bottom: 0.92 },
} as const;

/** What words in a frame stay inside, in shares of it. */
export const safeEdgesOf = (frame: Frame) => safeEdges[orientationOf(frame)];

/** Shares of the frame a headline may need beyond a zone that is cut very small. */
const LEAST_WIDTH = 0.36;
const LEAST_HEIGHT = 0.2;

/** Zone of a picture that was not measured. */
const zones = {
  portrait: { x: 0.08, y: 0.12, width: 0.84, height: 0.2 },
  square: { x: 0.08, y: 0.08, width: 0.84, height: 0.24 },
  landscape: { x: 0.06, y: 0.28, width: 0.4, height: 0.44 },
} as const;

/** For a picture nobody measured: white words on a dark plate read on anything. */
export function defaultTypeHint(frame: Frame): TypeHint {
  return {
    ink: '#fbfaf7',
    accent: '#fbfaf7',
    plate: { color: '#15171c', opacity: 0.5 },
    zone: zones[orientationOf(frame)],
  };
}

/** The measured zone, inside the safe edges of the frame and large enough for a headline. */
export function typeArea(zone: TypeHint['zone'], frame: Frame): TypeArea {
  const orientation = orientationOf(frame);
  const edges = safeEdges[orientation];
  const width = Math.min(Math.max(zone.width, LEAST_WIDTH), edges.right - edges.left);
  const height = Math.min(Math.max(zone.height, LEAST_HEIGHT), edges.bottom - edges.top);
  const left = Math.min(Math.max(zone.x, edges.left), edges.right - width);
  const top = Math.min(Math.max(zone.y, edges.top), edges.bottom - height);
  // In a high column the block hangs in the middle; in a band it starts a little below the band's top.
  const anchor = orientation === 'landscape' && height > 0.35 ? 'middle' : 'top';
  const lead = anchor === 'top' ? Math.min(0.024, height * 0.12) : 0;
  const grow = anchor === 'top' && orientation !== 'landscape' ? 0.04 : 0;
  return {
    left: left * frame.width,
    top: (top + lead) * frame.height,
    width: width * frame.width,
    height: (Math.min(height + grow, edges.bottom - top) - lead) * frame.height,
    anchor,
  };
}
