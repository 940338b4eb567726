import type { Framing } from '#contract/export.ts';
import type { Fps } from '#contract/fps.ts';
import type { TimelineClip } from '#contract/timeline.ts';
import { transitionOf } from '#effects/transitions/all.ts';
import type { Raster } from './overlays/raster-task.ts';
import {
  blackGraph,
  BT709,
  pictureInput,
  type PictureInput,
  type PictureSource,
  rate,
  rawInput,
  rawPictures,
  stillInput,
} from './picture-source.ts';
import type { PlacedOverlay, Segment, Shot } from '#domain/timeline/plan-film.ts';

/** The film's shape and how hard it is compressed. */
export interface Encoding {
  readonly width: number;
  readonly height: number;
  readonly fps: Fps;
  readonly framing: Framing;
  readonly preset: string;
  readonly crf: number;
  /** For tests of exactness: the pictures are kept bit by bit. */
  readonly lossless: boolean;
}

/** An overlay drawn, or to be drawn: `raster` is null where only the arguments' shape matters. */
export interface DrawnOverlay {
  readonly placed: PlacedOverlay;
  readonly path: string;
  readonly raster: Raster;
}

/** How a run finds what it reads. In the key of a segment hashes of the content stand in for paths. */
export interface RunFiles {
  readonly source: (clip: TimelineClip) => PictureSource;
  readonly path: (source: PictureSource) => string;
  readonly overlays: readonly DrawnOverlay[];
  /**
   * Raw pictures of the clips that come in during a shot's transition, from the first one the run needs. Without one the clip itself is
   * opened: the same pictures, but a second decoder and its queues are 60 MB at 1080x1920.
   */
  readonly heads: ReadonlyMap<Shot, string>;
}

const KEYFRAME_EVERY_S = 2; // players seek to keyframes

/** Neighbouring segments, encoded by one FFmpeg into one file each: a source is decoded once, the encoder started once. */
export type Run = readonly [Segment, ...Segment[]];

/** The arguments that encode a run into files named by `outputPattern`, which holds `%03d`. */
export function runArguments(run: Run, encoding: Encoding, files: RunFiles, outputPattern: string): string[] {
  const { startFrame } = run[0];
  const frameCount = (run.at(-1) ?? run[0]).endFrame - startFrame;
  const cuts = run.slice(1).map((segment) => segment.startFrame - startFrame);
  const segmenting = cuts.length === 0 ? String(frameCount + 1) : cuts.join(',');
  return [
    composingArguments(run, encoding, files, [BT709, 'format=yuv420p']),
    encoderArguments(encoding),
    cuts.length === 0 ? [] : ['-force_key_frames', `expr:${cuts.map((cut) => `eq(n,${String(cut)})`).join('+')}`],
    ['-f', 'segment', '-segment_format', 'mp4', '-segment_frames', segmenting, '-reset_timestamps', '1', outputPattern],
  ].flat();
}

/** The arguments that write one frame of a film, the only one of its segment, as a PNG. */
export function stillArguments(segment: Segment, encoding: Encoding, files: RunFiles, outputPath: string): string[] {
  const toRgb = 'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=bicubic+accurate_rnd+full_chroma_int';
  const finish = [BT709, 'format=yuv420p', toRgb, 'format=rgb24'];
  const png = ['-c:v', 'png', '-threads', '1', '-f', 'image2', '-update', '1', outputPath];
  return [...composingArguments([segment], encoding, files, finish), '-an', ...png];
}

/** Inputs and graph that compose a run's frames. */
function composingArguments(run: Run, encoding: Encoding, files: RunFiles, finish: readonly string[]): string[] {
  const { startFrame } = run[0];
  const frameCount = (run.at(-1) ?? run[0]).endFrame - startFrame;
  const graph = new Graph();
  const picture = addPictures(graph, run, encoding, files);
  const shown = files.overlays.reduce(
    (below, overlay) => addOverlay(graph, below, overlay, { startFrame, frameCount }, encoding),
    picture,
  );
  graph.chain(shown, finish.join(','), 'film');
  return [
    ['-copyts', '-start_at_zero', '-filter_complex_threads', '1'],
    graph.inputs,
    ['-filter_complex', graph.text(), '-map', '[film]', '-frames:v', String(frameCount)],
  ].flat();
}

/** The arguments that write the head of a run's last shot's next clip as raw pictures; null where the run does not reach its transition. */
export function headArguments(
  run: Run,
  shot: Shot,
  encoding: Encoding,
  files: RunFiles,
  outputPath: string,
): string[] | null {
  const segments = run.filter((segment) => segment.shot === shot);
  const { join } = shot;
  const [startFrame, endFrame] = [segments[0]?.startFrame ?? 0, segments.at(-1)?.endFrame ?? 0];
  if (!join || endFrame <= join.startFrame) return null;
  const source = files.source(join.next);
  if (source.facts.kind === 'image') return null; // it is drawn already
  const firstFrame = Math.max(join.startFrame, startFrame);
  const fromFrame = join.next.sourceStartFrame + firstFrame - join.startFrame;
  const { input, filters } = pictureInput(
    source,
    { fromFrame, frameCount: endFrame - firstFrame },
    encoding,
    files.path(source),
  );
  return [
    '-copyts',
    '-start_at_zero',
    ...input,
    '-vf',
    `${filters},setpts=N`,
    '-an',
    '-fps_mode',
    'passthrough',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    outputPath,
  ];
}

/** Ticks of the film's clock in a second: a whole number of them to a frame, and enough of them for any player. */
export function ticksPerSecond({ num }: Fps): number {
  return num * Math.ceil(10_000 / num);
}

function encoderArguments({ fps, preset, crf, lossless }: Encoding): string[] {
  const keyframeFrames = Math.max(1, Math.round((KEYFRAME_EVERY_S * fps.num) / fps.den));
  return [
    ['-an', '-c:v', 'libx264', '-preset', preset],
    lossless ? ['-qp', '0'] : ['-crf', String(crf), '-profile:v', 'high'],
    ['-pix_fmt', 'yuv420p', '-g', String(keyframeFrames), '-forced-idr', '1', '-threads', '1'],
    ['-fps_mode', 'passthrough', '-enc_time_base', `${String(fps.den)}:${String(fps.num)}`],
    ['-video_track_timescale', String(ticksPerSecond(fps))],
  ].flat();
}

/** A filter graph as it grows. */
class Graph {
  readonly inputs: string[] = [];
  readonly #pieces: string[] = [];
  #inputCount = 0;

  /** Adds an input and names the stream its filters give. */
  input({ input, filters }: PictureInput, name: string): string {
    this.inputs.push(...input);
    this.#pieces.push(`[${String(this.#inputCount++)}:v]${filters}[${name}]`);
    return name;
  }

  chain(from: string, filters: string, name: string): string {
    this.#pieces.push(`[${from}]${filters}[${name}]`);
    return name;
  }

  piece(text: string): void {
    this.#pieces.push(text);
  }

  text(): string {
    return this.#pieces.join(';');
  }
}

interface Window {
  readonly startFrame: number;
  readonly frameCount: number;
}

/** The pictures of a run's shots, one after the other. */
function addPictures(graph: Graph, run: Run, encoding: Encoding, files: RunFiles): string {
  const shots = [...new Set(run.map(({ shot }) => shot))];
  const names = shots.map((shot, place) => {
    const segments = run.filter((segment) => segment.shot === shot);
    const startFrame = segments[0]?.startFrame ?? shot.startFrame;
    const window = { startFrame, frameCount: (segments.at(-1)?.endFrame ?? startFrame) - startFrame };
    return addPicture(graph, `shot${String(place)}`, { shot, window, encoding, files });
  });
  if (names.length === 1) return names.join('');
  graph.piece(
    `${names.map((name) => `[${name}]`).join('')}concat=n=${String(names.length)}:v=1:a=0,${clockOf(encoding)}[picture]`,
  );
  return 'picture';
}

/** Counts frames from 0 in the film's time base. */
function clockOf({ fps }: Encoding): string {
  return `settb=${String(fps.den)}/${String(fps.num)},setpts=N`;
}

interface ShotWindow {
  readonly shot: Shot;
  readonly window: Window;
  readonly encoding: Encoding;
  readonly files: RunFiles;
}

function addPicture(graph: Graph, name: string, { shot, window, encoding, files }: ShotWindow): string {
  const clock = clockOf(encoding);
  if (shot.clip === null) {
    graph.piece(`${blackGraph(window.frameCount, encoding)},${clock}[${name}]`);
    return name;
  }
  const read = (clip: TimelineClip, fromFrame: number, frameCount: number, label: string): PictureInput => {
    const source = files.source(clip);
    const path = files.path(source);
    return source.facts.kind === 'image'
      ? stillInput(frameCount, encoding, { path, facts: source.facts, label })
      : pictureInput(source, { fromFrame, frameCount }, encoding, path, label);
  };
  const main = graph.input(
    read(shot.clip, shot.sourceFrame + window.startFrame - shot.startFrame, window.frameCount, `${name}a`),
    `${name}main`,
  );
  const { join } = shot;
  if (!join || window.startFrame + window.frameCount <= join.startFrame) return graph.chain(main, clock, name);

  const aloneFrames = Math.max(0, join.startFrame - window.startFrame);
  const firstFrame = Math.max(0, window.startFrame - join.startFrame);
  const frameCount = window.frameCount - aloneFrames;
  const head = files.heads.get(shot);
  const next =
    head === undefined
      ? read(join.next, join.next.sourceStartFrame + firstFrame, frameCount, `${name}b`)
      : rawPictures(head, frameCount, encoding);
  const pads = {
    from: `${name}from`,
    to: `${name}to`,
    out: `${name}join`,
    aloneFrames,
    firstFrame,
    fps: rate(encoding.fps),
  };
  graph.chain(main, clock, pads.from);
  graph.chain(graph.input(next, `${name}next`), clock, pads.to);
  const size = {
    width: encoding.width,
    height: encoding.height,
    frames: shot.endFrame - join.startFrame,
    seed: join.seed,
  };
  graph.piece(transitionOf(join.type).ffmpeg(size, pads));
  return graph.chain(pads.out, clock, name);
}

/** Lays one overlay over the picture. A bitmap is held until the next one comes, so a still one costs one bitmap. */
function addOverlay(graph: Graph, below: string, drawn: DrawnOverlay, window: Window, { fps }: Encoding): string {
  const { placed, raster, path } = drawn;
  const name = `${below}o`;
  const from = placed.startFrame - window.startFrame;
  const [first, end] = [Math.max(0, from), Math.min(window.frameCount, placed.endFrame - window.startFrame)];
  const clock = `${BT709},settb=${String(fps.den)}/${String(fps.num)}`;
  const bitmaps = graph.input(
    {
      input: [...rawInput(raster.box, fps), '-i', path],
      filters: `${clock},setpts='${framesExpression(raster.fromFrames, from)}'`,
    },
    `${name}b`,
  );
  const enabled =
    first === 0 && end === window.frameCount ? '' : `:enable='between(n,${String(first)},${String(end - 1)})'`;
  const place = `overlay=${String(raster.box.x)}:${String(raster.box.y)}:format=yuv420:eof_action=repeat${enabled}`;
  graph.piece(`[${below}][${bitmaps}]${place}[${name}]`);
  return name;
}

/** The frame each bitmap comes at, as an expression of its number N: stretches in which they follow one another frame by frame. */
function framesExpression(fromFrames: readonly number[], offset: number): string {
  const stretches = fromFrames.flatMap((frame, place) =>
    place === 0 || frame !== (fromFrames[place - 1] ?? 0) + 1 ? [{ from: place, by: frame - place }] : [],
  );
  return stretches
    .toReversed()
    .reduce((after, { by }, backward) => {
      const next = stretches[stretches.length - backward];
      const here = `N+${String(by + offset)}`;
      return next ? `if(lt(N,${String(next.from)}),${here},${after})` : here;
    }, '')
    .replaceAll('+-', '-');
}
