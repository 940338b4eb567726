import type { Project } from '#contract/project.ts';
import type { ProjectRow } from '#store/projects.ts';

/** A stored project as clients see it. */
export function projectOf(row: ProjectRow): Project {
  return {
    id: row.id,
    userId: row.createdBy ?? '',
    name: row.name,
    projectType: row.projectType,
    systemPrompt: row.systemPrompt,
    knowledge: row.knowledge,
    styleGuide: { color_palette: [], must_include: [], must_avoid: [], ...row.styleGuide }, // lists are always lists
    analyzerPrompt: row.analyzerPrompt,
    imageSystemPrompt: row.imageSystemPrompt,
    videoSystemPrompt: row.videoSystemPrompt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
