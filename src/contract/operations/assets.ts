/** A project's own files. */
export const assetsOperations = {} as const;
