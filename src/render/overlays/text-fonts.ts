import { readFile } from 'node:fs/promises';
import type { CanvasKit } from 'canvaskit-wasm';
import type { TextOverlay } from '#contract/timeline.ts';
import { chooseFonts } from '#effects/titles/choose-fonts.ts';
import { openFonts, type TitleFonts } from '#effects/titles/open-fonts.ts';
import { fontFiles } from '#media/fonts.ts';
import type { FontPaths } from './raster-task.ts';

const openedFonts = new Map<string, Promise<TitleFonts>>();

/** The fonts a text needs, and no other; one of the project's own is drawn with where its file is named. */
export function fontsFor(canvasKit: CanvasKit, overlay: TextOverlay, own: FontPaths = {}): Promise<TitleFonts> {
  const ownPath = overlay.fontAssetId === undefined ? undefined : own[overlay.fontAssetId];
  const wanted = chooseFonts(fontFiles, overlay);
  const key = [ownPath ?? '', ...wanted.map(({ path }) => path)].join('\n');
  let opened = openedFonts.get(key);
  if (!opened) {
    opened = read(canvasKit, wanted, ownPath);
    openedFonts.set(key, opened);
    opened.catch(() => openedFonts.delete(key));
  }
  return opened;
}

async function read(
  canvasKit: CanvasKit,
  wanted: readonly { readonly family: string; readonly path: string }[],
  ownPath: string | undefined,
): Promise<TitleFonts> {
  const fonts = await Promise.all(wanted.map(async ({ family, path }) => ({ family, bytes: await readFile(path) })));
  return openFonts(canvasKit, fonts, ownPath === undefined ? null : await readFile(ownPath));
}
