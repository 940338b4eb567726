/** What is said of the editor's exports. */
export const enExports = {};
