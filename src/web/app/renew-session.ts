const RENEWED = 'scenewright.renewed';
const RACED_WAIT_MS = 400; // the answer to whoever was faster brings the cookies, a moment later

let underWay: Promise<boolean> | null = null;

/**
 * Exchanges the refresh cookie for a new session, once for all requests and all tabs that found theirs expired.
 *
 * A refresh token is good for one exchange; the lock keeps two tabs from racing for it, and the second sees that the first
 * has it.
 *
 * @param askedAtMs when the request was sent that found it expired, in ms since 1970: where the session was renewed since,
 *   by whichever tab, the request came too early and nothing else is amiss
 * @returns false where the session is over
 * @throws where the server was not reached, or could not say
 */
export function renewSession(askedAtMs: number): Promise<boolean> {
  underWay ??= exclusively(async () => hasBeenRenewedSince(askedAtMs) || exchange()).finally(() => {
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

/** Another request may have done it while the answer to this one was on its way, or another tab while it waited for the lock. */
const hasBeenRenewedSince = (askedAtMs: number): boolean => Number(localStorage.getItem(RENEWED) ?? 0) >= askedAtMs;

/** Locks need a secure context; on a plain http address in a network there are none. */
const exclusively = (renew: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('scenewright.renew', renew) : renew();
