import type { Shape } from './look.ts';

/** A part of the frame, as fractions of its width and height. */
export interface TextZone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where type goes unless a look says otherwise: above the subject, or left of it. */
export function usualTextZone(shape: Shape): TextZone {
  if (shape === 'landscape') return { x: 0.06, y: 0.28, width: 0.4, height: 0.44 };
  return shape === 'portrait'
    ? { x: 0.08, y: 0.12, width: 0.84, height: 0.2 }
    : { x: 0.08, y: 0.08, width: 0.84, height: 0.24 };
}

/** Where type goes in looks whose quiet part is the sky. */
export function skyTextZone(shape: Shape): TextZone {
  if (shape === 'landscape') return { x: 0.06, y: 0.09, width: 0.42, height: 0.25 };
  return shape === 'portrait'
    ? { x: 0.08, y: 0.12, width: 0.84, height: 0.2 }
    : { x: 0.08, y: 0.08, width: 0.84, height: 0.2 };
}
