/** What the server pushes. */
export const eventsOperations = {} as const;
