import { memo, useEffect, useMemo, useState } from 'react';
import type { EditSource } from '#contract/edit.ts';
import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';
import { filmTiles } from './film-tiles.ts';
import { PartCanvas } from './part-canvas.tsx';

interface FilmstripProps {
  readonly source: Pick<EditSource, 'filmstripUrl' | 'posterUrl' | 'frames'>;
  readonly sourceStartFrame: number;
  readonly scale: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
}

/** What is seen in a clip, still by still; of a picture, or until there is a strip, the one still there is. */
export const Filmstrip = memo(function Filmstrip(props: FilmstripProps) {
  const { source, sourceStartFrame, scale, fromPx, toPx, heightPx } = props;
  const strip = usePicture(source.filmstripUrl);
  const poster = usePicture(strip ? null : source.posterUrl);
  const picture = strip ?? poster;
  const draw = useMemo(() => {
    if (!picture) return null;
    const stills = strip ? FILMSTRIP_FRAMES : 1;
    const stillPx = picture.naturalWidth / stills;
    const tilePx = Math.max(4, (heightPx * stillPx) / picture.naturalHeight);
    const sourceFrames = source.frames ?? 1;
    return (context: CanvasRenderingContext2D) => {
      for (const { x, still } of filmTiles({ fromPx, toPx, tilePx, scale, sourceStartFrame, sourceFrames })) {
        const from = strip ? still * stillPx : 0;
        context.drawImage(picture, from, 0, stillPx, picture.naturalHeight, x, 0, tilePx + 0.5, heightPx);
      }
    };
  }, [picture, strip, source.frames, fromPx, toPx, scale, sourceStartFrame, heightPx]);
  return draw && <PartCanvas fromPx={fromPx} toPx={toPx} heightPx={heightPx} draw={draw} />;
});

const pictures = new Map<string, Promise<HTMLImageElement | null>>();

/** A picture once it is there; one that could not be loaded is asked for again when it is next needed. */
function usePicture(url: string | null): HTMLImageElement | null {
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly picture: HTMLImageElement } | null>(null);
  useEffect(() => {
    if (url === null) return undefined;
    let isWanted = true;
    void loadPicture(url).then((picture) => isWanted && picture && setLoaded({ url, picture }));
    return () => {
      isWanted = false;
    };
  }, [url]);
  return loaded?.url === url ? loaded.picture : null;
}

function loadPicture(url: string): Promise<HTMLImageElement | null> {
  const known = pictures.get(url);
  if (known) return known;
  const loading = new Promise<HTMLImageElement | null>((resolve) => {
    const picture = new Image();
    picture.decoding = 'async';
    picture.onload = () => resolve(picture);
    picture.onerror = () => {
      pictures.delete(url);
      resolve(null);
    };
    picture.src = url;
  });
  pictures.set(url, loading);
  return loading;
}
