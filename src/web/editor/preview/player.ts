import type { Plan } from '#domain/timeline/plan-film.ts';
import { type FilmFrame, frameAt, type Shown } from '#effects/frame-at.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import type { ClipPictures, LivePicture } from './clip-pictures.ts';
import { filmClock } from './film-clock.ts';
import type { FilmSound } from './film-sound.ts';
import { paintedFrame } from './painted-frame.ts';
import { type Picture, renderFrame } from './render-frame.ts';
import { comingUp } from './coming-up.ts';

/** The film that is played. */
export interface PlayedFilm {
  readonly plan: Plan;
  readonly width: number;
  readonly height: number;
  readonly framesPerS: number;
}

interface PlayerParts {
  readonly canvas: HTMLCanvasElement;
  readonly pictures: ClipPictures;
  readonly overlays: Pick<OverlayBitmaps, 'get' | 'prepare'>;
  readonly sound: Pick<FilmSound, 'play' | 'pause' | 'nowS'>;
  /** A frame was painted while it plays. */
  readonly onFrame: (frame: number) => void;
  /** It came to an end by itself. */
  readonly onEnd: () => void;
  readonly onWaiting: (isWaiting: boolean) => void;
}

const STAND_IN_AFTER_MS = 350; // what is there sooner is not worth a flash of something else
const SAID_AFTER_MS = 250;
const WAITS_FOR_MS = 800; // after which a poster plays in place of a clip that is still being made
const AHEAD_S = 2.5; // how long before it is seen a clip is opened

/**
 * Shows the film on a canvas: the exact frame while it stands, the newest pictures there are while it plays. The canvas says in
 * `data-frame` which frame it shows, and in `data-exact` whether all of it is there.
 */
export class Player {
  readonly #parts: PlayerParts;
  readonly #context: CanvasRenderingContext2D;
  readonly #clock = filmClock(() => performance.now());
  #film: PlayedFilm | null = null;
  #size = { width: 0, height: 0 };
  #frame = 0;
  #rate = 0;
  #isLooping = false;
  #request = 0;
  #waitsSinceMs: number | null = null;
  #isStale = false;
  #isShowing = false;
  #wake: () => void = () => {};
  #isDisposed = false;
  #isTelling = false;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    const context = parts.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('the browser gave no canvas to draw on');
    this.#context = context;
  }

  /** Where the film is, in seconds: a sound that joins begins there. */
  nowS(): number {
    return this.#rate === 0 ? this.#frame / (this.#film?.framesPerS ?? 30) : this.#clock.nowS();
  }

  setFilm(film: PlayedFilm): void {
    this.#film = film;
    this.refresh();
  }

  /** Pixels of the canvas; it is painted anew. */
  setSize(width: number, height: number): void {
    this.#size = { width, height };
    this.refresh();
  }

  setLooping(isLooping: boolean): void {
    this.#isLooping = isLooping;
  }

  /** Something that is drawn was changed, or is there now. */
  refresh(): void {
    if (this.#rate <= 0) this.#showSoon();
  }

  /** Goes to a frame, and plays on from there if it plays. */
  seek(frame: number): void {
    if (frame === this.#frame || this.#isTelling) return;
    this.#frame = frame;
    if (this.#rate !== 0) this.#begin();
    this.refresh();
  }

  setRate(rate: number): void {
    if (rate === this.#rate) return;
    const last = (this.#film?.plan.lengthFrames ?? 0) - 1;
    if (rate > 0 && this.#frame >= last) this.#frame = 0; // at the end, to play is to play again
    this.#rate = rate;
    if (rate !== 0) this.#begin();
    else {
      cancelAnimationFrame(this.#request);
      this.#clock.hold();
      this.#parts.sound.pause();
      this.#parts.pictures.pause();
      this.#stopWaiting();
      this.#showSoon();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    cancelAnimationFrame(this.#request);
    this.#wake();
  }

  #begin(): void {
    if (!this.#film) return;
    this.#clock.start(this.#frame / this.#film.framesPerS, this.#rate);
    this.#parts.sound.pause();
    if (this.#rate > 0) this.#parts.sound.play(this.#rate);
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(this.#tick);
  }

  readonly #tick = (): void => {
    const film = this.#film;
    if (!film || this.#rate === 0 || this.#isDisposed) return;
    this.#request = requestAnimationFrame(this.#tick);
    const heardS = this.#parts.sound.nowS();
    if (heardS !== null) this.#clock.set(heardS);
    const exact = this.#clock.nowS() * film.framesPerS;
    const frame = Math.floor(exact + 1e-6);
    if (frame < 0 || frame >= film.plan.lengthFrames) return this.#end(film);
    if (this.#rate < 0) this.#back(frame);
    else this.#forward(film, frame, exact - frame);
  };

  /** Backwards nothing plays: each frame is asked for, and the newest asked for is shown. */
  #back(frame: number): void {
    if (frame === this.#frame) return;
    this.#frame = frame;
    this.#showSoon();
  }

  #forward(film: PlayedFilm, frame: number, fraction: number): void {
    const { pictures, overlays } = this.#parts;
    const due = frameAt(film.plan, film, frame);
    const from = due.from && pictures.live(due.from, fraction, this.#rate);
    const to = due.to && pictures.live(due.to, fraction, this.#rate);
    const next = comingUp(film.plan, frame, Math.ceil(AHEAD_S * film.framesPerS * this.#rate));
    for (const shown of next.clips) if (shown.clip.id !== due.to?.clip.id) pictures.cue(shown);
    for (const placed of next.overlays) overlays.prepare(placed, film);
    pictures.keepOnly(new Set([due.from, due.to, ...next.clips].flatMap((shown) => (shown ? [shown.clip.id] : []))));
    const isThere = (shown: Shown | null, live: LivePicture | null): boolean =>
      !shown || (live !== null && (!live.isStandIn || this.#waitedMs() > WAITS_FOR_MS));
    if (!isThere(due.from, from) || !isThere(due.to, to)) return this.#hold();
    this.#goOn(frame);
    const painted = due.from && from ? paintedFrame(frame, due.from.sourceFrame, from) : frame;
    const parts = painted === frame ? due : frameAt(film.plan, film, painted);
    const isSameShot = parts.from?.clip.id === due.from?.clip.id && parts.to?.clip.id === due.to?.clip.id;
    const pictureOf = ({ clip }: Shown): Picture | null => (clip.id === due.from?.clip.id ? from : to)?.picture ?? null;
    this.#advance(film, isSameShot ? { frame: painted, parts } : { frame, parts: due }, pictureOf);
  }

  /** Paints a frame of the film that plays, unless it is there already or lies behind what is. */
  #advance(
    film: PlayedFilm,
    { frame, parts }: { readonly frame: number; readonly parts: FilmFrame },
    pictureOf: (shown: Shown) => Picture | null,
  ): void {
    const { canvas } = this.#parts;
    if (frame < this.#frame) return;
    if (canvas.dataset['frame'] === String(frame) && canvas.dataset['exact'] === 'true') return;
    this.#paint(film, frame, parts, pictureOf, true);
    this.#frame = frame;
    this.#tell(frame);
  }

  /** Nothing to show yet: the clock waits, and the sound with it. */
  #hold(): void {
    if (this.#waitedMs() > SAID_AFTER_MS) this.#parts.onWaiting(true);
    if (this.#waitsSinceMs !== null) return;
    this.#waitsSinceMs = performance.now();
    this.#clock.hold();
    this.#parts.sound.pause();
  }

  #goOn(frame: number): void {
    if (this.#waitsSinceMs === null || !this.#film) return;
    this.#stopWaiting();
    this.#clock.start(Math.max(this.#clock.nowS(), frame / this.#film.framesPerS), this.#rate);
    this.#parts.sound.play(this.#rate);
  }

  #waitedMs(): number {
    return this.#waitsSinceMs === null ? 0 : performance.now() - this.#waitsSinceMs;
  }

  #stopWaiting(): void {
    this.#waitsSinceMs = null;
    this.#parts.onWaiting(false);
  }

  #end({ plan }: PlayedFilm): void {
    if (this.#isLooping && plan.lengthFrames > 0) {
      this.#frame = this.#rate > 0 ? 0 : plan.lengthFrames - 1;
      return this.#begin();
    }
    this.#frame = this.#rate > 0 ? Math.max(0, plan.lengthFrames - 1) : 0;
    this.#tell(this.#frame);
    this.#parts.onEnd();
  }

  /** Whoever is told moves the playhead, and comes back with it. */
  #tell(frame: number): void {
    this.#isTelling = true;
    this.#parts.onFrame(frame);
    this.#isTelling = false;
  }

  #showSoon(): void {
    this.#isStale = true;
    this.#parts.canvas.dataset['exact'] = 'false';
    this.#wake();
    if (!this.#isShowing) void this.#showAll();
  }

  /** Shows what was asked for last, until nothing newer was asked for meanwhile. */
  async #showAll(): Promise<void> {
    this.#isShowing = true;
    try {
      while (this.#isStale && !this.#isDisposed && this.#film && this.#rate <= 0) {
        this.#isStale = false;
        await this.#showExactly(this.#film, this.#frame);
      }
    } finally {
      this.#isShowing = false;
    }
  }

  async #showExactly(film: PlayedFilm, frame: number): Promise<void> {
    const { pictures, overlays, onWaiting } = this.#parts;
    const due = frameAt(film.plan, film, frame);
    const found = new Map<string, Picture>();
    const parts = [due.from, due.to].filter((shown) => shown !== null);
    const all = Promise.all(parts.map(async (shown) => found.set(shown.clip.id, await pictures.exact(shown))));
    const isSoon = await Promise.race([all.then(() => true), after(STAND_IN_AFTER_MS)]);
    if (this.#isOver()) return;
    const pictureOf = ({ clip }: Shown): Picture | null => found.get(clip.id) ?? null;
    if (!isSoon) {
      onWaiting(true);
      this.#standIn(film, frame, due, pictureOf);
      const isThere = await Promise.race([all.then(() => true), this.#newer()]);
      onWaiting(false);
      if (!isThere || this.#isOver()) return;
    }
    this.#paint(film, frame, due, pictureOf, true);
    if (this.#rate < 0) this.#tell(frame);
    for (const { placed } of due.overlays) overlays.prepare(placed, film);
  }

  /** Posters, where a clip takes its time; not over a picture that is right already, and never black over anything. */
  #standIn(film: PlayedFilm, frame: number, due: FilmFrame, pictureOf: (shown: Shown) => Picture | null): void {
    if (this.#parts.canvas.dataset['frame'] === String(frame)) return;
    const standIn = (shown: Shown): Picture | null => pictureOf(shown) ?? this.#parts.pictures.standIn(shown);
    const isWhole = [due.from, due.to].every((shown) => !shown || standIn(shown) !== null);
    if (isWhole) this.#paint(film, frame, due, standIn, false);
  }

  /** What was waited for is not wanted any more. */
  #isOver(): boolean {
    return this.#isDisposed || this.#rate > 0;
  }

  /** When something else is asked for than what is waited for. */
  #newer(): Promise<false> {
    if (this.#isStale) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#wake = () => resolve(false);
    });
  }

  #paint(
    film: PlayedFilm,
    frame: number,
    parts: FilmFrame,
    pictures: (shown: Shown) => Picture | null,
    areExact: boolean,
  ): void {
    const { canvas, overlays } = this.#parts;
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, this.#size);
    const { isExact } = renderFrame(this.#context, parts, { pictures, overlays, film });
    canvas.dataset['exact'] = String(areExact && isExact);
    if (areExact) canvas.dataset['frame'] = String(frame);
  }
}

const after = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
