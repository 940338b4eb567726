import type { Fps } from '#contract/fps.ts';
import type { ImageOverlay, TextOverlay, Timeline } from '#contract/timeline.ts';
import { scaleBetween, scaleImage, scaleText } from '../templates/scale-overlay.ts';
import { boxOfOverlay, type Placed, placedAt, wrappedInto } from './overlay-box.ts';
import { retime } from './retime.ts';
import { safeEdgesOf } from './type-area.ts';

/** The shape of a film. */
export interface FilmShape {
  readonly width: number;
  readonly height: number;
  readonly fps: Fps;
}

const HALF_PIXEL = 0.5; // boxes of words are estimates: so little outside is inside
const NEAR_SHARE = 0.06; // of the shorter side: what stands closer together is one block, and moves as one

/**
 * The same edit in a frame of another shape, or at another rate.
 *
 * Words and pictures are scaled by the shorter side, as a template's are. What stands together stays together; each block keeps its place as a
 * share of the frame, is kept inside the safe area as far as it was inside before, breaks its lines where they are too long and is
 * made smaller where even that is too much. A picture that covered the frame covers the new one.
 */
export function reframe(timeline: Timeline, shape: FilmShape): Timeline {
  const timed = retime(timeline, shape.fps);
  const { width, height } = shape;
  if (width === timed.width && height === timed.height) return timed;
  const before = { width: timed.width, height: timed.height };
  const scale = scaleBetween(before, shape);
  const room = safeRoom(shape);
  const covering = timed.images.filter((image) => covers(image, before));
  const scaled = timed.texts.map((text) => scaleText(text, scale));
  const texts = scaled.map((text) => wrappedInto(text, room.width));
  const growth = new Map(
    texts.map((text, place) => [text.id, boxOfOverlay(text).height - boxOfOverlay(scaled[place] ?? text).height]),
  );
  const images = timed.images.filter((image) => !covering.includes(image)).map((image) => scaleImage(image, scale));
  const scaledBefore = { width: before.width * scale, height: before.height * scale, nearPx: HALF_PIXEL * scale };
  const asTheyWere = new Map<string, Placed>([...scaled, ...images].map((overlay) => [overlay.id, overlay]));
  const placed = new Map<string, Placed>();
  for (const block of blocksOf([...texts, ...images], NEAR_SHARE * Math.min(width, height))) {
    const was = spanBoxes(block.map((overlay) => asTheyWere.get(overlay.id) ?? overlay));
    for (const overlay of movedBlock(spread(block, growth), was, scaledBefore, shape)) placed.set(overlay.id, overlay);
  }
  const cover = Math.max(width / before.width, height / before.height);
  return {
    ...timed,
    width,
    height,
    texts: texts.map((text) => (placed.get(text.id) as TextOverlay | undefined) ?? text),
    images: timed.images.map((image) =>
      covering.includes(image)
        ? scaleImage(image, cover)
        : ((placed.get(image.id) as ImageOverlay | undefined) ?? image),
    ),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The frame that was, at the scale of the new one; so little outside of it was inside. */
interface FrameBefore extends Size {
  readonly nearPx: number;
}

function covers(image: ImageOverlay, frame: Size): boolean {
  return image.width >= frame.width - 2 && image.height >= frame.height - 2;
}

function safeRoom(frame: Size): Size {
  const edges = safeEdgesOf(frame);
  return { width: (edges.right - edges.left) * frame.width, height: (edges.bottom - edges.top) * frame.height };
}

/** Overlays that are seen together and stand close together, as blocks. */
function blocksOf(overlays: readonly Placed[], nearPx: number): readonly (readonly Placed[])[] {
  const blocks: Placed[][] = [];
  for (const overlay of overlays) {
    const touching = blocks.filter((block) => block.some((other) => standTogether(overlay, other, nearPx)));
    for (const block of touching) blocks.splice(blocks.indexOf(block), 1);
    blocks.push([...touching.flat(), overlay]);
  }
  return blocks;
}

function standTogether(one: Placed, other: Placed, nearPx: number): boolean {
  if (one.startFrame >= other.endFrame || other.startFrame >= one.endFrame) return false;
  const [a, b] = [boxOfOverlay(one), boxOfOverlay(other)];
  const near = (distance: number, reach: number): boolean => Math.abs(distance) - reach / 2 <= nearPx;
  return near(a.x - b.x, a.width + b.width) && near(a.y - b.y, a.height + b.height);
}

/** Makes room in a block for texts that have more lines than before: what was above and below them moves away. */
function spread(block: readonly Placed[], growth: ReadonlyMap<string, number>): readonly Placed[] {
  const boxes = block.map(boxOfOverlay);
  return block.map((overlay, place) => {
    const { x, y } = boxes[place] ?? { x: 0, y: 0 };
    const push = block.reduce((sum, other, at) => {
      return sum + (Math.sign(y - (boxes[at]?.y ?? y)) * (growth.get(other.id) ?? 0)) / 2;
    }, 0);
    return push === 0 ? overlay : placedAt(overlay, { x, y: y + push });
  });
}

/** A block where it belongs in the new frame; all boxes are measured from the middle of their frame. */
function movedBlock(block: readonly Placed[], was: Spans, before: FrameBefore, frame: Size): readonly Placed[] {
  const boxes = block.map(boxOfOverlay);
  const { across, down } = spanBoxes(block);
  const edges = safeEdgesOf(frame);
  const x = placeAxis(
    { block: across, was: was.across, before: before.width, frame: frame.width, nearPx: before.nearPx },
    [edges.left, 1 - edges.right],
  );
  const y = placeAxis(
    { block: down, was: was.down, before: before.height, frame: frame.height, nearPx: before.nearPx },
    [edges.top, 1 - edges.bottom],
  );
  const shrink = Math.min(x.fits, y.fits);
  const [centreX, centreY] = [settle(x, across, shrink), settle(y, down, shrink)];
  return block.map((overlay, place) => {
    const box = boxes[place] ?? { x: 0, y: 0 };
    const smaller =
      'text' in overlay ? scaleText<TextOverlay>(overlay, shrink) : scaleImage<ImageOverlay>(overlay, shrink);
    return placedAt(smaller, {
      x: centreX + (box.x - across.middle) * shrink,
      y: centreY + (box.y - down.middle) * shrink,
    });
  });
}

interface Stretch {
  readonly middle: number;
  readonly length: number;
}

function along(spans: readonly (readonly [number, number])[]): Stretch {
  const [from, to] = [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
  return { middle: (from + to) / 2, length: to - from };
}

interface Spans {
  readonly across: Stretch;
  readonly down: Stretch;
}

/** What a block takes up, both ways. */
function spanBoxes(block: readonly Placed[]): Spans {
  const boxes = block.map(boxOfOverlay);
  return {
    across: along(boxes.map(({ x, width }) => [x - width / 2, x + width / 2])),
    down: along(boxes.map(({ y, height }) => [y - height / 2, y + height / 2])),
  };
}

interface AxisPlace {
  /** Where the block's middle would be as a share of the frame. */
  readonly wanted: number;
  /** What it stays within; null where it reached out of the frame before, as it was meant to. */
  readonly within: readonly [number, number] | null;
  /** 1, or less where it is too long. */
  readonly fits: number;
}

interface Axis {
  readonly block: Stretch;
  /** The block before its lines were broken. */
  readonly was: Stretch;
  readonly before: number;
  readonly nearPx: number;
  readonly frame: number;
}

/**
 * A block along one axis: it keeps its share, and as much of the safe margins as it had. Only what reached out of the frame
 * before its lines were broken is let out of it now.
 */
function placeAxis({ block, was, before, nearPx, frame }: Axis, safeShares: readonly [number, number]): AxisPlace {
  const wanted = (block.middle * frame) / before;
  const gaps = [was.middle - was.length / 2 + before / 2, before / 2 - was.middle - was.length / 2];
  const reachedOut = was.length <= before && gaps.some((gap) => gap < -nearPx);
  if (reachedOut) return { wanted, within: null, fits: 1 };
  const [first = 0, last = 0] = safeShares.map((share, side) => {
    const had = Math.max(0, gaps[side] ?? 0) / before;
    return Math.min(share, had || share) * frame;
  });
  const room = frame - first - last;
  return { wanted, within: [first - frame / 2, frame / 2 - last], fits: Math.min(1, room / Math.max(1, block.length)) };
}

function settle({ wanted, within }: AxisPlace, block: Stretch, shrink: number): number {
  if (within === null) return wanted;
  const half = (block.length * shrink) / 2;
  return Math.min(Math.max(wanted, within[0] + half), within[1] - half);
}
