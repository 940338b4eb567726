import type { Look, Shot } from './look.ts';
import { hookByType, lookTraits, looksByType } from './look-traits.ts';
import { matchesStem } from './picture-words.ts';
import { randomFrom } from './random.ts';
import type { LookRecipe } from './recipe.ts';

/** What a look is chosen from. All words are folded (see `wordsOf`). */
export interface LookQuestion {
  readonly projectType: string;
  /** Words of the film: the same for all of its scenes. */
  readonly subjectWords: readonly string[];
  readonly sceneWords: readonly string[];
  /** Words of the negative prompt and of what the style guide forbids. */
  readonly avoidWords: readonly string[];
  readonly sceneIndex: number;
  readonly sceneCount: number;
  readonly seed: number;
  /** The looks of the earlier scenes, in order; fewer than there are scenes when they are drawn at the same time. */
  readonly earlier: readonly LookRecipe[];
}

export interface LookChoice {
  readonly look: Look;
  readonly shot: Shot;
  readonly composition: number;
}

const MOST_LOOKS_IN_A_FILM = 3; // one palette does not hold more together

/** More than one matching word: a film about a bottle shows the bottle. */
const PORTRAIT_SCORE = 5;

/** Places in a film's looks. */
const HERO = 0;
const HOOK = 1;
const CLOSING = 2;

const CLOSE_STEMS = ['close', 'macro', 'detail', 'closeup', 'yakin*', 'detay*', 'makro'];
const WIDE_STEMS = [
  'wide',
  'panorama*',
  'landscape',
  'aerial',
  'establishing',
  'skyline',
  'genis',
  'manzara*',
  'havadan',
];

/**
 * Chooses how a scene is drawn: a look of the film's at most three, a shot and a composition.
 *
 * The three looks hang on the film's words alone, so that scenes drawn at the same time agree without knowing of each
 * other; then the composition hangs on the scene's place as well. Else the seed chooses among what was not shown yet.
 */
export function chooseLook(looks: readonly Look[], question: LookQuestion): LookChoice {
  const film = looksOfFilm(looks, question);
  const last = question.earlier.at(-1);
  const shotAsked = askedShot(question.sceneWords);
  const ranked = film
    .map((look, place) => ({ look, score: scoreInScene(look, place, question, last, shotAsked) }))
    .toSorted((left, right) => right.score - left.score);
  const look = ranked[0]?.look;
  if (look === undefined) throw new RangeError('there is no look to choose from');
  return { look, ...arrangement(look, question, last, shotAsked) };
}

/** The hero first, then the hook, then the closing look; earlier scenes that went another way come before the plan. */
function looksOfFilm(looks: readonly Look[], question: LookQuestion): readonly Look[] {
  const allowed = looks.filter((look) => !isForbidden(look.id, question.avoidWords));
  const pool = allowed.length > 0 ? allowed : looks;
  const { projectType, subjectWords } = question;
  const order = randomFrom('looks of film', projectType, ...subjectWords);
  const scored = pool.map((look) => ({
    look,
    score:
      typeScore(look.id, projectType) +
      3 * matches(look.id, subjectWords) +
      (portraysAny(look.id, subjectWords) ? PORTRAIT_SCORE : 0),
    lot: order.fork(look.id).next(),
  }));
  const best = (
    score: (entry: (typeof scored)[number]) => number,
    without: readonly (Look | undefined)[],
  ): Look | undefined =>
    scored
      .filter((entry) => !without.includes(entry.look))
      .toSorted((left, right) => score(right) - score(left) || left.lot - right.lot)[0]?.look;
  const hero = best((entry) => entry.score, []);
  const hook = best(
    ({ look, score }) => score + 2 * tactileOf(look) + (hookByType[projectType] === look.id ? 1.5 : 0),
    [hero],
  );
  const closing = best(({ look, score }) => score + 0.6 * calmOf(look), [hero, hook]);
  const planned = [hero, hook, closing].filter((look) => look !== undefined);
  const used = question.earlier.flatMap((recipe) => pool.find((look) => look.id === recipe.look) ?? []);
  const usedOffPlan = [...new Set(used)].filter((look) => !planned.includes(look));
  const kept = planned.slice(0, Math.max(1, MOST_LOOKS_IN_A_FILM - usedOffPlan.length));
  return [...kept, ...usedOffPlan].slice(0, MOST_LOOKS_IN_A_FILM);
}

function scoreInScene(
  look: Look,
  place: number,
  question: LookQuestion,
  last: LookRecipe | undefined,
  shotAsked: Shot | null,
): number {
  const { sceneIndex, sceneCount } = question;
  let score =
    3 * Math.min(2, matches(look.id, question.sceneWords) - matches(look.id, question.subjectWords)) +
    typeScore(look.id, question.projectType);
  if (question.earlier.some((recipe) => recipe.look === look.id)) score += 1;
  if (last?.look === look.id && (shotAsked === null || last.shot === shotAsked)) score -= 2;
  // A film of one or two scenes shows its hero; longer ones open near, show the hero every other scene, and close wide.
  if (sceneCount <= 2) return score + (place === HERO ? 6 : 0);
  if (sceneIndex === 0) return score + 2 * tactileOf(look) + (place === HOOK ? 6 : 0);
  if (sceneIndex === sceneCount - 1)
    return score + 2 * calmOf(look) + (place === HERO ? 3 : 0) - (place === HOOK ? 3 : 0);
  const isHeroTurn = sceneIndex % 2 === 1 || sceneCount <= 4;
  return (
    score +
    (place === HERO && isHeroTurn ? 7 : 0) +
    (place !== HERO && !isHeroTurn ? 5 : 0) +
    (place === CLOSING ? 1 : 0)
  );
}

function tactileOf(look: Look): number {
  return lookTraits[look.id]?.tactile ?? 0;
}

function calmOf(look: Look): number {
  return lookTraits[look.id]?.calm ?? 0;
}

function arrangement(
  look: Look,
  question: LookQuestion,
  last: LookRecipe | undefined,
  shotAsked: Shot | null,
): { shot: Shot; composition: number } {
  const isClosing = question.sceneIndex === question.sceneCount - 1 && question.sceneCount > 2;
  const shotWanted = shotAsked ?? (isClosing ? 'wide' : null);
  const possible = (['wide', 'close'] as const).flatMap((shot) =>
    Array.from({ length: look.compositions }, (_, composition) => ({ shot, composition })),
  );
  const isAlone = question.earlier.length < question.sceneIndex;
  const filters: readonly ((entry: (typeof possible)[number]) => boolean)[] = [
    (entry) => last?.look !== look.id || entry.composition !== last.composition,
    // Scenes drawn at the same time keep apart by their place; the seed is then left the shot and the layout.
    (entry) => !isAlone || entry.composition % 3 === slotOf(question),
    (entry) => shotWanted === null || entry.shot === shotWanted,
    (entry) => !wasShown(question.earlier, look, entry.composition, entry.shot),
    (entry) => !question.earlier.some((recipe) => recipe.look === look.id && recipe.composition === entry.composition),
  ];
  const left = filters.reduce((kept, filter) => {
    const passed = kept.filter(filter);
    return passed.length > 0 ? passed : kept;
  }, possible);
  const place = (((question.seed + question.sceneIndex) % left.length) + left.length) % left.length;
  const chosen = left[place] ?? { shot: 'wide', composition: 0 };
  return { shot: chosen.shot, composition: chosen.composition };
}

/** A third of the compositions for each scene: by its place, and for the last scene one that the hero did not have before. */
function slotOf({ sceneIndex, sceneCount }: LookQuestion): number {
  if (sceneIndex < sceneCount - 1 || sceneCount < 3) return sceneIndex % 3;
  const heroTurns = Array.from({ length: sceneCount - 1 }, (_, index) => index).filter(
    (index) => index > 0 && (index % 2 === 1 || sceneCount <= 4),
  );
  const before = (sceneIndex - 1) % 3;
  return (
    [2, 0, 1].find((slot) => !heroTurns.some((index) => index % 3 === slot)) ??
    [2, 0, 1].find((slot) => slot !== before) ??
    0
  );
}

function wasShown(earlier: readonly LookRecipe[], look: Look, composition: number, shot: Shot): boolean {
  return earlier.some(
    (recipe) => recipe.look === look.id && recipe.composition === composition && recipe.shot === shot,
  );
}

function askedShot(words: readonly string[]): Shot | null {
  if (words.some((word) => CLOSE_STEMS.some((stem) => matchesStem(word, stem)))) return 'close';
  return words.some((word) => WIDE_STEMS.some((stem) => matchesStem(word, stem))) ? 'wide' : null;
}

function typeScore(look: string, projectType: string): number {
  const place = (looksByType[projectType] ?? looksByType['blank'] ?? []).indexOf(look);
  return place === 0 ? 2 : place === 1 ? 1 : place === 2 ? 0.5 : 0;
}

function matches(look: string, words: readonly string[]): number {
  const stems = lookTraits[look]?.fits ?? [];
  return words.filter((word) => stems.some((stem) => matchesStem(word, stem))).length;
}

function portraysAny(look: string, words: readonly string[]): boolean {
  const stems = lookTraits[look]?.portrays ?? [];
  return words.some((word) => stems.some((stem) => matchesStem(word, stem)));
}

function isForbidden(look: string, avoidWords: readonly string[]): boolean {
  const stems = lookTraits[look]?.shows ?? [];
  return avoidWords.some((word) => stems.some((stem) => matchesStem(word, stem)));
}
