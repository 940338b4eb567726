import { TransitionType } from '#contract/scene.ts';
import { Timeline, TIMELINE_SCHEMA_VERSION } from '#contract/timeline.ts';
import { joinsOf, outputLengthFrames, placeClips } from '#domain/timeline/nominal-to-output.ts';
import type { z } from 'zod';
import type { TestMedium } from './parity-clips.ts';
import type { Film, FrameSize } from './parity-studio.ts';

export type TimelineInput = z.input<typeof Timeline>;
export type Text = NonNullable<TimelineInput['texts']>[number];
export type Picture = NonNullable<TimelineInput['images']>[number];

/** A clip of a film that is laid end to end. */
export interface Shot {
  readonly medium: TestMedium;
  readonly frames: number;
  readonly from?: number;
  readonly transition?: { readonly type: TransitionType; readonly durationFrames: number };
}

/** A timeline of clips end to end, and what lies over them. */
export function timelineOf(
  film: FrameSize,
  shots: readonly Shot[],
  over: Pick<TimelineInput, 'texts' | 'images'> = {},
): Timeline {
  let at = 0;
  const clips = shots.map(({ medium, frames, from = 0, transition = null }, place) => {
    const startFrame = at;
    at += frames;
    const clip = { id: `clip-${String(place)}`, media: medium.media, startFrame, endFrame: at };
    return { ...clip, sourceStartFrame: from, transition };
  });
  const fps = { num: 30, den: 1 };
  return Timeline.parse({ schemaVersion: TIMELINE_SCHEMA_VERSION, fps, ...film, clips, ...over });
}

/** Frames of each overlay that is looked at: two where it stands still, since one is its first. */
const STILL = 2;

/** Overlays one after the other on black. */
export function filmOnBlack(
  film: FrameSize,
  speck: TestMedium,
  over: {
    readonly texts?: readonly Omit<Text, 'id' | 'startFrame' | 'endFrame'>[];
    readonly images?: readonly Omit<Picture, 'id' | 'startFrame' | 'endFrame'>[];
  },
): Film & { readonly names: ReadonlyMap<number, string> } {
  let at = 1; // after the clip without which there would be no film
  const names = new Map<number, string>();
  const placed = <One extends { readonly animation?: Text['animation'] }>(
    kind: string,
    overlays: readonly One[] = [],
  ) =>
    overlays.map((overlay, place) => {
      const startFrame = at;
      const { inFrames = 0, outFrames = 0, staggerFrames = 0 } = overlay.animation ?? {};
      const comes = inFrames + 2 * staggerFrames;
      const length = overlay.animation ? comes + outFrames + 4 : STILL;
      at += length;
      const looked = overlay.animation
        ? [0, 1, comes >> 1, comes, length - outFrames, length - 1 - (outFrames >> 1), length - 1]
        : [0];
      for (const frame of looked) names.set(startFrame + frame, `${kind} ${String(place)}: ${saying(overlay)}`);
      return { ...overlay, id: `${kind}-${String(place)}`, startFrame, endFrame: at };
    });
  const texts = placed('text', over.texts);
  const images = placed('image', over.images);
  const timeline = Timeline.parse({
    ...timelineOf(film, []),
    clips: [
      { id: 'first', media: speck.media, startFrame: 0, endFrame: 1 },
      { id: 'last', media: speck.media, startFrame: at, endFrame: at + 1 },
    ],
    texts,
    images,
  });
  return { timeline, media: [speck], frames: [...names.keys()], names };
}

/** What is special of an overlay, for the table. */
function saying(overlay: object): string {
  const special = Object.entries(overlay).filter(([key]) => !['fontSize', 'media'].includes(key));
  return JSON.stringify(Object.fromEntries(special)).slice(1, 70);
}

/** Every transition once, looked at in its first, middle and last frame. */
export function filmOfTransitions(film: FrameSize, media: readonly TestMedium[]): Film {
  const [first, second] = media as [TestMedium, TestMedium];
  const lengths = [7, 8, 9];
  const shots: readonly Shot[] = [...TransitionType.options, null].map((type, place) => ({
    medium: place % 2 === 0 ? first : second,
    frames: 22,
    from: place % 3,
    ...(type === null ? {} : { transition: { type, durationFrames: lengths[place % 3] ?? 8 } }),
  }));
  const timeline = timelineOf(film, shots);
  const frames = placeClips(timeline.clips).flatMap(({ transition }) =>
    transition === null
      ? []
      : [transition.startFrame, Math.floor((transition.startFrame + transition.endFrame) / 2), transition.endFrame - 1],
  );
  if (joinsOf(timeline.clips).length < TransitionType.options.length - 1) throw new Error('a transition was lost');
  return { timeline, media, frames: [...new Set([0, ...frames, outputLengthFrames(timeline) - 1])] };
}
