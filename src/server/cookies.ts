import type { SessionTokens } from '#contract/session.ts';
import { SESSION_S } from '#studio/accounts/session-secrets.ts';
import type { Call } from './call.ts';

/** What the web app is signed in by: httpOnly, so that no script reads them. The refresh token goes to one place only. */
const COOKIES = {
  access: { name: 'sw_access', path: '/api', maxAgeS: SESSION_S.access },
  refresh: { name: 'sw_refresh', path: '/api/auth', maxAgeS: SESSION_S.refresh },
} as const;

type CookieKind = keyof typeof COOKIES;

/** Gives a browser the two secrets of its session. */
export function setSessionCookies(call: Pick<Call, 'setCookie'>, tokens: SessionTokens): void {
  const values = { access: tokens.accessToken, refresh: tokens.refreshToken };
  for (const kind of ['access', 'refresh'] as const) {
    const { name, path, maxAgeS } = COOKIES[kind];
    call.setCookie(name, values[kind], { path, maxAgeS });
  }
}

/** Takes them away again. */
export function clearSessionCookies(call: Pick<Call, 'setCookie'>): void {
  for (const { name, path } of Object.values(COOKIES)) call.setCookie(name, '', { path, maxAgeS: 0 });
}

/** The refresh token of a browser, null where it sent none. */
export function refreshCookie(call: Pick<Call, 'cookie'>): string | null {
  return call.cookie(COOKIES.refresh.name) || null;
}

/** A secret from the `Cookie` header itself, before anybody has parsed it. */
export function cookieOf(header: string | undefined, kind: CookieKind): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === COOKIES[kind].name) return value.join('=') || null;
  }
  return null;
}
