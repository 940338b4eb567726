import type { Canvas } from '@napi-rs/canvas';
import type { FrameSize, LayerPainter, Shape } from '../look.ts';
import type { Palette } from '../palette.ts';
import type { Random } from '../random.ts';

/** A part of the frame or a photo, as fractions or pixels, as its name says where it is used. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A decoded photo, upright, with the place of its subject as fractions of its size. */
export interface Photo {
  readonly canvas: Canvas;
  readonly focus: { readonly x: number; readonly y: number };
}

/** Everything a treatment may draw from. */
export interface PhotoBrief {
  readonly frame: FrameSize;
  readonly shape: Shape;
  /** Short side / 1080. */
  readonly u: number;
  readonly palette: Palette;
  readonly random: Random;
  /** At least one; only the grid shows more than the first. */
  readonly photo: Photo;
  readonly others: readonly Photo[];
  /** 0-based, less than the treatment's `compositions`. */
  readonly composition: number;
  /** True where the photo is to be shown as it is. */
  readonly plain: boolean;
}

/** One way to put photos into a frame. Photos are only ever scaled evenly. */
export interface Treatment {
  readonly id: string;
  /** Raised whenever the pixels change. */
  readonly version: number;
  readonly compositions: number;
  textZone(shape: Shape): Box;
  draw(brief: PhotoBrief, paint: LayerPainter): void;
}
