/** The film in time. */
export function Timeline() {
  return null;
}
