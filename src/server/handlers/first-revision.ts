/** The revision of what was just created: every table begins with it. */
export const FIRST_REVISION = 1;
