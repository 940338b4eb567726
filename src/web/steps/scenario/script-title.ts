import type { StyleGuide } from '#contract/style-guide.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { formatSeconds } from '../../app/format.ts';
import { placesOf } from './film-lengths.ts';
import type { Rewrite } from './proposals-by-scene.ts';

const MOST_TONE = 40; // characters; a longer tone is a text of its own

interface Told {
  readonly scenes: readonly ScenarioScene[];
  readonly rewrites: ReadonlyMap<string, Rewrite>;
  /** The scenes in which the same was written here and elsewhere. */
  readonly clashing: ReadonlySet<string>;
  readonly style: StyleGuide;
}

/** What is true of the script now, or what waits in it. */
export function scriptTitle(t: Catalogue['scenario'], { scenes, rewrites, clashing, style }: Told): string {
  const clash = scenes.findIndex(({ id = '' }) => clashing.has(id));
  if (clash >= 0) return t.titleConflict(clash + 1);
  const waiting = scenes.flatMap(({ id = '' }, place) => (rewrites.get(id)?.kind === 'proposed' ? [place + 1] : []));
  const [first] = waiting;
  if (first !== undefined) return waiting.length === 1 ? t.titleOneProposal(first) : t.titleProposals(waiting.length);
  const { totalS } = placesOf(scenes);
  const whole = Math.round(totalS);
  const seconds = Math.abs(totalS - whole) < 0.05 ? String(whole) : formatSeconds(totalS);
  return t.title(scenes.length, seconds, toneOf(style));
}

/** "Calm and warm." goes on a sentence as "calm and warm". */
function toneOf({ tone = '' }: StyleGuide): string {
  const words = tone.trim().replace(/[.!]+$/, '');
  if (words.length > MOST_TONE) return '';
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
}
