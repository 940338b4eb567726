import type { Hearing } from './connection.ts';
import type { LiveEvent } from './live-effects.ts';
import { LiveStream, type Listener } from './live-stream.ts';

/** What tabs tell each other. */
type Word =
  | { readonly say: 'event'; readonly event: LiveEvent }
  | { readonly say: 'hearing'; readonly hearing: Hearing; readonly lastId: number | null }
  | { readonly say: 'look' }
  | { readonly say: 'hello' };

const NAME = 'scenewright.live';

/**
 * Lets all tabs of a browser hear one stream: one of them opens it and passes on what it hears, and when that tab is closed
 * another goes on from the last event. A browser has six connections to a host over HTTP/1.1, and every stream takes one.
 *
 * Where there are no locks (an address without https) each tab has its own.
 *
 * @returns ends it
 */
export function shareStream(listener: Listener & { readonly beginFrom: (id: number) => void }): () => void {
  if (!('locks' in navigator)) {
    const stream = new LiveStream(listener);
    return () => stream.close();
  }
  const channel = new BroadcastChannel(NAME);
  const tell = (word: Word): void => channel.postMessage(word);
  const leaving = new AbortController();
  let isLeading = false;
  let hearing: Hearing = 'starting';
  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if (word.say === 'event') listener.heard(word.event);
    else if (word.say === 'look') listener.look();
    else if (word.say === 'hello') {
      if (isLeading) tell({ say: 'hearing', hearing, lastId: listener.lastId() });
    } else {
      if (word.lastId !== null && listener.lastId() === null) listener.beginFrom(word.lastId);
      listener.hearing(word.hearing);
    }
  });
  tell({ say: 'hello' });

  const lead = (): Promise<void> => {
    isLeading = true;
    const stream = new LiveStream({
      lastId: listener.lastId,
      heard: (event) => {
        tell({ say: 'event', event });
        listener.heard(event);
      },
      hearing: (how) => {
        listener.hearing(how);
        if (how === hearing) return;
        hearing = how;
        tell({ say: 'hearing', hearing, lastId: listener.lastId() });
      },
      look: () => {
        tell({ say: 'look' });
        listener.look();
      },
    });
    return new Promise((resolve) => {
      leaving.signal.addEventListener('abort', () => {
        stream.close();
        resolve();
      });
    });
  };
  navigator.locks.request(NAME, { signal: leaving.signal }, lead).catch(() => {}); // left before it was this tab's turn
  return () => {
    leaving.abort();
    channel.close();
  };
}
