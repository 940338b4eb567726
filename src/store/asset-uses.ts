import { sql } from 'kysely';
import { z } from 'zod';
import { AssetUse } from '#contract/asset.ts';
import type { Db } from './database/open-database.ts';

/** Where the assets of a project are used, by name of what uses them; what is in the trash uses nothing. */
export async function listAssetUses(db: Db, projectId: string): Promise<readonly AssetUse[]> {
  const { rows } = await sql`
    with used as (
      select id as used_by, name, 'brief' as place, selected_asset_ids::text as content from work
        where project_id = ${projectId} and deleted_at is null
      union all
      select id, name, 'edit', timeline::text from work
        where project_id = ${projectId} and deleted_at is null and timeline is not null
      union all
      select id, name, 'template', content::text from template
        where project_id = ${projectId} and deleted_at is null
    )
    select asset.id as "assetId", used.place as "usedIn", used.used_by as id, used.name
    from asset join used on strpos(used.content, asset.id) > 0
    where asset.project_id = ${projectId} and asset.deleted_at is null
    order by used.name, used.used_by, used.place, asset.id`.execute(db);
  return z.array(AssetUse).parse(rows);
}
