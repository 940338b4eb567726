import type { Fps } from '#contract/fps.ts';
import type { MediaFacts } from '#contract/take.ts';

/** What FFmpeg says of a video's pixels; null where the file does not say. */
export interface PixelFormat {
  /** As FFmpeg names it: `yuv420p`. */
  readonly name: string | null;
  readonly range: 'tv' | 'pc' | null;
  /** `bt709`, `smpte170m`, … */
  readonly matrix: string | null;
}

/** A file a clip's picture comes from. */
export interface PictureSource {
  readonly path: string;
  /** What stands for the path in the key of a segment: a hash of the content. */
  readonly key: string;
  readonly facts: MediaFacts;
  readonly format: PixelFormat;
}

/** Says what every stream of a graph is: FFmpeg 7 would convert an untagged one on its way to a tagged one, as if it were BT.601. */
export const BT709 = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv';

interface FilmShape {
  readonly width: number;
  readonly height: number;
  readonly fps: Fps;
}

/** Inputs and the filters that make of one source exactly `frameCount` frames of the film's size, rate and colour. */
export interface PictureInput {
  readonly input: readonly string[];
  readonly filters: string;
}

const SHOWN_UNTIL_FRAME = 0.3137; // a frame of the film shows the newest source frame at most this much later than itself; no usual pair of rates ties there
const OTHER_RATE_LEAD_S = 2; // enough to hold the last frame before the cut of a screen recording that only stores changes
const EARLY_FRAMES = 2; // read before what is shown, so that a file that ends a frame sooner than it says still has one to hold
const HD_ABOVE_HEIGHT = 576; // untagged video larger than SD is taken as BT.709, as players do
const HD_FROM_WIDTH = 1280;

/**
 * Reads a stretch of a video. Timestamps stay the file's own (the run needs `-copyts -start_at_zero`), so that a frame of the film shows
 * the same source frame however the film is cut into segments. A source that ends early holds its last frame.
 *
 * @param fromFrame frame of the source at the film's rate
 */
export function pictureInput(
  source: PictureSource,
  span: { readonly fromFrame: number; readonly frameCount: number },
  film: FilmShape,
  path: string,
): PictureInput {
  const { num, den } = film.fps;
  const frameS = den / num;
  const available = sourceFrames(source.facts, film.fps) ?? Infinity;
  const fromFrame = Math.min(span.fromFrame, available - 1); // what begins after the end is the last frame, held
  const readFrame = Math.max(0, fromFrame - EARLY_FRAMES);
  const leadS = sameRate(source.facts, film.fps) ? 1.5 * frameS : OTHER_RATE_LEAD_S;
  const seekS = readFrame * frameS - leadS;
  const shiftUs = Math.round(SHOWN_UNTIL_FRAME * frameS * 1e6);
  const filters = [
    'settb=AVTB',
    `setpts=PTS-${String(shiftUs)}`,
    `fps=fps=${rate(film.fps)}:start_time=${seconds(readFrame * frameS)}:round=up`,
    ...held(fromFrame - readFrame, span.frameCount),
    ...conversion(source, film),
  ];
  return {
    input: [...(seekS > 0 ? ['-ss', seconds(seekS)] : []), '-threads', '1', '-i', path],
    filters: filters.join(','),
  };
}

/** A picture drawn beforehand to the film's size, held for as long as it is asked. */
export function stillInput(frameCount: number, film: FilmShape, path: string): PictureInput {
  return {
    input: [...rawInput(film, film.fps), '-i', path],
    filters: ['format=yuv420p', 'setsar=1', BT709, ...held(0, frameCount)].join(','),
  };
}

/** Pictures written before, in the film's size. */
export function rawPictures(path: string, frameCount: number, film: FilmShape): PictureInput {
  return {
    input: [...rawInput(film, film.fps, 'yuv420p'), '-i', path],
    filters: ['setsar=1', BT709, ...held(0, frameCount)].join(','),
  };
}

/** Black for a gap. */
export function blackGraph(frameCount: number, film: FilmShape): string {
  const size = `${String(film.width)}x${String(film.height)}`;
  return `color=black:s=${size}:r=${rate(film.fps)},format=yuv420p,setsar=1,${BT709},trim=end_frame=${String(frameCount)}`;
}

/** How many frames of the film a source lasts, at least one; null where that is not known. */
export function sourceFrames(facts: MediaFacts, fps: Fps): number | null {
  if (sameRate(facts, fps) && facts.frameCount !== null) return Math.max(1, facts.frameCount);
  return facts.durationS === null ? null : Math.max(1, Math.round((facts.durationS * fps.num) / fps.den));
}

/** How raw planes written by us are read; a queue of one packet, since each is a whole bitmap. */
export function rawInput(
  size: { readonly width: number; readonly height: number },
  fps: Fps,
  pixelFormat: 'yuva420p' | 'yuv420p' = 'yuva420p',
): string[] {
  const shape = ['-video_size', `${String(size.width)}x${String(size.height)}`, '-framerate', rate(fps)];
  return ['-thread_queue_size', '1', '-f', 'rawvideo', '-pix_fmt', pixelFormat, ...shape];
}

/** A rate as FFmpeg writes it. */
export function rate({ num, den }: Fps): string {
  return `${String(num)}/${String(den)}`;
}

/** Whether a source gives one frame for each of the film's, so that its rate need not be changed. */
function sameRate(facts: MediaFacts, fps: Fps): boolean {
  return facts.fps !== null && facts.fps.num * fps.den === fps.num * facts.fps.den;
}

/** Seconds without an exponent, to the microsecond FFmpeg counts in. */
function seconds(value: number): string {
  return value.toFixed(6);
}

/** Exactly so many frames; the last one is repeated where there are too few. */
function held(skipFrames: number, frameCount: number): string[] {
  return [
    'tpad=stop=-1:stop_mode=clone',
    `trim=start_frame=${String(skipFrames)}:end_frame=${String(skipFrames + frameCount)}`,
  ];
}

/** Nothing at all for a source that is as the film is, so that its pixels stay as they are. */
function conversion(source: PictureSource, film: FilmShape): string[] {
  const { facts, format } = source;
  const { width, height } = facts;
  const sameSize = width === film.width && height === film.height && facts.pixelAspect === 1;
  const matrix = matrixOf(source, film.height);
  const sameColour = format.name === 'yuv420p' && format.range !== 'pc' && matrix === 'bt709';
  if (sameSize && sameColour) return ['setsar=1', BT709];
  const options = [
    sameSize ? '' : coverSize(facts, film),
    'flags=bicubic+accurate_rnd+full_chroma_int',
    ...intoBt709(source, film.height),
  ];
  const scaled = `scale=${options.filter(Boolean).join(':')}`;
  return [
    scaled,
    'format=yuv420p',
    ...(sameSize ? [] : [`crop=${String(film.width)}:${String(film.height)}`]),
    'setsar=1',
    BT709,
  ];
}

/** Options of FFmpeg's `scale` that bring a source's colours to BT.709, whatever it says or leaves unsaid. */
export function intoBt709(source: Pick<PictureSource, 'facts' | 'format'>, heightWhereUnknown: number): string[] {
  const isYuv = source.format.name?.startsWith('yuv') ?? true;
  const isUnsaid = isYuv && source.format.matrix === null;
  return [
    ...(isUnsaid ? [`in_color_matrix=${matrixOf(source, heightWhereUnknown)}`] : []),
    'out_color_matrix=bt709:out_range=tv',
  ];
}

function matrixOf({ facts, format }: Pick<PictureSource, 'facts' | 'format'>, heightWhereUnknown: number): string {
  const isHd = (facts.height ?? heightWhereUnknown) > HD_ABOVE_HEIGHT || (facts.width ?? 0) >= HD_FROM_WIDTH;
  return format.matrix ?? (isHd ? 'bt709' : 'bt601');
}

/** The frame is always full: a picture of another shape is scaled to cover it and cut evenly on both sides. */
function coverSize({ width, height }: MediaFacts, film: FilmShape): string {
  if (width === null || height === null) {
    return `w=${String(film.width)}:h=${String(film.height)}:force_original_aspect_ratio=increase:force_divisible_by=2`;
  }
  const scale = Math.max(film.width / width, film.height / height);
  const even = (length: number, least: number): number => Math.max(least, 2 * Math.round((length * scale) / 2));
  return `w=${String(even(width, film.width))}:h=${String(even(height, film.height))}`;
}
