const RENEWED = 'scenewright.renewed';
const RACED_WAIT_MS = 400; // the answer to whoever was faster brings the cookies, a moment later

let underWay: Promise<boolean> | null = null;

/**
 * Exchanges the refresh cookie for a new session, once for all requests and all tabs that found theirs expired.
 *
 * A refresh token is good for one exchange; the lock keeps two tabs from racing for it, and the second sees that the first
 * has it.
 *
 * @returns false where the session is over
 * @throws where the server was not reached, or could not say
 */
export function renewSession(): Promise<boolean> {
  const expiredAtMs = Date.now();
  underWay ??= exclusively(async () => hasBeenRenewedSince(expiredAtMs) || exchange()).finally(() => {
    underWay = null;
  });
  return underWay;
}

async function exchange(): Promise<boolean> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (response.ok) {
    localStorage.setItem(RENEWED, String(Date.now()));
    return true;
  }
  if (response.status !== 401) throw new Error(`the session was not renewed: ${response.status}`);
  const { code } = (await response.json()) as { readonly code?: string };
  if (code !== 'refresh_raced') return false;
  await new Promise((resolve) => {
    setTimeout(resolve, RACED_WAIT_MS);
  });
  return true;
}

/** Another tab may have done it while this one waited for the lock. */
const hasBeenRenewedSince = (expiredAtMs: number): boolean => Number(localStorage.getItem(RENEWED) ?? 0) >= expiredAtMs;

/** Locks need a secure context; on a plain http address in a network there are none. */
const exclusively = (renew: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('scenewright.renew', renew) : renew();
