import { z } from 'zod';

/** The words of a scene as a model writes them, in a script and in another version of it alike. */
export function writtenWords(isDirect: boolean) {
  const picture = z.string().trim();
  return {
    // The pictures of direct mode are there already.
    image_prompt: isDirect ? picture.nullish() : picture.min(1, 'a scene needs an image prompt'),
    negative_prompt: z.string().trim().nullish(),
    video_prompt: z.string().trim().nullish(),
    text_overlay: z.string().trim().nullish(),
    transition: z.string().nullish(),
  };
}
