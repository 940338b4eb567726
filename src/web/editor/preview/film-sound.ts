import { refusalOf } from '../../app/api.ts';
import { flushAll, useSaveState } from '../../app/use-autosave.ts';
import type { SoundState } from './playback.ts';

/** The sound of the film, mixed by the server as an export has it, and played beside the picture. */
export interface FilmSound {
  /** Says what is to be heard; a sound mixed before for the same is kept, and null is silence. */
  readonly know: (signature: string | null, url: string) => void;
  /** Sounds from where the film is, as soon as there is something. */
  readonly play: (rate: number) => void;
  readonly pause: () => void;
  /** Where it is; null while nothing is heard. */
  readonly nowS: () => number | null;
  readonly setVolume: (volume: number, isMuted: boolean) => void;
  readonly dispose: () => void;
}

const QUIET_MS = 1500; // nobody wants a mix of each step of a drag
const LONGEST_STEP_S = 0.25;

/**
 * @param onState called with how it stands
 * @param nowS where the film is, for a sound that joins
 */
export function filmSound(onState: (state: SoundState) => void, nowS: () => number): FilmSound {
  const audio = new Audio();
  audio.preload = 'auto';
  let wanted: { readonly signature: string | null; readonly url: string } = { signature: null, url: '' };
  let mixed: string | null = null; // the signature of what the element has
  let playing: { readonly rate: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;
  let address: string | null = null;

  const isRight = (): boolean => mixed !== null && mixed === wanted.signature;
  const join = (): void => {
    if (!playing || !isRight() || playing.rate <= 0) return;
    audio.playbackRate = playing.rate;
    const atS = nowS();
    if (Math.abs(audio.currentTime - atS) > LONGEST_STEP_S || audio.paused) audio.currentTime = atS;
    audio.play().catch(() => {}); // a browser may wait for the first press; the picture plays on
  };
  const take = async (blob: Blob, signature: string): Promise<void> => {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(blob);
    mixed = null;
    audio.src = address;
    await new Promise((resolve, reject) => {
      audio.addEventListener('canplay', resolve, { once: true });
      audio.addEventListener('error', reject, { once: true });
    });
    mixed = signature;
  };
  const mix = async (): Promise<void> => {
    clearTimeout(timer);
    const { signature, url } = wanted;
    if (signature === null || asking || isRight()) return;
    const { signal } = (asking = new AbortController());
    try {
      await flushAll(); // the server mixes the edit it has
      const { state } = useSaveState.getState();
      if (state !== null && state !== 'saved') throw new Error('the edit is not saved');
      const response = await fetch(url, { signal, cache: 'no-cache' });
      if (!response.ok) throw await refusalOf(response);
      await take(await response.blob(), signature);
      if (isRight()) onState('on');
      join();
    } catch {
      if (!signal.aborted && wanted.signature === signature) onState('failed');
    } finally {
      asking = null;
      if (!signal.aborted && wanted.signature !== signature) soon(0);
    }
  };
  const soon = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void mix(), ms);
  };
  return {
    know: (signature, url) => {
      if (signature === wanted.signature && url === wanted.url) return;
      if (url !== wanted.url) mixed = null;
      wanted = { signature, url };
      if (signature === null || !isRight()) audio.pause();
      onState(signature === null ? 'silent' : isRight() ? 'on' : 'mixing');
      if (signature !== null && !isRight()) soon(QUIET_MS);
      else join();
    },
    play: (rate) => {
      playing = { rate };
      if (isRight()) join();
      else if (wanted.signature !== null) {
        onState('mixing');
        void mix();
      }
    },
    pause: () => {
      playing = null;
      audio.pause();
    },
    nowS: () => (audio.paused || audio.seeking || audio.readyState < 3 || !isRight() ? null : audio.currentTime),
    setVolume: (volume, isMuted) => {
      audio.volume = volume;
      audio.muted = isMuted;
    },
    dispose: () => {
      clearTimeout(timer);
      asking?.abort();
      audio.pause();
      audio.removeAttribute('src');
      if (address) URL.revokeObjectURL(address);
    },
  };
}
