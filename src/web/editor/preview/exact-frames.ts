import { frameAt, type Shown } from '#effects/frame-at.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import { beside } from './beside.ts';
import type { ClipPictures } from './clip-pictures.ts';
import type { DueFrame, FilmCanvas, ShownFilm } from './film-canvas.ts';
import { isSameFrame } from './is-same-frame.ts';
import type { Picture } from './render-frame.ts';

interface ExactParts {
  readonly canvas: FilmCanvas;
  readonly pictures: Pick<ClipPictures, 'exact' | 'standIn'>;
  readonly overlays: Pick<OverlayBitmaps, 'prepare'>;
  readonly onShown: (frame: number) => void;
  readonly onWaiting: (isWaiting: boolean) => void;
}

const AT_REST_MS = 200;
const STAND_IN_AFTER_MS = 350; // what is there sooner is not worth a flash of something else

/**
 * Shows just the frame that is asked for. Asked faster than it can show, it shows the newest it has, and then the newest asked
 * for: going along a film by hand, something always moves.
 */
export class ExactFrames {
  readonly #parts: ExactParts;
  /** Null: nothing is to be shown any more. */
  #asked: DueFrame | null = null;
  #isShowing = false;
  #wake: () => void = () => {};

  constructor(parts: ExactParts) {
    this.#parts = parts;
  }

  show(film: ShownFilm, frame: number): void {
    this.#asked = { film, frame, parts: frameAt(film.plan, film, frame) };
    this.#parts.canvas.expectOther();
    this.#wake();
    if (!this.#isShowing) void this.#showAll(this.#asked);
  }

  /** Whether what was asked for last is what this frame of another film shows as well: most of a drag happens elsewhere. */
  isFor(film: ShownFilm, frame: number): boolean {
    const asked = this.#asked;
    if (asked?.frame !== frame || asked.film.width !== film.width || asked.film.height !== film.height) return false;
    return isSameFrame(asked.parts, frameAt(film.plan, film, frame));
  }

  /** What is under way is not shown any more. */
  stop(): void {
    this.#asked = null;
    this.#wake();
  }

  async #showAll(first: DueFrame): Promise<void> {
    this.#isShowing = true;
    try {
      let shown: DueFrame | null = null;
      for (let due: DueFrame | null = first; due && due !== shown; due = this.#asked) {
        await this.#show(due);
        shown = due;
      }
      if (shown) void this.#openBeside(shown);
    } finally {
      this.#isShowing = false;
    }
  }

  /** A clip that is opened before the playhead comes to it is there at once. */
  async #openBeside(shown: DueFrame): Promise<void> {
    await after(AT_REST_MS);
    for (const next of beside(shown.film.plan, shown.frame)) {
      if (this.#asked === shown) await this.#parts.pictures.exact(next);
    }
  }

  async #show(due: DueFrame): Promise<void> {
    const { canvas, pictures, overlays, onShown, onWaiting } = this.#parts;
    const found = new Map<string, Picture>();
    const parts = [due.parts.from, due.parts.to].filter((shown) => shown !== null);
    const all = Promise.all(parts.map(async (shown) => found.set(shown.clip.id, await pictures.exact(shown))));
    const isThere = all.then(() => true);
    const pictureOf = ({ clip }: Shown): Picture | null => found.get(clip.id) ?? null;
    const isSoon = await Promise.race([isThere, after(STAND_IN_AFTER_MS)]);
    if (!isSoon && this.#asked) {
      onWaiting(true);
      this.#standIn(due, pictureOf);
      await Promise.race([isThere, this.#otherThan(due)]);
      onWaiting(false);
    }
    if (!this.#asked || found.size < parts.length) return;
    canvas.paint(due, pictureOf, 'exact');
    onShown(due.frame);
    for (const { placed } of due.parts.overlays) overlays.prepare(placed, due.film);
  }

  /** Posters, where a clip takes its time; not over a picture that is right already, and never black over anything. */
  #standIn(due: DueFrame, pictureOf: (shown: Shown) => Picture | null): void {
    const { canvas, pictures } = this.#parts;
    if (canvas.shows(due.frame)) return;
    const standIn = (shown: Shown): Picture | null => pictureOf(shown) ?? pictures.standIn(shown);
    const isWhole = [due.parts.from, due.parts.to].every((shown) => !shown || standIn(shown) !== null);
    if (isWhole) canvas.paint(due, standIn, 'stand-in');
  }

  /** Resolves when something else is asked for. */
  #otherThan(due: DueFrame): Promise<void> {
    if (this.#asked !== due) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

const after = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
