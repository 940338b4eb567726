import { Problem } from '#contract/problems.ts';
import { FoundStyle, type StyleGuide } from '#contract/style-guide.ts';
import type { Project } from '#contract/project.ts';
import { styleGuideOfAnalysis } from '#domain/style-guide-of-analysis.ts';
import { updateProject } from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { findProject } from './find-project.ts';
import { projectOf } from './project-of.ts';

const TRIES = 5; // against others who change the same project at the same moment

/**
 * Makes the look that was found in a work's reference video the style guide of its project; what the analysis does not
 * say stays.
 *
 * @param only these of its fields; all of them unless said
 * @throws Problem `not_found`, `work_has_no_analysis`; `stale` where somebody changes the project all the time
 */
export async function saveStyleGuide(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
  only: readonly FoundStyle[] = FoundStyle.options,
): Promise<{ readonly project: Project; readonly revision: number }> {
  const { analysis } = await findWork(world, actor, place);
  if (!analysis) throw new Problem('work_has_no_analysis');
  const found = chosenFrom(styleGuideOfAnalysis(analysis), only);
  for (let tried = 0; tried < TRIES; tried++) {
    const { revision, styleGuide } = await findProject(world, actor, place.projectId);
    const patch = { styleGuide: { ...styleGuide, ...found }, updatedBy: actor.userId };
    const row = await updateProject(world.database.kysely, place.projectId, patch, { ifRevision: revision });
    if (row) return { project: projectOf(row), revision: row.revision };
  }
  throw new Problem('stale');
}

function chosenFrom(found: StyleGuide, only: readonly FoundStyle[]): StyleGuide {
  return Object.fromEntries(only.filter((field) => found[field] !== undefined).map((field) => [field, found[field]]));
}
