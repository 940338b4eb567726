interface FilmSize {
  readonly width: number;
  readonly height: number;
}

/** Draws a picture that is shown as a clip, cut to the frame as an export cuts it. */
export type DrawStill = (url: string, film: FilmSize) => Promise<ImageBitmap>;

/** Pictures that are shown as clips, each drawn once by the export's own code and kept while it is asked for. */
export interface DrawnStills {
  /** What is drawn already; asks for it where it is not. */
  readonly get: (url: string, film: FilmSize) => ImageBitmap | null;
  readonly load: (url: string, film: FilmSize) => Promise<ImageBitmap>;
}

const KEPT = 6; // each is as large as the film: 8 MB at 1080 × 1920

/** @param onDrawn called when one that was asked for by `get` is there */
export function drawnStills(draw: DrawStill, onDrawn: () => void): DrawnStills {
  const asked = new Map<string, Promise<ImageBitmap>>(); // the one asked for last is last
  const there = new Map<string, ImageBitmap>();
  const nameOf = (url: string, { width, height }: FilmSize): string => `${width}x${height} ${url}`;
  const load = (url: string, film: FilmSize): Promise<ImageBitmap> => {
    const name = nameOf(url, film);
    const known = asked.get(name) ?? drawn(name, url, film);
    asked.delete(name);
    asked.set(name, known);
    for (const old of [...asked.keys()].slice(0, -KEPT)) {
      asked.delete(old);
      there.delete(old); // not closed: it may be what is shown
    }
    return known;
  };
  const drawn = async (name: string, url: string, film: FilmSize): Promise<ImageBitmap> => {
    const image = await draw(url, film);
    if (asked.has(name)) there.set(name, image);
    return image;
  };
  return {
    load,
    get: (url, film) => {
      const name = nameOf(url, film);
      const image = there.get(name);
      if (!image && !asked.has(name)) load(url, film).then(onDrawn, () => {}); // the picture itself stands in
      return image ?? null;
    },
  };
}
