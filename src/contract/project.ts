import { z } from 'zod';
import { idSchema } from './ids.ts';
import { ignored } from './ignored.ts';
import { GivenStyleGuide, StyleGuide } from './style-guide.ts';

export const ProjectType = z.enum(['blank', 'saas', 'news', 'social', 'ecommerce', 'educational']);
export type ProjectType = z.infer<typeof ProjectType>;

const name = z.string().min(1).max(200);
const prompt = z.string().max(20_000);
const knowledge = z.string().max(200_000);

/** What a client may set on a project. All optional on create, null as good as nothing: the type fills the rest. */
export const ProjectFields = z.strictObject({
  name: name.nullish(),
  projectType: ProjectType.nullish(),
  systemPrompt: prompt.nullish(),
  knowledge: knowledge.nullish(),
  styleGuide: GivenStyleGuide.nullish(),
  analyzerPrompt: prompt.nullish(),
  imageSystemPrompt: prompt.nullish(),
  videoSystemPrompt: prompt.nullish(),
});
export type ProjectFields = z.infer<typeof ProjectFields>;

/**
 * What of a project is to change. What is left out stays; a style guide is taken as a whole.
 *
 * `null` goes back to what the project's type brings along (knowledge: none). What only the server writes may be there
 * and is ignored, so that a project can be sent back as it was read.
 */
export const ProjectChanges = z.strictObject({
  id: idSchema('project').optional(),
  name: name.optional(),
  projectType: ProjectType.optional(),
  systemPrompt: prompt.nullish(),
  knowledge: knowledge.nullish(),
  styleGuide: GivenStyleGuide.nullish(),
  analyzerPrompt: prompt.nullish(),
  imageSystemPrompt: prompt.nullish(),
  videoSystemPrompt: prompt.nullish(),
  ...ignored(['userId', 'createdAt', 'updatedAt', 'status']),
});
export type ProjectChanges = z.infer<typeof ProjectChanges>;

export const Project = z.object({
  id: idSchema('project'),
  userId: idSchema('user'),
  name: z.string(),
  projectType: ProjectType,
  systemPrompt: z.string(),
  knowledge: z.string(),
  styleGuide: StyleGuide,
  analyzerPrompt: z.string(),
  imageSystemPrompt: z.string(),
  videoSystemPrompt: z.string(),
  /** Unix milliseconds. */
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Project = z.infer<typeof Project>;

export const ProjectSummary = Project.pick({ id: true, userId: true, name: true, projectType: true, updatedAt: true });
export type ProjectSummary = z.infer<typeof ProjectSummary>;
