import type { Timeline } from '#contract/timeline.ts';
import { filmSpanOf, soundAt } from './film-spans.ts';
import { insertClips } from './insert-clip.ts';
import { itemsOf } from './items.ts';
import { settleClips } from './settle-clips.ts';
import { patched } from './sharing.ts';

const ASIDE = 1 / 30; // of the frame's shorter side: as far as a copy lies from what it was made of, so that both are seen

/**
 * Makes a second one of each: clips in a row after the last of them, texts and pictures at the same time and a little aside,
 * sounds right after themselves.
 *
 * @param newIds an id that nothing has for each of the ids, in order
 */
export function duplicateItems(
  timeline: Timeline,
  { ids, newIds }: { readonly ids: readonly string[]; readonly newIds: readonly string[] },
): Timeline {
  const found = itemsOf(timeline).filter(({ item }) => ids.includes(item.id));
  if (found.length === 0) return timeline;
  const settled = settleClips(timeline);
  const named = <Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] =>
    things
      .filter(({ id }) => ids.includes(id))
      .map((thing) => ({ ...thing, id: newIds[ids.indexOf(thing.id)] ?? thing.id }));
  const index = settled.clips.findLastIndex(({ id }) => ids.includes(id)) + 1;
  const withClips = insertClips(settled, { clips: named(settled.clips), index });
  const aside = Math.round(Math.min(timeline.width, timeline.height) * ASIDE);
  const beside = <Overlay extends { readonly centerX: number; readonly centerY: number }>(
    overlay: Overlay,
  ): Overlay => ({
    ...overlay,
    centerX: overlay.centerX + aside,
    centerY: overlay.centerY + aside,
  });
  return patched(withClips, {
    texts: [...withClips.texts, ...named(withClips.texts).map(beside)],
    images: [...withClips.images, ...named(withClips.images).map(beside)],
    audio: [
      ...withClips.audio,
      ...named(withClips.audio)
        .filter(({ endFrame }) => endFrame !== undefined)
        .map((track) => {
          const { startFrame, endFrame } = filmSpanOf(withClips, { kind: 'audio', item: track });
          return soundAt(withClips, track, { startFrame: endFrame, lengthFrames: endFrame - startFrame });
        }),
    ],
  });
}
