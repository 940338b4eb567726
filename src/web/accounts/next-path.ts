/**
 * Where to go on after signing in: an address of this app, or its beginning. An address somewhere else, which a link might
 * bring along, is not followed.
 */
export function nextPath(wanted: string | undefined): string {
  const isOurs = wanted !== undefined && /^\/(?![/\\])/.test(wanted) && !/^\/(login|register)\b/.test(wanted);
  return isOurs ? wanted : '/projects';
}
