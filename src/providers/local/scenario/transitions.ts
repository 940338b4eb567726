import type { Tempo } from '#contract/style-guide.ts';
import type { Random } from '../picture/random.ts';

/** The kinds a film of a tempo is joined with: the usual one first, then what sets off a turn. */
const kinds: Readonly<Record<Tempo, readonly (readonly [string, string, string])[]>> = {
  fast: [
    ['cut', 'slideup', 'wipeleft'],
    ['cut', 'slideleft', 'wipeup'],
    ['cut', 'wipeleft', 'slideleft'],
  ],
  medium: [
    ['fade', 'slideleft', 'wipeup'],
    ['fade', 'wipeleft', 'slideup'],
    ['fade', 'slideup', 'wipeleft'],
  ],
  slow: [
    ['fade', 'dissolve', 'wiperight'],
    ['fade', 'dissolve', 'slideleft'],
  ],
};

/** The outgoing join of every scene: at most three kinds in a film, most of them the simple one; the last scene has none. */
export function chooseTransitions(sceneCount: number, tempo: Tempo, random: Random): readonly string[] {
  const [usual, second, third] = random.pick(kinds[tempo]);
  return Array.from({ length: sceneCount }, (_, place) => {
    if (place === sceneCount - 1) return 'cut';
    if (place % 4 === 1) return second;
    return place % 4 === 2 ? third : usual;
  });
}
