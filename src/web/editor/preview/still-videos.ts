import type { TimelineClip } from '#contract/timeline.ts';
import type { SourceFile, StillSource, VideoPicture } from './frame-source.ts';
import { videoSource } from './video-source.ts';

const OPEN_AT_ONCE = 4; // two in a transition, and where the playhead was before

/** Videos that are shown frame by frame, a few of them open at once. */
export interface StillVideos {
  readonly frameAt: (clip: TimelineClip, file: SourceFile, momentS: number) => Promise<VideoPicture>;
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
    void open.get(key)?.then(
      (source) => source.dispose(),
      () => {},
    );
    open.delete(key);
  };
  const sourceOf = (key: string, file: SourceFile): Promise<StillSource> => {
    const known = open.get(key) ?? openSource(file);
    open.delete(key);
    open.set(key, known);
    for (const old of [...open.keys()].slice(0, -OPEN_AT_ONCE)) close(old);
    return known;
  };
  const openSource = async (file: SourceFile): Promise<StillSource> => {
    if (canDecode() && !undecodable.has(file.url)) {
      try {
        const { decodedSource } = await import('./decoded-source.ts');
        return await decodedSource(file);
      } catch {
        undecodable.add(file.url);
      }
    }
    return videoSource(file, room);
  };
  return {
    // Two clips of one file may meet in a transition: each is read on its own.
    frameAt: async (clip, file, momentS) => {
      const key = `${clip.id} ${file.url}`;
      const source = await sourceOf(key, file);
      try {
        return await source.frameAt(momentS);
      } catch (error) {
        close(key);
        throw error;
      }
    },
    dispose: () => {
      for (const key of open.keys()) close(key);
    },
  };
}

const canDecode = (): boolean => 'VideoDecoder' in globalThis;
