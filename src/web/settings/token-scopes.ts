import type { Scope } from '#contract/operation.ts';

/** What a token can be let do, in the order it is asked. */
export const TOKEN_SCOPES = [
  'projects:read',
  'projects:write',
  'works:read',
  'works:write',
  'ai:analyze',
  'ai:generate',
] as const satisfies readonly Scope[];
