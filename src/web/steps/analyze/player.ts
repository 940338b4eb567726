import { createStore, useStore } from 'zustand';

interface Playing {
  readonly timeS: number;
  readonly isPlaying: boolean;
  readonly isMuted: boolean;
  /** The browser cannot play it. */
  readonly isBroken: boolean;
}

/** A video element as the screen drives it; who shows the time listens to it alone. */
export type Player = ReturnType<typeof createPlayer>;

/** Makes a player, to be attached to a video element. */
export function createPlayer(startS: number) {
  const store = createStore<Playing>(() => ({ timeS: startS, isPlaying: false, isMuted: false, isBroken: false }));
  let video: HTMLVideoElement | null = null;
  let frame = 0;

  const read = (): void => {
    if (video && !video.seeking) store.setState({ timeS: video.currentTime });
  };
  const follow = (): void => {
    read();
    frame = requestAnimationFrame(follow);
  };
  const events: Readonly<Record<string, () => void>> = {
    play: () => {
      store.setState({ isPlaying: true });
      cancelAnimationFrame(frame);
      follow();
    },
    pause: () => {
      cancelAnimationFrame(frame);
      store.setState({ isPlaying: false });
      read();
    },
    seeked: read,
    volumechange: () => video && store.setState({ isMuted: video.muted }),
    loadedmetadata: () => {
      if (video) video.currentTime = store.getState().timeS;
      store.setState({ isBroken: false });
    },
  };
  return {
    store,
    /** For `ref`; answers with what lets go of it. */
    attach: (element: HTMLVideoElement | null) => {
      if (!element) return undefined;
      video = element;
      for (const [name, hear] of Object.entries(events)) element.addEventListener(name, hear);
      if (element.readyState >= HTMLMediaElement.HAVE_METADATA) events['loadedmetadata']?.();
      return () => {
        cancelAnimationFrame(frame);
        for (const [name, hear] of Object.entries(events)) element.removeEventListener(name, hear);
        video = null;
        store.setState({ isPlaying: false });
      };
    },
    /** Shows a moment at once. */
    seek: (timeS: number) => {
      store.setState({ timeS });
      if (video && video.readyState >= HTMLMediaElement.HAVE_METADATA) video.currentTime = timeS;
    },
    toggle: () => {
      if (video?.paused) void video.play().catch(() => store.setState({ isBroken: true }));
      else video?.pause();
    },
    mute: () => {
      if (video) video.muted = !video.muted;
    },
    enlarge: () => void video?.requestFullscreen().catch(() => {}),
    broke: () => store.setState({ isBroken: true }),
  };
}

/** Something of what a player does, now and whenever it changes. */
export const usePlaying = <T>(player: Player, select: (playing: Playing) => T): T => useStore(player.store, select);
