import type { Project, ProjectFields, ProjectType } from '#contract/project.ts';
import { blank } from './presets/blank.ts';
import { ecommerce } from './presets/ecommerce.ts';
import { educational } from './presets/educational.ts';
import { news } from './presets/news.ts';
import type { ProjectPreset } from './presets/preset.ts';
import { saas } from './presets/saas.ts';
import { social } from './presets/social.ts';

/** What each type of project brings along. */
export const projectPresets: Readonly<Record<ProjectType, ProjectPreset>> = {
  blank,
  saas,
  news,
  social,
  ecommerce,
  educational,
};

const defaultName = 'New project';

/** The stored fields of a new project: its type fills what is left out, what is given wins, in the style guide field by field. */
export function fieldsOfNewProject(fields: ProjectFields): Omit<Project, 'id' | 'userId' | 'createdAt' | 'updatedAt'> {
  const projectType = fields.projectType ?? 'blank';
  const preset = projectPresets[projectType];
  return {
    name: fields.name ?? defaultName,
    projectType,
    systemPrompt: fields.systemPrompt ?? preset.systemPrompt,
    knowledge: fields.knowledge ?? '',
    styleGuide: { ...preset.styleGuide, ...fields.styleGuide },
    analyzerPrompt: fields.analyzerPrompt ?? preset.analyzerPrompt,
    imageSystemPrompt: fields.imageSystemPrompt ?? preset.imageSystemPrompt,
    videoSystemPrompt: fields.videoSystemPrompt ?? preset.videoSystemPrompt,
  };
}
