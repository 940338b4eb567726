/** An id for something new on the timeline. `crypto.randomUUID` is not there on plain http, which is how many a home server is reached. */
export function newItemId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `itm_${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`;
}
