import { z } from 'zod';

/** What a user can set for Gemini. */
export const GeminiSettings = z.strictObject({
  /**
   * How a picture model is told the shape of the frame: in the words of the prompt, with no parameter for it, as documented;
   * or by `imageConfig.aspectRatio`, which today's models take and keep to.
   */
  imageAspect: z.enum(['prompt', 'param']).default('prompt'),
});
export type GeminiSettings = z.infer<typeof GeminiSettings>;
