import type { CanvasKit, TypefaceFontProvider } from 'canvaskit-wasm';

/** Fonts CanvasKit has read, and the order in which families are asked for a glyph. */
export interface TitleFonts {
  readonly provider: TypefaceFontProvider;
  readonly families: readonly string[];
  /** What a font of the user's own is registered as, which is asked first; null without one. */
  readonly own: string | null;
}

/** A font's bytes under the name of its family; several weights share one name. */
export interface FontBytes {
  readonly family: string;
  readonly bytes: Uint8Array;
}

const OWN = 'a font of the project'; // a name that no family has

/** Hands fonts to CanvasKit. The provider copies them; call `provider.delete()` when done. */
export function openFonts(canvasKit: CanvasKit, fonts: readonly FontBytes[], own: Uint8Array | null): TitleFonts {
  const provider = canvasKit.TypefaceFontProvider.Make();
  if (own) provider.registerFont(own, OWN);
  for (const { family, bytes } of fonts) provider.registerFont(bytes, family);
  return { provider, families: [...new Set(fonts.map(({ family }) => family))], own: own && OWN };
}
