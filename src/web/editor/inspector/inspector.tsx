/** What is chosen, to be set exactly. */
export function Inspector() {
  return null;
}
