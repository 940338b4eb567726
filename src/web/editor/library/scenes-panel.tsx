/** The scenes of the board, and where they are in the film. */
export function ScenesPanel() {
  return null;
}
