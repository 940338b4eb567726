import type { ExportQuality } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { boxOfOverlay } from '#domain/timeline/overlay-box.ts';
import type { World } from '../world.ts';

const BYTES_PER_PIXEL = { draft: 0.03, standard: 0.04, high: 0.08 } as const satisfies Record<ExportQuality, number>; // lively footage takes half of it
/** Of the AAC that every film has. */
export const SOUND_BYTES_PER_S = 24_000;

const ROOM_TO_SPARE_BYTES = 50e6;
const DRAWN_BYTES_PER_PIXEL = 2.5; // yuva420p, a bitmap for each frame in which an overlay moves

/** How much of a film is rendered, and how. */
interface Rendering {
  readonly quality: ExportQuality;
  /** All of it where that is not known. */
  readonly framesMissing?: number;
}

/** What an export needs of the disk: its segments, the file they are joined to, and what is drawn on the way. */
export function diskNeededBytes(timeline: Timeline, { quality, framesMissing }: Rendering): number {
  const framesTotal = outputLengthFrames(timeline);
  const { width, height, fps } = timeline;
  const picture = width * height * BYTES_PER_PIXEL[quality] * (framesTotal + (framesMissing ?? framesTotal));
  const sound = 2 * SOUND_BYTES_PER_S * ((framesTotal * fps.den) / fps.num);
  const drawn = [...timeline.texts, ...timeline.images].reduce((sum, overlay) => {
    const box = boxOfOverlay(overlay);
    const pixels = Math.min(box.width, width) * Math.min(box.height, height);
    const moves = (overlay.animation?.inFrames ?? 0) + (overlay.animation?.outFrames ?? 0);
    const bitmaps = Math.min(1 + moves, Math.max(1, overlay.endFrame - overlay.startFrame));
    return sum + pixels * bitmaps * DRAWN_BYTES_PER_PIXEL;
  }, 0);
  return Math.ceil(picture + sound + drawn + ROOM_TO_SPARE_BYTES);
}

/**
 * Refuses to begin what would fill the disk.
 *
 * @throws Problem `disk_low`
 */
export async function checkDisk(
  world: Pick<World, 'freeBytes' | 'directories'>,
  timeline: Timeline,
  rendering: Rendering,
): Promise<void> {
  const neededBytes = diskNeededBytes(timeline, rendering);
  const freeBytes = await world.freeBytes(world.directories.scratch);
  if (freeBytes < neededBytes) throw diskLow(world, freeBytes, neededBytes);
}

/** Says that the disk is full, with what was free at last and what is needed. */
export function diskLow({ directories }: Pick<World, 'directories'>, freeBytes: number, neededBytes: number): Problem {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return new Problem('disk_low', {
    free: megabytes(freeBytes),
    path: directories.scratch,
    needed: megabytes(neededBytes),
    freeBytes,
    neededBytes,
  });
}
