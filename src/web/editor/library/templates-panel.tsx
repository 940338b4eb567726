/** Overlays of the project to be used again. */
export function TemplatesPanel() {
  return null;
}
