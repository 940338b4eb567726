import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of this server sent the request, by the browser's own word.
 *
 * A page cannot set either header. Where a browser sends `Sec-Fetch-Site`, that is the answer; `Origin` is for older ones.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
