import type { Framing } from '#contract/export.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Timeline } from '#contract/timeline.ts';

/** A medium that goes along with a film. */
export interface DeliveredMedium {
  /** Relative to the film's own folder, with `/`. */
  readonly path: string;
  readonly name: string;
  readonly facts: MediaFacts;
}

/** A film on its way to another editor. */
export interface DeliveredFilm {
  readonly name: string;
  readonly timeline: Timeline;
  /** How a clip of another shape fills the frame. */
  readonly framing: Framing;
  /** By content hash; what of the timeline is still there. */
  readonly media: ReadonlyMap<string, DeliveredMedium>;
}
