import { createHash } from 'node:crypto';

/**
 * The id that a generation has at ComfyUI, always the same one: what got lost is found again by it.
 *
 * A UUID of version 8 (made by rule of our own, RFC 9562); ComfyUI takes any, but only in lower case with hyphens.
 */
export function promptId(generationId: string): string {
  const hex = createHash('sha256').update(`scenewright ${generationId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
