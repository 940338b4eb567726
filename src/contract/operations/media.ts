/** Media by id, and signed addresses of it. */
export const mediaOperations = {} as const;
