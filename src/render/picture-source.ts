import type { Framing } from '#contract/export.ts';
import type { Fps } from '#contract/fps.ts';
import type { MediaFacts } from '#contract/take.ts';
import { type BlurredFraming, blurredFraming } from '#domain/timeline/blurred-framing.ts';
import { coverFrame } from '#domain/timeline/cover-frame.ts';
import { framesLasting, SHOWN_UNTIL_FRAME } from '#domain/timeline/shown-moment.ts';

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
  readonly framing: Framing;
}

/** Inputs and the filters that make of one source exactly `frameCount` frames of the film's size, rate and colour. */
export interface PictureInput {
  readonly input: readonly string[];
  readonly filters: string;
}

const OTHER_RATE_LEAD_S = 2; // enough to hold the last frame before the cut of a screen recording that only stores changes
const EARLY_FRAMES = 2; // read before what is shown, so that a file that ends a frame sooner than it says still has one to hold
const HD_ABOVE_HEIGHT = 576; // untagged video larger than SD is taken as BT.709, as players do
const HD_FROM_WIDTH = 1280;

/**
 * Reads a stretch of a video. Timestamps stay the file's own (the run needs `-copyts -start_at_zero`), so that a frame of the film shows
 * the same source frame however the film is cut into segments. A source that ends early holds its last frame.
 *
 * @param span.fromFrame frame of the source at the film's rate
 * @param label of its own in a graph of several
 */
export function pictureInput(
  source: PictureSource,
  span: { readonly fromFrame: number; readonly frameCount: number },
  film: FilmShape,
  path: string,
  label = 'picture',
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
    ...conversion(source, film, label),
  ];
  return {
    input: [...(seekS > 0 ? ['-ss', seconds(seekS)] : []), '-threads', '1', '-i', path],
    filters: filters.join(','),
  };
}

/** A picture drawn beforehand to its size in the film, held for as long as it is asked. */
export function stillInput(
  frameCount: number,
  film: FilmShape,
  still: { readonly path: string; readonly facts: MediaFacts; readonly label: string },
): PictureInput {
  const framing = framingOf(still.facts, film);
  const { width, height } = framing?.picture ?? film;
  const shape = ['format=yuv420p', 'setsar=1', BT709, ...held(0, frameCount)];
  return {
    input: [...rawInput({ width, height }, film.fps), '-i', still.path],
    filters: [...shape, ...(framing ? overItself(framing, film, { label: still.label, colour: [] }) : [])].join(','),
  };
}

/** The size a picture is drawn to beforehand. */
export function stillSize(facts: MediaFacts, film: Omit<FilmShape, 'fps'>): { width: number; height: number } {
  const { width, height } = framingOf(facts, film)?.picture ?? film;
  return { width, height };
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
  return facts.durationS === null ? null : framesLasting(facts.durationS, fps);
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
function conversion(source: PictureSource, film: FilmShape, label: string): string[] {
  const { facts, format } = source;
  const { width, height } = facts;
  const sameSize = width === film.width && height === film.height && facts.pixelAspect === 1;
  const matrix = matrixOf(source, film.height);
  const sameColour = format.name === 'yuv420p' && format.range !== 'pc' && matrix === 'bt709';
  if (sameSize && sameColour) return ['setsar=1', BT709];
  const framing = framingOf(facts, film);
  if (framing) return overItself(framing, film, { label, colour: intoBt709(source, film.height) });
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

function framingOf({ width, height }: MediaFacts, film: Omit<FilmShape, 'fps'>): BlurredFraming | null {
  if (film.framing === 'crop' || width === null || height === null) return null;
  return blurredFraming({ width, height }, film);
}

/** The whole picture over itself, blurred and darkened. */
function overItself(
  { picture, ground, cover, sigma, light }: BlurredFraming,
  film: Omit<FilmShape, 'fps'>,
  { label, colour }: { readonly label: string; readonly colour: readonly string[] },
): string[] {
  const size = (box: { readonly width: number; readonly height: number }): string =>
    `${String(box.width)}:${String(box.height)}`;
  const scale = (box: { readonly width: number; readonly height: number }, flags: string): string =>
    [`scale=${size(box)}`, `flags=${flags}`, ...colour].join(':');
  const darker = (zero: number): string => `(val-${String(zero)})*${String(light)}+${String(zero)}`;
  const [sharp, soft, under, over] = ['sharp', 'soft', 'under', 'over'].map((name) => `[${label}${name}]`);
  const small = [scale(cover, 'area'), 'format=yuv420p', `crop=${size(ground)}`, `gblur=sigma=${sigma.toFixed(3)}`];
  const dark = `lutyuv=y='${darker(16)}':u='${darker(128)}':v='${darker(128)}'`;
  const grown = [`scale=${size(film)}:flags=bicubic`, 'setsar=1', BT709];
  const whole = [scale(picture, 'bicubic+accurate_rnd+full_chroma_int'), 'format=yuv420p', 'setsar=1', BT709];
  return [
    [
      `split${sharp ?? ''}${soft ?? ''}`,
      `${soft ?? ''}${[...small, dark, ...grown].join(',')}${under ?? ''}`,
      `${sharp ?? ''}${whole.join(',')}${over ?? ''}`,
      `${under ?? ''}${over ?? ''}overlay=${String(picture.x)}:${String(picture.y)}:format=yuv420`,
    ].join(';'),
    'format=yuv420p',
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
  const covering = coverFrame({ width, height }, film);
  return `w=${String(covering.width)}:h=${String(covering.height)}`;
}
