import { whyNot } from './why-not.ts';

/** Gives a media element its file, and waits until it can show something of it. A file that is still being made is waited for. */
export async function opened(media: HTMLMediaElement, url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const isThere = await tried(media, url, signal);
    if (isThere) return;
    const reason = await whyNot(url, signal);
    if (reason !== 'later') throw new Error(`${url} can not be played`);
  }
}

function tried(media: HTMLMediaElement, url: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const { signal: until } = heard;
    const end = (isThere: boolean): void => {
      heard.abort();
      resolve(isThere);
    };
    media.addEventListener('loadeddata', () => end(true), { signal: until });
    media.addEventListener('error', () => end(false), { signal: until });
    signal.addEventListener(
      'abort',
      () => {
        heard.abort();
        reject(new Error('closed'));
      },
      { signal: until },
    );
    media.src = url;
    media.load();
  });
}
