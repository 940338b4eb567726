/** What is said of the editor's inspector. */
export const enInspector = {};
