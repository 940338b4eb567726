import type { FontFamily } from '#contract/font.ts';
import type { MediaRef } from '#contract/timeline.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { momentAt, momentsOf, shapeOf, type TimedMoment } from '#effects/titles/moments-of.ts';
import { overlayAt } from '#effects/titles/overlay-at.ts';
import { type AtHome, atHome } from './at-home.ts';
import { bitmapCache, type KeptBitmap } from './bitmap-cache.ts';
import { drawingQueue } from './drawing-queue.ts';
import type { FilmSize, OverlayBitmaps } from './overlay-bitmap.ts';
import type { Drawn, Look } from './titles-messages.ts';
import type { WhyNotDrawn } from './why-not-drawn.ts';

/** What overlays are drawn with. Both are asked anew for each drawing. */
export interface OverlayNeeds {
  readonly fonts: () => Promise<readonly FontFamily[]>;
  /** Where a picture is; null where it is not there. */
  readonly urlOf: (media: MediaRef) => string | null;
}

const MOST_BYTES = 160_000_000; // a full frame of 1080 × 1920 is 8 MB, a line of words a tenth of that
const MOST_LOOKS = 1000; // each is its overlay written out; a size that is pulled leaves dozens
const AGAIN_AFTER_MS = 4_000; // what could not be drawn: the network may be back, the picture uploaded; each time twice as long
const AGAIN_AT_MOST_AFTER_MS = 60_000;

/** What could not be drawn, and when it is tried again. */
interface Failure {
  readonly message: string;
  readonly why: WhyNotDrawn;
  readonly waitMs: number;
  readonly untilMs: number;
}

/** What is asked for in one frame. */
interface Asked {
  readonly placed: PlacedOverlay;
  readonly frame: number;
  readonly film: FilmSize;
  readonly home: AtHome;
}

/** Opens the drawing of overlays. The worker, CanvasKit and the fonts are loaded when the first of them is asked for. */
export function openOverlayBitmaps(needs: OverlayNeeds): OverlayBitmaps {
  const kept = bitmapCache(MOST_BYTES);
  const looks = new Map<string, Look>();
  const failures = new Map<string, Failure>();
  const lastShown = new Map<string, { readonly name: string; readonly bitmap: KeptBitmap }>(); // by the overlay's id
  const ahead = new Map<string, Asked>();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  let again: ReturnType<typeof setTimeout> | undefined;

  const queue = drawingQueue({
    requestOf: async ({ placed, frame, film, home }: Asked) => ({
      look: home.look,
      placed: home.placed,
      frame,
      film: { ...film, x: 0 - home.shift.x, y: 0 - home.shift.y },
      pictureUrl: placed.kind === 'image' ? needs.urlOf(placed.overlay.media) : null,
      fonts: placed.kind === 'text' ? await needs.fonts() : [],
    }),
    isDue: (asked) => !hasFailed(asked.home.look) && !isDrawn(asked),
    onDrawn: (asked, drawn) => {
      take(asked, drawn);
      tell();
    },
    onIdle: () => nextAhead(),
  });

  const take = (asked: Asked, drawn: Drawn): void => {
    const { look } = asked.home;
    if ('still' in drawn) return;
    if ('failure' in drawn) {
      const waitMs = Math.min((failures.get(look)?.waitMs ?? AGAIN_AFTER_MS / 2) * 2, AGAIN_AT_MOST_AFTER_MS);
      failures.set(look, { message: drawn.failure, why: drawn.why, waitMs, untilMs: performance.now() + waitMs });
      tryLater();
      return;
    }
    failures.delete(look);
    looks.set(look, drawn.look);
    for (const oldest of looks.keys()) {
      if (looks.size <= MOST_LOOKS) break;
      looks.delete(oldest); // one that is still shown is drawn again
    }
    const moment = momentAt(timesOf(drawn.look, asked.placed), asked.frame);
    if (moment) kept.set(nameOf(asked, drawn.look, shapeOf(moment)), drawn);
    else drawn.image?.close();
  };

  /** The next drawing of what will be asked for; null when all of it is there. */
  const nextAhead = (): Asked | null => {
    for (const [id, asked] of ahead) {
      const missing = hasFailed(asked.home.look) ? null : firstMissing(asked);
      if (missing !== null) return { ...asked, frame: missing };
      ahead.delete(id);
    }
    return null;
  };

  const isDrawn = (asked: Asked): boolean => {
    const look = looks.get(asked.home.look);
    const moment = look && momentAt(timesOf(look, asked.placed), asked.frame);
    return look !== undefined && (!moment || kept.has(nameOf(asked, look, shapeOf(moment))));
  };

  const firstMissing = (asked: Asked): number | null => {
    const look = looks.get(asked.home.look);
    if (!look) return asked.frame;
    const times = timesOf(look, asked.placed);
    return times.find(({ moment }) => !kept.has(nameOf(asked, look, shapeOf(moment))))?.fromFrame ?? null;
  };

  const hasFailed = (look: string): boolean => {
    const failure = failures.get(look);
    return failure !== undefined && performance.now() < failure.untilMs;
  };

  /** Whoever shows what failed asks for it again once its time has come. */
  const tryLater = (): void => {
    clearTimeout(again);
    const next = Math.min(
      ...[...failures.values()].map(({ untilMs }) => untilMs).filter((ms) => ms > performance.now()),
    );
    if (next < Infinity) again = setTimeout(goOn, next - performance.now() + 1);
  };
  const goOn = (): void => {
    tryLater();
    tell();
  };
  const tryAgain = (): void => {
    for (const [look, failure] of failures) failures.set(look, { ...failure, waitMs: AGAIN_AFTER_MS / 2, untilMs: 0 });
    tell();
  };
  const back = new AbortController();
  globalThis.addEventListener?.('online', tryAgain, { signal: back.signal });

  const get: OverlayBitmaps['get'] = (placed, frame, film) => {
    const { overlay } = placed;
    const alpha = overlay.opacity * alphaAt(placed, frame);
    if (frame < 0 || frame >= placed.endFrame - placed.startFrame || alpha <= 0) return null;
    const asked = { placed, frame, film, home: homeOf(placed, film) };
    const { look: lookName, shift } = asked.home;
    const look = looks.get(lookName);
    const moment = look && momentAt(timesOf(look, placed), frame);
    const name = look && moment ? nameOf(asked, look, shapeOf(moment)) : null;
    const exact = name === null ? undefined : kept.get(name);
    if (exact && name !== null) lastShown.set(overlay.id, { name, bitmap: exact });
    else if (hasFailed(lookName)) return null;
    else queue.want(overlay.id, asked);
    const last = lastShown.get(overlay.id);
    const shown = exact ?? (last && kept.get(last.name) === last.bitmap ? last.bitmap : undefined);
    if (!shown) return failures.has(lookName) ? null : 'pending';
    const { image, x, y } = shown;
    return image && { image, x: x + shift.x, y: y + shift.y, alpha, isExact: shown === exact };
  };

  const onReady: OverlayBitmaps['onReady'] = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  return {
    get,
    onReady,
    load: (placed, frame, film) =>
      new Promise((resolve, reject) => {
        const { look } = homeOf(placed, film);
        const settle = (): boolean => {
          const bitmap = get(placed, frame, film);
          const failure = failures.get(look);
          if (failure && hasFailed(look)) reject(new Error(failure.message));
          else if (failure) return false; // it is tried again
          else if (bitmap === 'pending' || bitmap?.isExact === false) return false;
          else resolve(bitmap);
          return true;
        };
        if (settle()) return;
        const stop = onReady(() => {
          if (settle()) stop();
        });
      }),
    prepare: (placed, film) => {
      ahead.set(placed.overlay.id, { placed, frame: 0, film, home: homeOf(placed, film) });
      queue.wake();
    },
    still: (url, film) => queue.still(url, film),
    sizeOf: (placed) => sizeIn(looks, placed),
    whyNot: (placed, film) => (failures.size === 0 ? null : (failures.get(homeOf(placed, film).look)?.why ?? null)),
    tryAgain,
    close: () => {
      clearTimeout(again);
      back.abort();
      queue.close();
      listeners.clear();
      kept.clear();
    },
  };
}

/** Of an overlay it does not matter where it stands, so that any film will do. */
function sizeIn(looks: ReadonlyMap<string, Look>, placed: PlacedOverlay): FilmSize | null {
  if (placed.kind === 'image') return { width: placed.overlay.width, height: placed.overlay.height };
  for (const film of filmsAsked.get(placed.overlay)?.values() ?? []) {
    const look = looks.get(film.look);
    if (look) return look.size;
  }
  return null;
}

const filmsAsked = new WeakMap<object, Map<string, AtHome>>(); // asked for again in each frame that is shown

function homeOf(placed: PlacedOverlay, film: FilmSize): AtHome {
  const films = filmsAsked.get(placed.overlay) ?? new Map<string, AtHome>();
  filmsAsked.set(placed.overlay, films);
  const key = `${film.width}x${film.height}`;
  const home = films.get(key) ?? atHome(placed, film);
  films.set(key, home);
  return home;
}

const timesKnown = new WeakMap<object, { readonly key: string; readonly times: readonly TimedMoment[] }>();

function timesOf({ lineCount, hasRule }: Look, placed: PlacedOverlay): readonly TimedMoment[] {
  const { overlay } = placed;
  const lengthFrames = placed.endFrame - placed.startFrame;
  const key = `${lengthFrames} ${lineCount}`;
  const known = timesKnown.get(overlay);
  if (known?.key === key) return known.times;
  const times = momentsOf({ lineCount, hasRule, lengthFrames, animation: overlay.animation });
  timesKnown.set(overlay, { key, times });
  return times;
}

/** How far an overlay has come or gone; its words have nothing to do with it. */
function alphaAt(placed: PlacedOverlay, frame: number): number {
  const lengthFrames = placed.endFrame - placed.startFrame;
  return overlayAt({ lineCount: 0, hasRule: false, lengthFrames, animation: placed.overlay.animation }, frame).alpha;
}

function nameOf({ film, home }: Asked, { isWhole }: Look, shape: string): string {
  const cut = isWhole ? '' : JSON.stringify([film, home.shift]);
  return `${home.look}\n${shape}\n${cut}`;
}
