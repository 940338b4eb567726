/** Words to be laid over the film. */
export function TextPanel() {
  return null;
}
