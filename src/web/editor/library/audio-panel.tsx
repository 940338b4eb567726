/** Music and voices of the film. */
export function AudioPanel() {
  return null;
}
