import { z } from 'zod';
import { HEX_COLOUR } from './hex-colour.ts';

/** A colour as `#rgb` or `#rrggbb`. */
export const HexColour = z.string().regex(HEX_COLOUR, 'expected a colour like #1a2b3c');

export const Tempo = z.enum(['fast', 'medium', 'slow']);
export type Tempo = z.infer<typeof Tempo>;

/** How a project's (or a work's) pictures look and its words sound; every field may be left out. */
export const StyleGuide = z.strictObject({
  tone: z.string().max(500).optional(),
  color_palette: z.array(HexColour).max(16).optional(),
  tempo: Tempo.optional(),
  camera_style: z.string().max(500).optional(),
  brand_voice: z.string().max(1000).optional(),
  must_include: z.array(z.string().max(200)).max(50).optional(),
  must_avoid: z.array(z.string().max(200)).max(50).optional(),
});
export type StyleGuide = z.infer<typeof StyleGuide>;

/** What of a style guide an analysis can say. */
export const FoundStyle = z.enum(['tone', 'color_palette', 'tempo', 'camera_style']);
export type FoundStyle = z.infer<typeof FoundStyle>;

const { tone, color_palette, tempo, camera_style, brand_voice, must_include, must_avoid } = StyleGuide.shape;

/** The same from a client, where null is as good as nothing. */
export const GivenStyleGuide = z
  .strictObject({
    tone: tone.nullable(),
    color_palette: color_palette.nullable(),
    tempo: tempo.nullable(),
    camera_style: camera_style.nullable(),
    brand_voice: brand_voice.nullable(),
    must_include: must_include.nullable(),
    must_avoid: must_avoid.nullable(),
  })
  .transform((given): StyleGuide => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)));
