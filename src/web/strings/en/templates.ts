/** What is said of the editor's templates. */
export const enTemplates = {};
