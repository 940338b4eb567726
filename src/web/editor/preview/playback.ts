import { create } from 'zustand';

/** How the sound of the film stands: there is none, it is being mixed, it is heard, or it can not be had. */
export type SoundState = 'silent' | 'mixing' | 'on' | 'failed';

/** How the film is being played; nothing of it is part of the edit. */
interface Playback {
  /** Times the film's own speed; negative: backwards; 0: paused. */
  readonly rate: number;
  /** The player has no picture for where it is, and waits for it. */
  readonly isWaiting: boolean;
  readonly isLooping: boolean;
  readonly sound: SoundState;
  /** Of this browser, not of the film. */
  readonly volume: number;
  readonly isMuted: boolean;
  /** The server's own picture of this frame is to be shown, until something changes. */
  readonly still: { readonly frame: number; readonly isDrawn: boolean } | null;
}

const RATES = [-2, -1, 0, 1, 2] as const;
const VOLUME_KEY = 'scenewright.monitor';

/** What the transport, the stage and the player share. */
export const usePlayback = create<Playback>(() => ({
  rate: 0,
  isWaiting: false,
  isLooping: false,
  sound: 'silent',
  ...monitor(),
  still: null,
}));

const { getState, setState } = usePlayback;

/** Everything that can be done with the film without changing it. */
export const playback = {
  /** Space: plays, or stops. */
  toggle(): void {
    playback.setRate(getState().rate === 0 ? 1 : 0);
  },

  /** J and L: one speed further back, one further on. */
  shuttle(direction: -1 | 1): void {
    const place = RATES.findIndex((rate) => rate === getState().rate);
    playback.setRate(RATES[Math.min(RATES.length - 1, Math.max(0, place + direction))] ?? 0);
  },

  setRate(rate: number): void {
    if (rate !== getState().rate) setState({ rate, ...(rate === 0 ? { isWaiting: false } : { still: null }) });
  },

  pause(): void {
    playback.setRate(0);
  },

  setLooping(isLooping: boolean): void {
    setState({ isLooping });
  },

  /** Volume and mute of what is heard here; the film keeps its own. */
  setMonitor(monitorNow: { readonly volume?: number; readonly isMuted?: boolean }): void {
    setState(monitorNow);
    const { volume, isMuted } = getState();
    localStorage.setItem(VOLUME_KEY, JSON.stringify({ volume, isMuted }));
  },

  showStill(still: Playback['still']): void {
    setState({ still });
  },

  /** For the player: how it gets on. */
  tell(news: Partial<Pick<Playback, 'isWaiting' | 'sound'>>): void {
    const now = getState();
    const isNews = Object.entries(news).some(([name, value]) => now[name as keyof typeof news] !== value);
    if (isNews) setState(news);
  },
} as const;

function monitor(): Pick<Playback, 'volume' | 'isMuted'> {
  const { volume, isMuted } = keptMonitor();
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1;
  return { volume: isVolume ? volume : 1, isMuted: isMuted === true };
}

function keptMonitor(): { readonly volume?: unknown; readonly isMuted?: unknown } {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(VOLUME_KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
