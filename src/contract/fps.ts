import { z } from 'zod';

/** Frames per second as an exact fraction; 29.97 is 30000/1001. */
export const Fps = z.strictObject({
  num: z.int().min(1).max(1_000_000),
  den: z.int().min(1).max(100_000),
});
export type Fps = z.infer<typeof Fps>;
