import type { CanvasKit } from 'canvaskit-wasm';
import type { FontFamily } from '#contract/font.ts';
import type { TextOverlay } from '#contract/timeline.ts';
import { chooseFonts } from '#effects/titles/choose-fonts.ts';
import { openFonts, type TitleFonts } from '#effects/titles/open-fonts.ts';
import { CannotDraw, fetchPart } from './why-not-drawn.ts';

const files = new Map<string, Promise<Uint8Array>>();
const opened = new Map<string, Promise<TitleFonts>>();

/** The fonts a text needs, and no other, fetched when they are first needed: the Chinese ones are 10 MB each. */
export function fontsFor(
  canvasKit: CanvasKit,
  families: readonly FontFamily[],
  overlay: TextOverlay,
): Promise<TitleFonts> {
  const faces = families.flatMap(({ family, script, assetId, faces: of }) =>
    assetId === undefined ? of.map(({ weight, url }) => ({ family, script, weight, url })) : [],
  );
  const own = families.find(({ assetId }) => assetId !== undefined && assetId === overlay.fontAssetId)?.faces[0];
  if (overlay.fontAssetId !== undefined && !own) {
    return Promise.reject(new CannotDraw('font-gone', 'The font is not there any more.'));
  }
  const wanted = chooseFonts(faces, overlay);
  const key = [own?.url ?? '', ...wanted.map(({ url }) => url)].join('\n');
  return remembered(opened, key, async () => {
    const fonts = await Promise.all(wanted.map(async ({ family, url }) => ({ family, bytes: await fileOf(url) })));
    return openFonts(canvasKit, fonts, own ? await fileOf(own.url) : null);
  });
}

function fileOf(url: string): Promise<Uint8Array> {
  return remembered(files, url, async () => {
    const response = await fetchPart(url, 'font-gone');
    return new Uint8Array(await response.arrayBuffer());
  });
}

/** What failed is asked for again the next time. */
function remembered<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
