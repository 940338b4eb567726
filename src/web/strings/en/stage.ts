/** What is said of the editor's stage. */
export const enStage = {};
