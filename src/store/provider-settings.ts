import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { ProviderTestResult } from '#contract/provider-setting.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { readDocument, type StoredDocument } from './stored-document.ts';

const Preferences = z.object({
  baseUrl: z.string().exactOptional(),
  models: z.record(z.string(), z.string()).exactOptional(),
  /** Read by the gate too (vendor-gates.ts), where it lies. */
  concurrent: z.int().exactOptional(),
  settings: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What is set beside the key: an address, default models by role, calls at once, what the provider alone is told. */
export type ProviderPreferences = z.infer<typeof Preferences>;

const preferencesDocument: StoredDocument<ProviderPreferences> = { version: 1, schema: Preferences, up: [] };

/** What a user has set for a vendor; `provider` is the vendor whose settings they are. */
export type ProviderSettingRow = Omit<
  Row<Tables['provider_setting']>,
  'settings' | 'testResult' | 'schemaVersion' | 'createdAt'
> & {
  readonly settings: ProviderPreferences;
  readonly testResult: ProviderTestResult | null;
};

/** What of it may change. */
export type ProviderSettingPatch = Partial<
  Pick<ProviderSettingRow, 'sealedKey' | 'sealedKeyId' | 'keyHint' | 'settings' | 'testedAt' | 'testResult'>
>;

const JSON_KEYS = ['settings', 'testResult'];

/** What a user has set for a vendor; null: nothing. */
export async function getProviderSetting(db: Db, userId: string, provider: string): Promise<ProviderSettingRow | null> {
  const row = await db
    .selectFrom('provider_setting')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .executeTakeFirst();
  return row === undefined ? null : toSetting(row);
}

/** Everything a user has set, by vendor. */
export async function listProviderSettings(db: Db, userId: string): Promise<readonly ProviderSettingRow[]> {
  const rows = await db
    .selectFrom('provider_setting')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('provider')
    .execute();
  return rows.map(toSetting);
}

/** Changes what is set by what is set, or makes it; of two that do so at once the second sees what the first left. */
export async function changeProviderSetting(
  trx: Trx,
  whose: Pick<ProviderSettingRow, 'userId' | 'workspaceId' | 'provider'>,
  change: (before: ProviderSettingRow) => ProviderSettingPatch,
): Promise<ProviderSettingRow> {
  const { userId, workspaceId, provider } = whose;
  await trx
    .insertInto('provider_setting')
    .values({ user_id: userId, workspace_id: workspaceId, provider, settings: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const before = await trx
    .selectFrom('provider_setting')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const after = await trx
    .updateTable('provider_setting')
    .set(toColumns<Tables['provider_setting']>(change(toSetting(before)), JSON_KEYS))
    .set({ schema_version: preferencesDocument.version, updated_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSetting(after);
}

/** Keeps what came of a test, where key and address are still those that were tried; nothing where they are not. */
export async function recordProviderTest(
  db: Db,
  tried: Pick<ProviderSettingRow, 'userId' | 'provider' | 'sealedKey' | 'settings'>,
  result: ProviderTestResult,
): Promise<void> {
  await db
    .updateTable('provider_setting')
    .set({ tested_at: sql<Date>`now()`, test_result: JSON.stringify(result) })
    .where('user_id', '=', tried.userId)
    .where('provider', '=', tried.provider)
    .where('sealed_key', 'is not distinct from', tried.sealedKey)
    .where(sql<string | null>`settings ->> 'baseUrl'`, 'is not distinct from', tried.settings.baseUrl ?? null)
    .execute();
}

/** Forgets what a user has set for a vendor, the key too; false where it was nothing. */
export async function deleteProviderSetting(db: Db, userId: string, provider: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('provider_setting')
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function toSetting(row: Selectable<Tables['provider_setting']>): ProviderSettingRow {
  const { schemaVersion, createdAt: _, ...setting } = fromColumns<Tables['provider_setting']>(row);
  return {
    ...setting,
    settings: readDocument(preferencesDocument, setting.settings, schemaVersion),
    testResult: setting.testResult === null ? null : ProviderTestResult.parse(setting.testResult),
  };
}
