/** Plays the film. */
export function Transport() {
  return null;
}
