/** Models asked directly, without a work. */
export const aiOperations = {} as const;
