import { useEffect, useRef, useState } from 'react';

/** What is listened to in the library, and how far it has come. */
export interface Listening {
  /** Address of what sounds now. */
  readonly url: string | null;
  /** 0 to 1. */
  readonly played: number;
  readonly toggle: (url: string) => void;
}

/** Plays one sound at a time, and stops when the panel is left. */
export function useListening(): Listening {
  const player = useRef<HTMLAudioElement | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [played, setPlayed] = useState(0);
  useEffect(() => () => player.current?.pause(), []);
  const stop = (): void => {
    player.current?.pause();
    setUrl(null);
    setPlayed(0);
  };
  const toggle = (wanted: string): void => {
    stop();
    if (wanted === url) return;
    const audio = new Audio(wanted);
    player.current = audio;
    audio.addEventListener('timeupdate', () => {
      if (player.current === audio && audio.duration > 0) setPlayed(audio.currentTime / audio.duration);
    });
    const ended = (): void => {
      if (player.current === audio) stop();
    };
    audio.addEventListener('ended', ended);
    setUrl(wanted);
    audio.play().catch(ended); // it was stopped before it began, or cannot be played here
  };
  return { url, played, toggle };
}
