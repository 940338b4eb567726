import { z } from 'zod';

const Size = z.string().regex(/^[1-9]\d{1,3}x[1-9]\d{1,3}$/, 'expected a size like 768x1344');

/** What a user may set for an engine that speaks OpenAI's wire; most find out by themselves. */
export const CompatibleSettings = z.strictObject({
  /** How it is held to JSON; `auto` begins with a schema and asks for less where the engine knows no such format. */
  structure: z.enum(['auto', 'json_schema', 'json_object', 'text']).default('auto'),
  /** Sizes its picture model makes, where they are not those of SDXL. */
  pictureSizes: z.strictObject({ portrait: Size, landscape: Size, square: Size }).optional(),
  /** `bar`: behind a `|` in the prompt, as LocalAI wants it. */
  negativePrompt: z.enum(['words', 'bar']).default('words'),
});
export type CompatibleSettings = z.infer<typeof CompatibleSettings>;

/** The settings of a context, whoever parsed them. */
export function compatibleSettings(settings: unknown): CompatibleSettings {
  return CompatibleSettings.parse(settings ?? {});
}
