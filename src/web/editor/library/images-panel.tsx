/** Pictures to be laid over the film. */
export function ImagesPanel() {
  return null;
}
