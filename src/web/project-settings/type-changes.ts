import type { Project, ProjectType } from '#contract/project.ts';
import type { ProjectPreset } from '#domain/presets/preset.ts';
import { projectPresets } from '#domain/project-presets.ts';
import { changedStyleFields } from '../queries/style-words.ts';

/** The instructions that a type of project brings along. */
export const promptFields = ['systemPrompt', 'analyzerPrompt', 'imageSystemPrompt', 'videoSystemPrompt'] as const;
export type PromptField = (typeof promptFields)[number];

/** Something that another type of project has otherwise. */
export interface TypeChange {
  readonly field: PromptField | 'styleGuide';
  /** It is not as its present type brought it along: somebody has worked on it. */
  readonly isEdited: boolean;
}

type Typed = Pick<Project, PromptField | 'styleGuide' | 'projectType'>;

/** What a project would get from another type; taking it over is for a person to say. */
export function typeChanges(project: Typed, to: ProjectType): readonly TypeChange[] {
  const [present, wanted] = [projectPresets[project.projectType], projectPresets[to]];
  return [...promptFields, 'styleGuide' as const]
    .filter((field) => !isAs(project, wanted, field))
    .map((field) => ({ field, isEdited: !isAs(project, present, field) }));
}

/** The instructions of a project that are not as its type brings them along. */
export const editedPrompts = (project: Typed): readonly PromptField[] =>
  promptFields.filter((field) => !isAs(project, projectPresets[project.projectType], field));

const isAs = (project: Typed, preset: ProjectPreset, field: PromptField | 'styleGuide'): boolean =>
  field === 'styleGuide'
    ? changedStyleFields(project.styleGuide, preset.styleGuide).length === 0
    : project[field] === preset[field];
