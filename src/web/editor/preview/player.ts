import { frameAt, type Shown } from '#effects/frame-at.ts';
import type { OverlayBitmaps } from '../titles/overlay-bitmap.ts';
import type { ClipPictures, LivePicture } from './clip-pictures.ts';
import { comingUp } from './coming-up.ts';
import { ExactFrames } from './exact-frames.ts';
import { type DueFrame, FilmCanvas, type ShownFilm } from './film-canvas.ts';
import { filmClock } from './film-clock.ts';
import type { FilmSound } from './film-sound.ts';
import { paintedFrame } from './painted-frame.ts';
import type { Picture } from './render-frame.ts';

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

const SAID_AFTER_MS = 250; // what is over sooner need not be said
const WAITS_FOR_MS = 800; // after which a poster plays in place of a clip that is still being made
const AHEAD_S = 2.5; // how long before it is seen a clip is opened

/** Shows the film on a canvas: the exact frame while it stands or goes back, the newest pictures there are while it plays. */
export class Player {
  readonly #parts: PlayerParts;
  readonly #canvas: FilmCanvas;
  readonly #exact: ExactFrames;
  readonly #clock = filmClock(() => performance.now());
  #film: ShownFilm | null = null;
  #frame = 0;
  #rate = 0;
  #isLooping = false;
  #request = 0;
  #waitsSinceMs: number | null = null;
  #isTelling = false;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#canvas = new FilmCanvas(parts.canvas, parts.overlays);
    this.#exact = new ExactFrames({
      ...parts,
      canvas: this.#canvas,
      onShown: (frame) => {
        if (this.#rate < 0) this.#tell(frame);
      },
    });
  }

  /** Where the film is, in seconds: a sound that joins begins there. */
  nowS(): number {
    return this.#rate === 0 ? this.#frame / (this.#film?.framesPerS ?? 30) : this.#clock.nowS();
  }

  /** Another edit of the film, or what it is made of is elsewhere. */
  setFilm(film: ShownFilm, change: 'edit' | 'sources'): void {
    this.#film = film;
    if (change === 'sources' || !this.#exact.isFor(film, this.#frame)) this.refresh();
  }

  /** Pixels of the canvas; it is painted anew. */
  setSize(width: number, height: number): void {
    this.#canvas.setSize(width, height);
    this.refresh();
  }

  setLooping(isLooping: boolean): void {
    this.#isLooping = isLooping;
  }

  /** Something that is drawn was changed, or is there now. */
  refresh(): void {
    if (this.#rate <= 0 && this.#film) this.#exact.show(this.#film, this.#frame);
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
    this.#rate = rate;
    if (rate > 0 && this.#frame >= last) {
      this.#frame = 0; // at the end, to play is to play again
      this.#tell(0);
    }
    if (rate !== 0) this.#begin();
    else {
      cancelAnimationFrame(this.#request);
      this.#clock.hold();
      this.#parts.sound.pause();
      this.#parts.pictures.pause();
      this.#stopWaiting();
      this.refresh();
    }
  }

  dispose(): void {
    this.#rate = 0;
    cancelAnimationFrame(this.#request);
    this.#exact.stop();
  }

  #begin(): void {
    if (!this.#film) return;
    this.#clock.start(this.#frame / this.#film.framesPerS, this.#rate);
    this.#parts.sound.pause();
    if (this.#rate > 0) {
      this.#exact.stop();
      this.#parts.sound.play(this.#rate);
    }
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(this.#tick);
  }

  readonly #tick = (): void => {
    const film = this.#film;
    if (!film || this.#rate === 0) return;
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
    this.refresh();
  }

  #forward(film: ShownFilm, frame: number, fraction: number): void {
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
    this.#advance(isSameShot ? { film, frame: painted, parts } : { film, frame, parts: due }, pictureOf);
  }

  /** Paints a frame of the film that plays, unless it is there already or lies behind what is. */
  #advance(due: DueFrame, pictureOf: (shown: Shown) => Picture | null): void {
    if (due.frame < this.#frame || this.#canvas.showsExactly(due.frame)) return;
    this.#canvas.paint(due, pictureOf, 'exact');
    this.#frame = due.frame;
    this.#tell(due.frame);
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

  #end({ plan }: ShownFilm): void {
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
}
