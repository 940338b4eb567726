import { useEffect } from 'react';
import { create } from 'zustand';
import type { EditSource } from '#contract/edit.ts';
import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';

/** What there is to show of a source, small. */
export interface ClipStills {
  readonly image: HTMLImageElement;
  /** How many pictures lie side by side in it. */
  readonly count: number;
}

type StillsOf = Pick<EditSource, 'filmstripUrl' | 'posterUrl'>;
type Loaded = Readonly<Record<string, HTMLImageElement>>;

const useLoaded = create<Loaded>(() => ({}));
const loading = new Set<string>();

/** The pictures that are there, by their addresses. */
export const useLoadedPictures = (): Loaded => useLoaded();

/** Its strip; until that is there, and of what has none, its poster. */
export function stillsOf({ filmstripUrl, posterUrl }: StillsOf, loaded: Loaded): ClipStills | null {
  const strip = filmstripUrl === null ? undefined : loaded[filmstripUrl];
  if (strip) return { image: strip, count: FILMSTRIP_FRAMES };
  const poster = posterUrl === null ? undefined : loaded[posterUrl];
  return poster ? { image: poster, count: 1 } : null;
}

/** Says whether there is anything to show of a source, and asks for it. */
export function useHasStills(source: StillsOf | undefined): boolean {
  const { filmstripUrl = null, posterUrl = null } = source ?? {};
  const hasStrip = useLoaded((loaded) => filmstripUrl !== null && filmstripUrl in loaded);
  const hasPoster = useLoaded((loaded) => posterUrl !== null && posterUrl in loaded);
  useEffect(() => {
    if (filmstripUrl === null) ask(posterUrl);
    else ask(filmstripUrl, () => ask(posterUrl));
  }, [filmstripUrl, posterUrl]);
  return hasStrip || hasPoster;
}

/** One that could not be loaded is asked for again when it is next needed. */
function ask(url: string | null, onFailed?: () => void): void {
  if (url === null || loading.has(url) || url in useLoaded.getState()) return;
  loading.add(url);
  const image = new Image();
  image.decoding = 'async';
  image.onload = () => {
    loading.delete(url);
    useLoaded.setState({ [url]: image });
  };
  image.onerror = () => {
    loading.delete(url);
    onFailed?.();
  };
  image.src = url;
}
