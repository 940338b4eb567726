import { randomFrom, type Random } from '../picture/random.ts';
import { moveWish } from './move-words.ts';
import type { CameraPose, Move, MoveKind } from './move.ts';

/** What a move is chosen from. `scene` is absent for a clip that stands alone. */
export interface MoveBrief {
  readonly prompt: string;
  readonly seed: number;
  readonly durationS: number;
  readonly scene?: {
    readonly sceneIndex: number;
    readonly sceneCount: number;
    readonly tempo?: 'slow' | 'medium' | 'fast';
  };
  /** A picture of one layer cannot part in depth: an orbit becomes a pan. */
  readonly layerCount: number;
}

// Neighbouring scenes choose from different lists, so that no two moves running are the same, whatever the seeds.
const evenScenes = ['push', 'orbit', 'pan-right', 'tilt-down'] as const;
const oddScenes = ['pan-left', 'tilt-up', 'pull', 'orbit'] as const;

const TEMPO_PACE = { slow: 0.8, medium: 1, fast: 1.2 } as const;
const LONGEST_LEG_S = 12; // a push so slow, 0.75 % a second, still survives the encoder; slower looks frozen (freezedetect at -60 dB)

/** Chooses the camera move of a clip: what the prompt asks for, else one that differs from its neighbours'. */
export function chooseMove(brief: MoveBrief): Move {
  const random = randomFrom('camera', brief.seed);
  const wish = moveWish(brief.prompt);
  const kind = settleSide(wish.kind ?? unaskedKind(brief, random), brief, random);
  const legs = brief.durationS <= LONGEST_LEG_S ? 1 : 2 * Math.ceil((brief.durationS / LONGEST_LEG_S - 1) / 2) + 1;
  const legS = brief.durationS / legs;
  const pace =
    wish.pace *
    (wish.kind === null || wish.pace === 1 ? TEMPO_PACE[brief.scene?.tempo ?? 'medium'] : 1) *
    random.between(0.9, 1.1);
  return {
    kind,
    ...posesOf(kind, legS, pace, random),
    pivot: kind.startsWith('orbit') ? 0.6 : 0,
    sway: swayOf(kind),
    legs,
  };
}

function unaskedKind({ scene }: MoveBrief, random: Random): MoveKind | 'orbit' {
  if (scene === undefined) return random.pick([...evenScenes, ...oddScenes]);
  if (scene.sceneCount > 1 && scene.sceneIndex === scene.sceneCount - 1) return 'pull';
  const list = scene.sceneIndex % 2 === 0 ? evenScenes : oddScenes;
  const beforeLast = scene.sceneIndex === scene.sceneCount - 2;
  const kind = random.pick(beforeLast ? list.filter((one) => one !== 'pull') : list);
  // An orbit in each list: the side of the turn keeps them apart.
  return kind === 'orbit' ? (scene.sceneIndex % 2 === 0 ? 'orbit-left' : 'orbit-right') : kind;
}

function settleSide(kind: MoveKind | 'pan' | 'tilt' | 'orbit', brief: MoveBrief, random: Random): MoveKind {
  const first = random.next() < 0.5;
  const settled =
    kind === 'pan'
      ? first
        ? 'pan-left'
        : 'pan-right'
      : kind === 'tilt'
        ? first
          ? 'tilt-up'
          : 'tilt-down'
        : kind === 'orbit'
          ? first
            ? 'orbit-left'
            : 'orbit-right'
          : kind;
  if (brief.layerCount > 1) return settled;
  return settled === 'orbit-left' ? 'pan-left' : settled === 'orbit-right' ? 'pan-right' : settled;
}

/** The way of a leg: a rate per second up to what the bleed of the layers allows (see the test that no edge ever shows). */
function posesOf(
  kind: MoveKind,
  legS: number,
  pace: number,
  random: Random,
): { readonly from: CameraPose; readonly to: CameraPose } {
  const zoomed = Math.min(0.09, 0.024 * pace * legS); // 2.4 % a second, 9 % in all; above 4 % a second it feels like falling
  const panned = Math.min(0.028, 0.009 * pace * legS); // half of the way, to either side of the middle
  const tilted = Math.min(0.022, 0.007 * pace * legS);
  const wander = random.between(-0.003, 0.003); // nobody pushes in along a ruler
  const still: CameraPose = { zoom: 1, x: 0, y: 0 };
  switch (kind) {
    case 'push':
      return { from: still, to: { zoom: 1 + zoomed, x: wander, y: wander / 2 } };
    case 'pull':
      return { from: { zoom: 1.01 + zoomed, x: wander, y: 0 }, to: { zoom: 1.01, x: 0, y: 0 } };
    case 'pan-left': // the camera looks left, so what it sees moves right
      return { from: { zoom: 1.01, x: -panned, y: 0 }, to: { zoom: 1.01, x: panned, y: wander / 2 } };
    case 'pan-right':
      return { from: { zoom: 1.01, x: panned, y: 0 }, to: { zoom: 1.01, x: -panned, y: wander / 2 } };
    case 'tilt-up':
      return { from: { zoom: 1.01, x: 0, y: -tilted }, to: { zoom: 1.01, x: wander / 2, y: tilted } };
    case 'tilt-down':
      return { from: { zoom: 1.01, x: 0, y: tilted }, to: { zoom: 1.01, x: wander / 2, y: -tilted } };
    case 'orbit-left':
      return { from: { zoom: 1, x: -panned * 1.5, y: 0 }, to: { zoom: 1 + zoomed / 3, x: panned * 1.5, y: 0 } };
    case 'orbit-right':
      return { from: { zoom: 1, x: panned * 1.5, y: 0 }, to: { zoom: 1 + zoomed / 3, x: -panned * 1.5, y: 0 } };
    case 'drift':
      return { from: still, to: { zoom: 1 + Math.min(0.06, 0.009 * legS), x: Math.min(0.01, 0.0015 * legS), y: 0 } };
  }
}

function swayOf(kind: MoveKind): Move['sway'] {
  return kind.startsWith('pan') || kind.startsWith('orbit') ? { x: 0, y: 0.01 } : { x: 0.014, y: 0 };
}
