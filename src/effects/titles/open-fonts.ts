import type { CanvasKit, TypefaceFontProvider } from 'canvaskit-wasm';

/** Fonts CanvasKit has read, and the order in which families are asked for a glyph. */
export interface TitleFonts {
  readonly provider: TypefaceFontProvider;
  readonly families: readonly string[];
}

/** A font's bytes under the name of its family; several weights share one name. */
export interface FontBytes {
  readonly family: string;
  readonly bytes: Uint8Array;
}

/** Hands fonts to CanvasKit. The provider copies them; call `provider.delete()` when done. */
export function openFonts(canvasKit: CanvasKit, fonts: readonly FontBytes[]): TitleFonts {
  const provider = canvasKit.TypefaceFontProvider.Make();
  for (const { family, bytes } of fonts) provider.registerFont(bytes, family);
  return { provider, families: [...new Set(fonts.map(({ family }) => family))] };
}
