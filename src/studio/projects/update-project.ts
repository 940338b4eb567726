import { Problem } from '#contract/problems.ts';
import type { Project, ProjectChanges } from '#contract/project.ts';
import { projectPresets } from '#domain/project-presets.ts';
import * as store from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { checkSameId } from '../check-same-id.ts';
import type { World } from '../world.ts';
import { findProject } from './find-project.ts';
import { projectOf } from './project-of.ts';

/**
 * Changes what is said of a project and answers with what is stored then; what is left out stays.
 *
 * Another type alone changes no prompt: those may have been edited. `null` brings in what the type has.
 *
 * @param options.ifRevision the revision the client has seen; null where it does not care
 * @throws Problem `not_found`, `stale`, `invalid_input`
 */
export async function updateProject(
  world: Pick<World, 'database'>,
  actor: Actor,
  projectId: string,
  changes: ProjectChanges,
  options: { readonly ifRevision: number | null },
): Promise<{ readonly project: Project; readonly revision: number }> {
  checkSameId(changes.id, projectId);
  const before = await findProject(world, actor, projectId);
  const preset = projectPresets[changes.projectType ?? before.projectType];
  const own = <Value>(value: Value | null | undefined, ofType: Value) => (value === null ? ofType : value);
  const patch = {
    name: changes.name,
    projectType: changes.projectType,
    systemPrompt: own(changes.systemPrompt, preset.systemPrompt),
    knowledge: own(changes.knowledge, ''),
    styleGuide: own(changes.styleGuide, preset.styleGuide),
    analyzerPrompt: own(changes.analyzerPrompt, preset.analyzerPrompt),
    imageSystemPrompt: own(changes.imageSystemPrompt, preset.imageSystemPrompt),
    videoSystemPrompt: own(changes.videoSystemPrompt, preset.videoSystemPrompt),
    updatedBy: actor.userId,
  };
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const { ifRevision } = options;
  const row = await store.updateProject(
    world.database.kysely,
    projectId,
    said,
    ifRevision === null ? {} : { ifRevision },
  );
  if (row) return { project: projectOf(row), revision: row.revision };
  await findProject(world, actor, projectId);
  throw new Problem('stale');
}
