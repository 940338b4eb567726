import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TextOverlay } from '#contract/timeline.ts';
import { fontsQuery } from '../../queries/fonts.ts';
import { useEditor } from '../store/editor-store.ts';

const loading = new Map<string, Promise<string | null>>();

/** The font of a text as the page may use it, once it is there; null until then. */
export function usePageFont({ fontFamily, fontAssetId, fontWeight }: TextOverlay): string | null {
  const projectId = useEditor(({ place }) => place.projectId);
  const { data: fonts } = useQuery(fontsQuery(projectId));
  const font = fonts?.find(({ family, assetId }) =>
    fontAssetId === undefined ? assetId === undefined && family === fontFamily : assetId === fontAssetId,
  );
  const face = font?.faces.toSorted((a, b) => Math.abs(a.weight - fontWeight) - Math.abs(b.weight - fontWeight))[0];
  const url = face?.url;
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly name: string | null } | null>(null);
  useEffect(() => {
    if (url === undefined) return undefined;
    let isWanted = true;
    void load(url).then((name) => isWanted && setLoaded({ url, name }));
    return () => {
      isWanted = false;
    };
  }, [url]);
  return loaded?.url === url ? (loaded?.name ?? null) : null;
}

/** A file of a font under a name of its own, so that it takes no other's place on the page. */
function load(url: string): Promise<string | null> {
  const name = `film-${loading.size}`;
  const known =
    loading.get(url) ??
    new FontFace(name, `url("${url}")`).load().then(
      (face) => {
        document.fonts.add(face);
        return name;
      },
      () => null, // it is written in the page's own letters
    );
  loading.set(url, known);
  return known;
}
