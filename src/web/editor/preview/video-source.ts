import type { PlayingSource, SourceFile, VideoPicture } from './frame-source.ts';
import { opened } from './opened.ts';
import { steer } from './steer.ts';

const PAINTED_WITHIN_MS = 400; // where a browser does not tell what it painted, or has painted it before
const SAME_MOMENT_S = 0.002;

/**
 * A video played by the browser's own element, muted: it plays everywhere, and buffers by itself.
 *
 * @param room where the element lives; out of sight, but in the page, since browsers let others starve
 */
export function videoSource({ url, frameS }: SourceFile, room: HTMLElement): PlayingSource {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  video.disableRemotePlayback = true;
  room.append(video);
  const ending = new AbortController();
  let presentedS: number | null = null;
  let hasFailed = false;
  let cuedS = 0;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const watch = (): void => {
    if (!('requestVideoFrameCallback' in video)) return;
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      presentedS = mediaTime;
      tell();
      watch();
    });
  };
  watch();
  for (const event of ['seeked', 'loadeddata', 'error']) video.addEventListener(event, tell);
  const there = opened(video, url, ending.signal).catch((error: unknown) => {
    hasFailed = true;
    tell();
    throw error;
  });
  there.catch(() => {}); // told to whoever asks

  const picture = (): VideoPicture | null =>
    video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? { image: video, momentS: presentedS } : null;

  /** Whether the frame that is seen at a moment is the one that was painted last. */
  const shows = (momentS: number): boolean =>
    presentedS !== null && frameS !== null && presentedS <= momentS + SAME_MOMENT_S && momentS < presentedS + frameS;

  const painted = (momentS: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const before = presentedS;
      let hasSeeked = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const done = (end: () => void): void => {
        listeners.delete(look);
        clearTimeout(timer);
        end();
      };
      const look = (): void => {
        if (hasFailed || ending.signal.aborted) return done(() => reject(new Error(`${url} can not be shown`)));
        hasSeeked ||= !video.seeking;
        if (!hasSeeked) return;
        timer ??= setTimeout(() => done(resolve), PAINTED_WITHIN_MS);
        if (shows(momentS) || (frameS === null && presentedS !== before)) done(resolve);
      };
      listeners.add(look);
      look();
    });

  return {
    current: picture,
    hasFailed: () => hasFailed,
    frameAt: async (momentS) => {
      await there;
      video.pause();
      if (!shows(momentS) || video.seeking) {
        const lastS = Number.isFinite(video.duration) ? Math.max(0, video.duration - 0.001) : momentS;
        video.currentTime = Math.min(momentS, lastS);
        await painted(momentS);
      }
      const now = picture();
      if (!now) throw new Error(`${url} has no picture`);
      return now;
    },
    cue: (momentS) => {
      if (cuedS === momentS && presentedS !== null) return;
      cuedS = momentS;
      there.then(() => {
        if (video.paused) video.currentTime = momentS;
      }, ignore);
    },
    follow: (momentS, rate) => {
      if (video.readyState < HTMLMediaElement.HAVE_METADATA || video.seeking || video.ended) return;
      if (momentS >= video.duration) return; // its last frame is held
      const steering = steer(video.currentTime - momentS, rate, video.playbackRate !== rate);
      if (steering.kind === 'seek') video.currentTime = momentS;
      else if (video.playbackRate !== steering.rate) video.playbackRate = steering.rate;
      if (video.paused) video.play().catch(ignore);
    },
    pause: () => video.pause(),
    dispose: () => {
      ending.abort();
      tell();
      video.removeAttribute('src');
      video.load(); // gives the connection back
      video.remove();
    },
  };
}

const ignore = (): void => {};
