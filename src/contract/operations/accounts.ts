/** Who people are: sign-up, sessions, tokens. */
export const accountsOperations = {} as const;
