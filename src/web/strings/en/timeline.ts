/** What is said of the editor's timeline. */
export const enTimeline = {};
