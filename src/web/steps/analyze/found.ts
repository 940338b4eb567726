import type { AnalysisResult, MeasuredVideo } from '#contract/analysis.ts';

type Measured = MeasuredVideo['shots'][number];

/** A shot of the reference as the screen shows it. */
export interface Shot {
  /** From 1. */
  readonly number: number;
  readonly startS: number;
  readonly lengthS: number;
  readonly description: string;
  readonly camera: string;
  /** To the next; null for the last one. */
  readonly transition: string | null;
  /** The words in it; null where none were read. */
  readonly text: string | null;
  /** What this machine measured of it; null where that is not known of this very shot. */
  readonly measured: Measured | null;
}

/** What was found in a reference video, put in order for being shown. */
export interface Found {
  readonly shots: readonly Shot[];
  readonly durationS: number;
  /** Whether cuts and lengths were measured; else they are a model's. */
  readonly areCutsMeasured: boolean;
  /** Who described it; null: only measured. */
  readonly saidBy: AnalysisResult['said_by'] | null;
  readonly palette: readonly { readonly color: string; readonly share: number | null }[];
  readonly tempo: AnalysisResult['tempo'];
  readonly cutsPerMinute: number;
  readonly shortestS: number;
  readonly longestS: number;
  readonly medianS: number;
  /** undefined: nobody listened; null: there is no sound. */
  readonly sound: MeasuredVideo['sound'] | undefined;
  /** Movements of the camera, the commonest first. */
  readonly cameras: readonly { readonly movement: string; readonly count: number }[];
  /** Shots with words in them, and whether a model read them. */
  readonly lettered: number;
  /** How it feels, in a model's words; null: only measured. */
  readonly tone: string | null;
  /** How its colours feel, in single words of the built-in eye. */
  readonly toneWords: readonly string[];
  readonly tookS: number | null;
}

const BUILT_IN = 'local';

/** Reads an analysis, whoever made it. */
export function foundIn(analysis: AnalysisResult): Found {
  const { measured, said_by: saidBy, scenes } = analysis;
  const isDescribed = saidBy !== undefined && saidBy.provider !== BUILT_IN;
  const sameShots = measured !== undefined && measured.shots.length === scenes.length;
  const ends = endsOf(scenes.map((scene, place) => lengthOf(scene, sameShots ? measured.shots[place] : undefined)));
  const shots = scenes.map((scene, place): Shot => {
    const own = sameShots ? (measured.shots[place] ?? null) : null;
    return {
      number: place + 1,
      startS: own?.start_seconds ?? ends[place - 1] ?? 0,
      lengthS: own?.duration_seconds ?? scene.duration_seconds,
      description: scene.description,
      camera: scene.camera_movement,
      transition: place === scenes.length - 1 ? null : scene.transition,
      text: scene.text_overlay ?? null,
      measured: own,
    };
  });
  const lengths = shots.map(({ lengthS }) => lengthS).toSorted((one, other) => one - other);
  const durationS = measured?.duration_seconds ?? ends.at(-1) ?? 0;
  return {
    shots,
    durationS,
    areCutsMeasured: sameShots || !isDescribed,
    saidBy: isDescribed ? saidBy : null,
    palette: measured?.color_palette ?? analysis.color_palette.map((color) => ({ color, share: null })),
    tempo: measured?.tempo ?? analysis.tempo,
    cutsPerMinute: durationS > 0 ? ((shots.length - 1) * 60) / durationS : 0,
    shortestS: lengths[0] ?? 0,
    longestS: lengths.at(-1) ?? 0,
    medianS: lengths[Math.floor(lengths.length / 2)] ?? 0,
    sound: measured?.sound,
    cameras: counted(shots.map(({ camera }) => camera)),
    lettered: shots.filter(({ text, measured: own }) => text !== null || (!isDescribed && own?.has_text)).length,
    tone: isDescribed || !measured ? analysis.overall_tone || null : null,
    toneWords: measured?.tone ?? [],
    tookS: measured?.took_seconds ?? null,
  };
}

const lengthOf = (scene: { readonly duration_seconds: number }, own: Measured | undefined): number =>
  own?.duration_seconds ?? scene.duration_seconds;

function endsOf(lengths: readonly number[]): readonly number[] {
  let atS = 0;
  return lengths.map((lengthS) => (atS += lengthS));
}

function counted(movements: readonly string[]): Found['cameras'] {
  const counts = new Map<string, number>();
  for (const movement of movements) {
    const name = movement.trim().toLowerCase();
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([movement, count]) => ({ movement, count })).toSorted((a, b) => b.count - a.count);
}

/** The place of the shot that is seen at a moment. */
export function shotAt(shots: readonly Shot[], timeS: number): number {
  const next = shots.findIndex(({ startS }) => startS > timeS + 1e-3);
  return next === -1 ? Math.max(0, shots.length - 1) : Math.max(0, next - 1);
}

/** Where the shot before or after a moment begins; going back within the first half second of a shot, the one before it. */
export function jump(shots: readonly Shot[], timeS: number, by: 1 | -1): number {
  const place = shotAt(shots, timeS);
  const into = timeS - (shots[place]?.startS ?? 0);
  const to = by === 1 ? place + 1 : into > 0.5 ? place : place - 1;
  return shots[Math.min(Math.max(to, 0), shots.length - 1)]?.startS ?? 0;
}
