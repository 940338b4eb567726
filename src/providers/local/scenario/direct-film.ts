import type { ScenarioRequest, WrittenScene } from '../../provider.ts';
import { randomFrom } from '../picture/random.ts';
import { beatsOf } from './beats.ts';
import { readBrief } from './brief.ts';
import { chooseMoves, moveFromWords, type CameraMove } from './camera-moves.ts';
import { defaultSceneCount, divide, plainWeights, possibleSceneCount, readingS, roomIn, stretch } from './durations.ts';
import { materialOf, partsOf } from './material.ts';
import { negativePrompt, promptWriter } from './prompts.ts';
import { shotsFor, type ReferenceShot } from './reference.ts';
import { writeScript } from './script.ts';
import { chooseTransitions } from './transitions.ts';

const STRETCH = 1.35; // a scene may get this much longer for its words before they are shortened instead

/**
 * Writes a film by rule: how many scenes, what each does, says, shows and how it moves.
 *
 * The same request gives the same film; another seed gives other words and moves. A reference film shapes lengths, joins, moves, colours
 * and which scenes speak. Photos used directly get exactly one scene each.
 */
export function directFilm(request: ScenarioRequest): readonly WrittenScene[] {
  const { intent, styleGuide, analysis } = request;
  const random = randomFrom('director', request.seed);
  const follows = intent.mode === 'style_transfer' ? analysis?.tempo : undefined;
  const tempo = follows ?? styleGuide.tempo ?? analysis?.tempo ?? 'medium';
  const brief = readBrief(request);
  const material = materialOf(partsOf(brief, request.projectType, { hasProofScene: true }));
  const sceneCount = sceneCountOf(request, material.speaking);
  const beats = beatsOf(sceneCount, material);
  const parts = partsOf(brief, request.projectType, { hasProofScene: beats.includes('proof') });
  const shots = analysis === null ? [] : shotsFor(analysis, sceneCount);
  const weights = shots.length === sceneCount ? shots.map(({ weight }) => weight) : plainWeights(sceneCount);
  const wholeS = Math.max(intent.videoDurationS, sceneCount * 0.2);
  const plainS = divide(wholeS, weights);

  const script = (rooms: readonly number[]) =>
    writeScript({ beats, parts, rooms, brief, projectType: request.projectType, random: random.fork('script') });
  // A reference fixes the lengths and the words fit in; otherwise scenes with more to read get more time, as far as there is any.
  const wished = shots.length === sceneCount ? null : script(plainS.map((lengthS) => roomIn(lengthS * STRETCH)));
  const needed = wished?.map(({ words }) => readingS(words));
  const stretchedS = needed === undefined ? null : stretch(plainS, needed);
  const durationsS = stretchedS === null ? plainS : divide(wholeS, stretchedS);
  const lines = stretchedS === null || wished === null ? script(plainS.map(roomIn)) : wished;
  const moves = movesOf(chooseMoves(beats, random.fork('moves')), shots);
  const transitions =
    shots.length === sceneCount ? joinsOf(shots) : chooseTransitions(sceneCount, tempo, random.fork('joins'));
  const prompts = promptWriter(
    { ...request, styleGuide: { ...styleGuide, tempo } },
    random.fork('prompts'),
    paletteOf(request),
  );
  const negative = negativePrompt(styleGuide);

  return beats.map((beat, place) => {
    const line = lines[place];
    const words = speaks(request, shots, place, sceneCount) ? (line?.words ?? null) : null;
    const scene = {
      place,
      beat,
      thing: brief.thing,
      kind: brief.kind,
      fact: line?.fact ?? null,
      hasWords: words !== null,
      move: moves[place] ?? 'push',
      shot: shots[place],
    };
    return {
      duration_seconds: durationsS[place] ?? 1,
      image_prompt: prompts.image(scene),
      negative_prompt: negative,
      video_prompt: prompts.video(scene),
      ...(words === null ? {} : { text_overlay: words }),
      transition: transitions[place] ?? 'cut',
    };
  });
}

function sceneCountOf(
  { intent, analysis, assets, assetUsageMode, styleGuide }: ScenarioRequest,
  speaking: number,
): number {
  if (assetUsageMode === 'direct' && assets.length > 0) return assets.length;
  if (intent.sceneCount !== undefined) return possibleSceneCount(intent.sceneCount, intent.videoDurationS);
  const shots = analysis?.scenes.filter((scene) => scene.duration_seconds > 0).length ?? 0;
  if (shots > 0) return possibleSceneCount(shots, intent.videoDurationS);
  return defaultSceneCount(intent.videoDurationS, styleGuide.tempo ?? 'medium', speaking);
}

/** The reference's moves where they can be told, kept apart from their neighbours. */
function movesOf(own: readonly CameraMove[], shots: readonly ReferenceShot[]): readonly CameraMove[] {
  if (shots.length !== own.length) return own;
  return own.map((move, place) => moveFromWords(shots[place]?.cameraMovement ?? '') ?? move);
}

function joinsOf(shots: readonly ReferenceShot[]): readonly string[] {
  return shots.map((shot, place) => (place === shots.length - 1 ? 'cut' : shot.transition || 'cut'));
}

/** A reference without words gives a film without words, but for its last scene; one with words speaks where it does. */
function speaks(
  { analysis }: ScenarioRequest,
  shots: readonly ReferenceShot[],
  place: number,
  sceneCount: number,
): boolean {
  if (analysis === null || shots.length === 0) return true;
  if (place === sceneCount - 1) return true;
  if (!analysis.has_text_overlay) return false;
  return shots.some(({ hasText }) => hasText) ? (shots[place]?.hasText ?? false) : true;
}

/** The style guide's own colours; a style transfer takes the reference's, which is what it is for. */
function paletteOf({ intent, styleGuide, analysis }: ScenarioRequest): readonly string[] {
  const own = styleGuide.color_palette ?? [];
  const reference = analysis?.color_palette ?? [];
  const first = intent.mode === 'style_transfer' && reference.length > 0 ? reference : own.length > 0 ? own : reference;
  return first.slice(0, 6);
}
