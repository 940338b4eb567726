import type { TransitionType } from '#contract/scene.ts';

/** What both faces are told. Sizes are pixels of the picture that is drawn; the export's are even. */
export interface TransitionFrame {
  readonly width: number;
  readonly height: number;
  /** Frames in which both pictures are seen. */
  readonly frames: number;
  /** Fixes what is random in it. */
  readonly seed: number;
}

/** The labels of a piece of filter graph, without brackets. All streams are yuv420p with pts 0, 1, 2 … in a time base of one frame. */
export interface TransitionPads {
  /** The old picture: `aloneFrames` frames by itself, then those of the transition. */
  readonly from: string;
  /** The new picture: the frames of the transition. */
  readonly to: string;
  /** As many frames as `from`. */
  readonly out: string;
  readonly aloneFrames: number;
  /** Where in the transition the piece begins: an export may need its later part only. */
  readonly firstFrame: number;
  /** As FFmpeg writes a rate: `30/1`. */
  readonly fps: string;
}

/** A threshold against a repeated tile of noise: a cell of the picture shows where noise + level reaches 255. */
interface NoiseMatte {
  /** Square, row by row, 0 to 254. */
  readonly tile: Uint8Array;
  readonly tileSize: number;
  /** Side of a cell in pixels of the picture. */
  readonly cellPx: number;
  readonly level: number;
}

/** One picture to draw. Clip and translation are whole pixels; the clip is in the frame's own coordinates. */
export interface CanvasOperation {
  readonly source: 'from' | 'to';
  readonly alpha: number;
  readonly translate: { readonly x: number; readonly y: number };
  readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly matte: NoiseMatte | null;
}

/** A way from one picture to the next, said twice: for the export and for the preview, which must not differ. */
export interface Transition {
  readonly id: TransitionType;
  readonly label: string;
  /** False where the pictures never meet: its length is 0. */
  readonly overlaps: boolean;
  /** A piece of filter graph from `pads.from` and `pads.to` to `pads.out`. */
  readonly ffmpeg: (frame: TransitionFrame, pads: TransitionPads) => string;
  /** What to draw, in order, `frameIndex` frames after it began. */
  readonly preview: (frame: TransitionFrame, frameIndex: number) => readonly CanvasOperation[];
}

const at0 = { x: 0, y: 0 } as const;

/** The whole of a picture, unmoved. */
export function whole(source: 'from' | 'to', alpha = 1): CanvasOperation {
  return { source, alpha, translate: at0, clip: null, matte: null };
}

/** How far a transition is in one of its frames: never 0 nor 1, since those are the pictures before and after it. */
export function progressAt(frameIndex: number, frames: number): number {
  return (frameIndex + 1) / (frames + 1);
}

/** The same progress in FFmpeg's words; `counter` is the name of the frame counter in the filter at hand. */
export function progressExpression(frame: TransitionFrame, pads: TransitionPads, counter: 'n' | 'N'): string {
  return `(${counter}+${String(pads.firstFrame + 1)})/${String(frame.frames + 1)}`;
}

/** Slow, fast, slow: 3p² − 2p³. A motion at even speed looks like a machine's. */
export function eased(progress: number): number {
  return progress * progress * (3 - 2 * progress);
}

/** `evenShare(2 × half, eased(progress))` in FFmpeg's words, as a count of pixel pairs. */
export function easedPairsExpression(half: number, progress: string): string {
  return `floor(${String(half)}*(${progress})*(${progress})*(3-2*(${progress}))+0.5)`;
}

/** A length grown to `share` in steps of two pixels: 4:2:0 has one colour sample for two pixels, so odd edges would bleed. */
export function evenShare(length: number, share: number): number {
  return 2 * Math.floor((length / 2) * share + 0.5);
}

/**
 * Lays `to` over `from` through a grey matte. The graph piece `matte` makes it, ending in `[name]`, from a grey stream `[frames]` that has
 * one frame for each of the transition's. The old picture is never split nor copied, so only frames in use are held in memory.
 */
export function overThroughMatte(
  frame: TransitionFrame,
  pads: TransitionPads,
  matte: (frames: string, name: string) => string,
): string {
  const { out, from, to, aloneFrames } = pads;
  const stretch = `scale=${String(frame.width)}:${String(frame.height)}:flags=neighbor,format=gray`;
  return [
    `[${to}]setpts=N+${String(aloneFrames)},split[${out}colour][${out}frames]`,
    `[${out}frames]extractplanes=y[${out}grey]`,
    matte(`${out}grey`, `${out}small`),
    `[${out}small]${stretch}[${out}matte]`,
    `[${out}colour][${out}matte]alphamerge,format=yuva420p[${out}over]`,
    `[${from}][${out}over]overlay=format=yuv420:eof_action=pass,format=yuv420p[${out}]`,
  ].join(';');
}

/** The first `columns` × `rows` cells of a grey stream, filled from an expression of X, Y and N. */
export function greyCells(frames: string, columns: number, rows: number, expression: string, name: string): string {
  return `[${frames}]crop=${String(columns)}:${String(rows)}:0:0:exact=1,geq=lum='${expression}'[${name}]`;
}
