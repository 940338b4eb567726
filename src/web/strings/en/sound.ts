/** What is said of the editor's sound. */
export const enSound = {};
