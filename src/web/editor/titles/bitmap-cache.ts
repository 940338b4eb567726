/** A drawn bitmap and where its top left lies, from its overlay's home; without an image where nothing is seen. */
export interface KeptBitmap {
  readonly image: ImageBitmap | null;
  readonly x: number;
  readonly y: number;
}

/** Bitmaps by name. What is let go of is given back to the browser. */
export interface BitmapCache {
  readonly get: (name: string) => KeptBitmap | undefined;
  readonly has: (name: string) => boolean;
  readonly set: (name: string, kept: KeptBitmap) => void;
  readonly clear: () => void;
}

/** Keeps what was last asked for, up to so many bytes; the newest is kept whatever its size. */
export function bitmapCache(mostBytes: number): BitmapCache {
  const kept = new Map<string, KeptBitmap>(); // in the order in which they were last asked for
  let bytes = 0;
  const drop = (name: string): void => {
    const one = kept.get(name);
    if (!one) return;
    kept.delete(name);
    bytes -= bytesOf(one);
    one.image?.close();
  };
  return {
    get: (name) => {
      const one = kept.get(name);
      if (!one) return undefined;
      kept.delete(name);
      kept.set(name, one);
      return one;
    },
    has: (name) => kept.has(name),
    set: (name, one) => {
      drop(name);
      kept.set(name, one);
      bytes += bytesOf(one);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes || oldest === name) break;
        drop(oldest);
      }
    },
    clear: () => {
      for (const name of kept.keys()) drop(name);
    },
  };
}

const bytesOf = ({ image }: KeptBitmap): number => (image ? image.width * image.height * 4 : 0);
