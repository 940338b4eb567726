const tried = new Set<string>(); // files that were there after all: one that fails again is broken

/**
 * Why a file could not be read: it is still being made, or it can not be had. The server holds the question until it knows, so
 * that asking again is no busy loop.
 */
export async function whyNot(url: string, signal: AbortSignal): Promise<'later' | 'never'> {
  try {
    const { status, body } = await fetch(url, { headers: { range: 'bytes=0-0' }, signal });
    await body?.cancel();
    if (status === 504 || status === 503) return 'later';
    if (status >= 400 || tried.has(url)) return 'never';
    tried.add(url);
    return 'later';
  } catch {
    if (signal.aborted || navigator.onLine) return 'never';
    await new Promise((back) => addEventListener('online', back, { once: true, signal }));
    return 'later';
  }
}
