import type { DerivedKind } from '#contract/derived.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Derivation } from './derivation.ts';
import { drawFilmstrip } from './filmstrip.ts';
import { measurePeaks } from './peaks.ts';
import { drawPoster } from './poster.ts';
import { encodeProxy } from './proxy.ts';

const makers = {
  poster: drawPoster,
  filmstrip: drawFilmstrip,
  peaks: measurePeaks,
  proxy: encodeProxy,
} as const satisfies Record<DerivedKind, (derivation: Derivation) => Promise<void>>;

/** What can be made of a kind of media. */
export const DERIVED_OF = {
  image: ['poster'],
  video: ['poster', 'filmstrip', 'peaks', 'proxy'],
  audio: ['peaks'],
} as const satisfies Record<MediaFacts['kind'], readonly DerivedKind[]>;

/**
 * Makes one derived file of a media file.
 *
 * @throws Problem `ffmpeg_failed`, `media_unreadable`
 */
export function deriveMedia(kind: DerivedKind, derivation: Derivation): Promise<void> {
  return makers[kind](derivation);
}
