import type { Role } from '#contract/generation.ts';
import type { Db } from './database/open-database.ts';

/** The model that a project asked for last in a role. */
interface ModelLastAsked {
  readonly projectId: string;
  /** Of the project. */
  readonly name: string;
  readonly role: Role;
  readonly provider: string;
  readonly model: string;
  /** Unix milliseconds. */
  readonly askedAt: number;
}

/** Which models the projects of a workspace asked for last, one a role; without those in the trash. */
export async function listModelsLastAsked(db: Db, workspaceId: string): Promise<readonly ModelLastAsked[]> {
  const rows = await db
    .selectFrom('generation')
    .innerJoin('project', 'project.id', 'generation.project_id')
    .distinctOn(['project.id', 'generation.role'])
    .select(['project.id as projectId', 'project.name', 'generation.role', 'generation.provider', 'generation.model'])
    .select('generation.created_at')
    .where('generation.workspace_id', '=', workspaceId)
    .where('project.deleted_at', 'is', null)
    .orderBy('project.id')
    .orderBy('generation.role')
    .orderBy('generation.created_at', 'desc')
    .execute();
  return rows.map(({ created_at: at, ...row }) => ({ ...row, askedAt: at.getTime() }));
}
