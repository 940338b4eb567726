import type { ProposalRequest, RewrittenScene, ScenarioRequest, WrittenScene } from '../../provider.ts';
import { randomFrom } from '../picture/random.ts';
import { moveSentence } from './camera-moves.ts';
import { directFilm } from './direct-film.ts';
import { roomIn } from './durations.ts';
import { readBrief } from './brief.ts';
import { shorten } from './sentences.ts';
import { type Wishes, wishesIn } from './wishes.ts';

const FILMS = 16; // tried for one that has not been seen yet

/**
 * Writes scenes of a script anew by rule, each as long as it is: the same question gives the same scenes, another attempt
 * others. What of the ask is beyond it is said in `notes`.
 */
export function proposeScenes(request: ProposalRequest): {
  readonly scenes: readonly RewrittenScene[];
  readonly notes: readonly string[];
} {
  const wishes = wishesIn(request.ask);
  const places = request.scenes.map((_, place) => place).filter((place) => isAsked(request, place));
  const films = filmsOf(request, wishes);
  const notes = new Set(notesOn(request.ask, wishes));
  const scenes: RewrittenScene[] = [];
  for (const place of places) scenes.push(rewritten(request, { place, films, wishes, done: scenes, notes }));
  return { scenes, notes: [...notes] };
}

const isAsked = ({ sceneIndex }: ProposalRequest, place: number): boolean =>
  sceneIndex === null || sceneIndex === place;

function notesOn(ask: string, { words, movement }: Wishes): readonly string[] {
  if (ask.trim() === '' || words !== null || movement !== null) return [];
  return [
    'The built-in engine writes by rule, so this is another version, not what you asked for. It can follow: words shorter, longer or none; more movement or calmer. A language model follows any words.',
  ];
}

/** Films of the same brief, one for each throw of the dice, begun elsewhere by each attempt. */
function filmsOf(
  { brief, scenes, attempt }: ProposalRequest,
  { movement }: Wishes,
): readonly (readonly WrittenScene[])[] {
  const tempo = movement === null ? null : movement === 'more' ? 'fast' : 'slow';
  const asked: ScenarioRequest = {
    ...brief,
    intent: {
      ...brief.intent,
      videoDurationS: scenes.reduce((sum, scene) => sum + scene.duration_seconds, 0),
      sceneCount: scenes.length,
    },
    styleGuide: tempo === null ? brief.styleGuide : { ...brief.styleGuide, tempo },
    analysis: brief.analysis === null || tempo === null ? brief.analysis : { ...brief.analysis, tempo },
  };
  return Array.from({ length: FILMS }, (_, film) => directFilm({ ...asked, seed: attempt * 1009 + film }));
}

/** What is known where one scene is written. */
interface Rewriting {
  readonly place: number;
  readonly films: readonly (readonly WrittenScene[])[];
  readonly wishes: Wishes;
  /** The scenes before it that were written anew. */
  readonly done: readonly RewrittenScene[];
  readonly notes: Set<string>;
}

function rewritten(request: ProposalRequest, rewriting: Rewriting): RewrittenScene {
  const { scenes, refused, brief } = request;
  const { place, films, wishes } = rewriting;
  const now = scenes[place];
  if (now === undefined) throw new RangeError(`there is no scene ${place}`);
  const seen = [now, ...refused.filter((one) => one.place === place)].map((one) => one.image_prompt);
  const written = films.map((film) => film[place % film.length] ?? now);
  const fresh = written.filter((scene) => !seen.includes(scene.image_prompt));
  const chosen = bestOf(fresh.length > 0 ? fresh : written, request, rewriting);
  const isDirect = brief.assetUsageMode === 'direct' && brief.assets.length > 0;
  return {
    place,
    image_prompt: isDirect ? now.image_prompt : chosen.image_prompt,
    negative_prompt: now.negative_prompt.trim() === '' ? chosen.negative_prompt : now.negative_prompt,
    video_prompt: movementOf(chosen, request, rewriting),
    ...wordsOf(chosen, now, request, rewriting),
    transition: wishes.movement === null ? now.transition : joinOf(chosen, place, scenes.length),
  };
}

/** One whose words are said nowhere else, can be read in its time, and are as long as was asked for. */
function bestOf(candidates: readonly WrittenScene[], request: ProposalRequest, rewriting: Rewriting): WrittenScene {
  const { place, wishes } = rewriting;
  const now = request.scenes[place];
  const elsewhere = wordsElsewhere(request, rewriting);
  const room = roomIn(now?.duration_seconds ?? 0);
  const before = now?.text_overlay?.length ?? 0;
  const score = ({ text_overlay: words = '' }: WrittenScene): number => {
    const isNew = words !== '' && !elsewhere.includes(words) && words !== now?.text_overlay;
    const fits = words.length <= room;
    const isAsLong =
      wishes.words === 'shorter' ? words.length < before : wishes.words !== 'longer' || words.length > before;
    return (isNew ? 1 : 0) + (fits ? 2 : 0) + (isAsLong ? 4 : 0);
  };
  const [first, ...others] = candidates;
  if (first === undefined) throw new RangeError('there is no film to choose from');
  return others.reduce((best, one) => (score(one) > score(best) ? one : best), first);
}

function wordsElsewhere({ scenes, sceneIndex }: ProposalRequest, { place, done }: Rewriting): readonly string[] {
  const kept = sceneIndex === null ? [] : scenes.filter((_, at) => at !== place);
  return [...kept, ...done].flatMap(({ text_overlay: words }) => (words === undefined ? [] : [words]));
}

function wordsOf(
  chosen: WrittenScene,
  now: WrittenScene,
  request: ProposalRequest,
  rewriting: Rewriting,
): { readonly text_overlay?: string } {
  const { wishes, notes } = rewriting;
  const before = now.text_overlay ?? '';
  if (wishes.words === 'none') return {};
  if (wishes.words === 'shorter') {
    if (before === '') return {};
    const cut = shorten(before, Math.max(8, Math.floor(before.length * 0.7)), { mayCutPhrases: true });
    const words = cut !== null && cut.length < before.length ? cut : (chosen.text_overlay ?? '');
    if (words !== '' && words.length < before.length) return { text_overlay: words };
    notes.add('Words that could not be made shorter without saying something else were left as they are.');
    return { text_overlay: before };
  }
  const words = chosen.text_overlay ?? '';
  const isUsable =
    words !== '' &&
    !wordsElsewhere(request, rewriting).includes(words) &&
    words.length <= roomIn(now.duration_seconds) &&
    (wishes.words !== 'longer' || words.length > before.length);
  if (isUsable) return { text_overlay: words };
  if (wishes.words === 'longer') notes.add('The brief has no longer words that can be read in the time of a scene.');
  return before === '' ? {} : { text_overlay: before };
}

/** Every other attempt at something calmer stands still. */
function movementOf(chosen: WrittenScene, request: ProposalRequest, { place, wishes }: Rewriting): string {
  if (wishes.movement !== 'calmer' || (request.attempt + place) % 2 === 0) return chosen.video_prompt;
  const [, ...others] = chosen.video_prompt.split('. ');
  const random = randomFrom('proposal', request.attempt, place);
  return [moveSentence('static', readBrief(request.brief).thing, random), ...others].join('. ');
}

const joinOf = (chosen: WrittenScene, place: number, count: number): string =>
  place === count - 1 ? 'cut' : chosen.transition;
