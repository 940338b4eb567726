import { readFile } from 'node:fs/promises';
import type { CanvasKit } from 'canvaskit-wasm';
import type { TextOverlay } from '#contract/timeline.ts';
import { openFonts, type TitleFonts } from '#effects/titles/open-fonts.ts';
import { scriptsIn } from '#effects/titles/scripts.ts';
import { fontFiles } from '#media/fonts.ts';

const openedFonts = new Map<string, Promise<TitleFonts>>();

/** The fonts a text needs, and no other: the one nearest in weight of each family of its scripts. */
export function fontsFor(canvasKit: CanvasKit, overlay: TextOverlay): Promise<TitleFonts> {
  const scripts = scriptsIn(overlay.text);
  const wanted = fontFiles.filter(
    (font) => scripts.has(font.script) && font.weight === nearestWeight(font.family, overlay.fontWeight),
  );
  const key = wanted.map(({ path }) => path).join('\n');
  let opened = openedFonts.get(key);
  if (!opened) {
    opened = Promise.all(wanted.map(async ({ family, path }) => ({ family, bytes: await readFile(path) }))).then(
      (fonts) => openFonts(canvasKit, fonts),
    );
    openedFonts.set(key, opened);
  }
  return opened;
}

function nearestWeight(family: string, weight: number): number {
  const weights = fontFiles.filter((font) => font.family === family).map((font) => font.weight);
  return weights.reduce(
    (best, one) => (Math.abs(one - weight) < Math.abs(best - weight) ? one : best),
    weights[0] ?? 400,
  );
}
