import { z } from 'zod';
import { idSchema } from './ids.ts';
import { StyleGuide } from './style-guide.ts';

export const ProjectType = z.enum(['blank', 'saas', 'news', 'social', 'ecommerce', 'educational']);
export type ProjectType = z.infer<typeof ProjectType>;

const prompt = z.string().max(20_000);

/** What a client may set on a project. All optional on create: the type fills the rest. */
export const ProjectFields = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  projectType: ProjectType.optional(),
  systemPrompt: prompt.optional(),
  knowledge: z.string().max(200_000).optional(),
  styleGuide: StyleGuide.optional(),
  analyzerPrompt: prompt.optional(),
  imageSystemPrompt: prompt.optional(),
  videoSystemPrompt: prompt.optional(),
});
export type ProjectFields = z.infer<typeof ProjectFields>;

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
