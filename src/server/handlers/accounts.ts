import type { accountsOperations } from '#contract/operations/accounts.ts';
import type { Handlers } from './handler.ts';

/** Who people are: sign-up, sessions, tokens. */
export const accountsHandlers: Handlers<typeof accountsOperations> = {};
