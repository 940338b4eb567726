/** What the second step of a work says: what was found in the reference video. */
export const enAnalyze = { title: 'Analyze' };
