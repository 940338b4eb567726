/** Overlays to be used again. */
export const templatesOperations = {} as const;
