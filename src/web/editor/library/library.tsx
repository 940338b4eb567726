/** What the film is made of: scenes, words, pictures, sounds, templates. */
export function Library() {
  return null;
}
