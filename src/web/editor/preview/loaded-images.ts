const KEPT = 16;

/** Pictures by their address, loaded once and kept while they are asked for. */
export interface LoadedImages {
  /** What is there already; asks for it where it is not. Null where it is not there yet, or can not be had. */
  readonly get: (url: string) => HTMLImageElement | null;
  readonly load: (url: string) => Promise<HTMLImageElement>;
  readonly hasFailed: (url: string) => boolean;
}

/** @param onLoaded called when a picture that was asked for by `get` is there */
export function loadedImages(onLoaded: () => void): LoadedImages {
  const asked = new Map<string, Promise<HTMLImageElement>>(); // the one asked for last is last
  const there = new Map<string, HTMLImageElement>();
  const failed = new Set<string>();
  const load = (url: string): Promise<HTMLImageElement> => {
    const known = asked.get(url) ?? decoded(url);
    asked.delete(url);
    asked.set(url, known);
    for (const old of [...asked.keys()].slice(0, -KEPT)) {
      asked.delete(old);
      there.delete(old);
    }
    return known;
  };
  const decoded = async (url: string): Promise<HTMLImageElement> => {
    const image = new Image();
    image.src = url;
    try {
      await image.decode();
    } catch (error) {
      failed.add(url);
      asked.delete(url);
      throw error;
    }
    failed.delete(url);
    there.set(url, image);
    return image;
  };
  return {
    load,
    hasFailed: (url) => failed.has(url),
    get: (url) => {
      const image = there.get(url);
      if (!image && !failed.has(url)) load(url).then(onLoaded, onLoaded);
      return image ?? null;
    },
  };
}
