let underWay: Promise<boolean> | null = null;

/**
 * Exchanges the refresh cookie for a new session, once for all requests and all tabs that found theirs expired.
 *
 * A refresh token is good for one exchange; the lock keeps two tabs from racing for it.
 */
export function renewSession(): Promise<boolean> {
  underWay ??= exchange().finally(() => {
    underWay = null;
  });
  return underWay;
}

async function exchange(): Promise<boolean> {
  const ask = async (): Promise<boolean> => {
    const response = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => null);
    return response?.ok ?? false;
  };
  // Locks need a secure context; on a plain http address in a network there are none.
  return 'locks' in navigator ? navigator.locks.request('scenewright.renew', ask) : ask();
}
