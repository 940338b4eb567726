import type { SKRSContext2D } from '@napi-rs/canvas';
import { BLEED, type FrameSize } from './look.ts';

/** Fills the frame and its bleed with whatever `fillStyle` is. */
export function fillAll(context: SKRSContext2D, frame: FrameSize): void {
  context.fillRect(
    -BLEED * frame.width - 2,
    -BLEED * frame.height - 2,
    frame.width * (1 + 2 * BLEED) + 4,
    frame.height * (1 + 2 * BLEED) + 4,
  );
}
