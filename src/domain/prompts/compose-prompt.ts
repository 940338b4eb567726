import type { StyleGuide } from '#contract/style-guide.ts';
import { stylePrefix } from './style-prefix.ts';

/** Where an instruction may come from; the nearest to the request that says anything wins, then the default. */
interface Instructions {
  readonly request?: string | null | undefined;
  readonly work?: string | null | undefined;
  readonly project?: string | null | undefined;
}

export interface PromptParts {
  readonly styleGuide: StyleGuide;
  readonly instruction?: Instructions | undefined;
  /** The scene's own words. */
  readonly prompt: string;
}

/** Said when nobody has written an image instruction. */
export const defaultImageInstruction =
  'Make one finished frame of a short film: a single clear subject, one light from the upper left, real depth from foreground to background, and a quiet third of the frame left free. No letters, no captions, no logos, no watermark.';

/** Said when nobody has written a video instruction. */
export const defaultVideoInstruction =
  'Bring this still to life as one continuous shot: the camera moves smoothly and only as described, subjects keep their shape, colours and light stay as they are. No cuts, no added text.';

/** What a picture model is asked: style prefix, instruction, the scene's own words. */
export function composeImagePrompt(parts: PromptParts): string {
  return compose(parts, defaultImageInstruction);
}

/** What a video model is asked: style prefix, instruction, the scene's own words. */
export function composeVideoPrompt(parts: PromptParts): string {
  return compose(parts, defaultVideoInstruction);
}

function compose({ styleGuide, instruction, prompt }: PromptParts, fallback: string): string {
  const said = [instruction?.request, instruction?.work, instruction?.project].find(
    (words) => words != null && words.trim() !== '',
  );
  return [stylePrefix(styleGuide), said ?? fallback, prompt]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
