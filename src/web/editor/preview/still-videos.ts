import type { SourceFile, StillSource, VideoPicture } from './frame-source.ts';
import { videoSource } from './video-source.ts';

const OPEN_AT_ONCE = 4; // two in a transition, and those beside them

/** Videos that are shown frame by frame, a few of them open at once. */
export interface StillVideos {
  /** @param clipId two clips of one file may meet in a transition: a video element shows one moment at a time */
  readonly frameAt: (clipId: string, file: SourceFile, momentS: number) => Promise<VideoPicture>;
  readonly dispose: () => void;
}

/**
 * Decodes in the page where the browser can; else seeks in a video element. A page that did not come over https, or from this
 * machine, has no decoder.
 */
export function stillVideos(room: HTMLElement): StillVideos {
  const open = new Map<string, Promise<StillSource>>(); // the one asked for last is last
  const undecodable = new Set<string>();

  const close = (key: string): void => {
    open.get(key)?.then(
      (source) => source.dispose(),
      () => {},
    );
    open.delete(key);
  };
  const sourceOf = (key: string, opening: () => Promise<StillSource>): Promise<StillSource> => {
    const source = open.get(key) ?? opening();
    open.delete(key);
    open.set(key, source);
    for (const old of [...open.keys()].slice(0, -OPEN_AT_ONCE)) close(old);
    return source;
  };
  const shownBy = async (key: string, opening: () => Promise<StillSource>, momentS: number): Promise<VideoPicture> => {
    try {
      return await (await sourceOf(key, opening)).frameAt(momentS);
    } catch (error) {
      close(key);
      throw error;
    }
  };
  return {
    frameAt: async (clipId, file, momentS) => {
      if (canDecode() && !undecodable.has(file.url)) {
        try {
          return await shownBy(file.url, () => decoded(file), momentS);
        } catch {
          undecodable.add(file.url);
        }
      }
      return shownBy(`${clipId} ${file.url}`, async () => videoSource(file, room), momentS);
    },
    dispose: () => {
      for (const key of open.keys()) close(key);
    },
  };
}

const canDecode = (): boolean => 'VideoDecoder' in globalThis;

/** Loaded when the first video is to be decoded: it is as large as the rest of the editor. */
async function decoded(file: SourceFile): Promise<StillSource> {
  const { decodedSource } = await import('./decoded-source.ts');
  return decodedSource(file);
}
