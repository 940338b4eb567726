import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from './palette.ts';
import type { Random } from './random.ts';

/** The frame a picture is composed for, in output pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

export type Shape = 'portrait' | 'landscape' | 'square';

/**
 * Everything a look may draw from; the same brief gives the same pixels.
 *
 * `u` = short side / 1080: every size in a look is written for u = 1 and multiplied by it.
 */
export interface LookBrief {
  readonly frame: FrameSize;
  readonly shape: Shape;
  readonly u: number;
  readonly palette: Palette;
  readonly random: Random;
  /** Lower-case words of the scene's prompt and subject: they choose the variant (bottle or phone, hills or sea). */
  readonly words: readonly string[];
  readonly shot: Shot;
  /** Which of the look's compositions, 0-based; always less than the look's `compositions`. */
  readonly composition: number;
}

export type Shot = 'wide' | 'close';

/**
 * A layer: the frame with `BLEED` on each side, at `DENSITY`, so that no camera move shows an edge or upscales visibly.
 * In `draw` coordinates (0,0) is the frame's top-left corner and units are output pixels: the context is already
 * translated and scaled, and the visible-with-bleed region is x from -BLEED*width to (1+BLEED)*width, likewise y.
 */
export interface Layer {
  readonly canvas: Canvas;
  /** 0 background, about 0.5 middle, 1 subject: how much the camera moves it. */
  readonly depth: number;
}

export const BLEED = 0.08;
export const DENSITY = 1.08;

/** One way to draw a picture: a pure function of the brief, layered from far to near. */
export interface Look {
  readonly id: string;
  /** Raised whenever the pixels change, so that a stored recipe never silently draws something else. */
  readonly version: number;
  readonly compositions: number;
  /** Where type goes and what must stay quiet: fractions of the frame. */
  textZone(shape: Shape): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Layers in drawing order; the first is opaque and complete behind the rest. */
  draw(brief: LookBrief, paint: LayerPainter): void;
}

/** Opens a new layer at a depth and lets the look draw on it, in frame coordinates. */
export type LayerPainter = (depth: number, draw: (context: SKRSContext2D) => void) => void;
