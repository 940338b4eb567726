import type { Plan } from '#domain/timeline/plan-film.ts';
import type { FilmFrame, Shown } from '#effects/frame-at.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import { type Picture, renderFrame } from './render-frame.ts';

/** The film that is shown. */
export interface ShownFilm {
  readonly plan: Plan;
  readonly width: number;
  readonly height: number;
  readonly framesPerS: number;
}

/** A frame of a film, and what it is made of. */
export interface DueFrame {
  readonly film: ShownFilm;
  readonly frame: number;
  readonly parts: FilmFrame;
}

/**
 * The canvas of the preview. It says in `data-frame` which frame it shows, and in `data-exact` whether all of it is there and
 * nothing else was asked for.
 */
export class FilmCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #overlays: Pick<OverlayBitmaps, 'get'>;
  readonly #context: CanvasRenderingContext2D;
  #size = { width: 0, height: 0 };

  constructor(canvas: HTMLCanvasElement, overlays: Pick<OverlayBitmaps, 'get'>) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('the browser gave no canvas to draw on');
    this.#canvas = canvas;
    this.#context = context;
    this.#overlays = overlays;
  }

  /** Its pixels, from the next painting on: a canvas that gets another size is black. */
  setSize(width: number, height: number): void {
    this.#size = { width, height };
  }

  /** Something else is to be shown than what is. */
  expectOther(): void {
    this.#canvas.dataset['exact'] = 'false';
  }

  /** Whether it shows a frame already, with or without what lies over it. */
  shows(frame: number): boolean {
    return this.#canvas.dataset['frame'] === String(frame);
  }

  /** Whether it shows a frame already, and all of it. */
  showsExactly(frame: number): boolean {
    return this.shows(frame) && this.#canvas.dataset['exact'] === 'true';
  }

  /** @param how whether the pictures are those of the frame, or stand in for them */
  paint({ film, frame, parts }: DueFrame, pictures: (shown: Shown) => Picture | null, how: 'exact' | 'stand-in'): void {
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, this.#size);
    const { isExact } = renderFrame(this.#context, parts, { pictures, overlays: this.#overlays, film });
    this.#canvas.dataset['exact'] = String(how === 'exact' && isExact);
    if (how === 'exact') this.#canvas.dataset['frame'] = String(frame);
  }
}
