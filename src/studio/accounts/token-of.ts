import type { ApiToken } from '#contract/token.ts';
import type { ApiTokenRow } from '#store/api-tokens.ts';

/** A stored API token as clients see it. */
export function tokenOf(row: ApiTokenRow, lastUsedAt: number | null = null): ApiToken {
  const { id, name, tokenPrefix, scopes, expiresAt, createdAt } = row;
  const used = Math.max(row.lastUsedAt ?? 0, lastUsedAt ?? 0);
  return { id, name, tokenPrefix, scopes: [...scopes], lastUsedAt: used === 0 ? null : used, expiresAt, createdAt };
}
