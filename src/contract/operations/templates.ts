import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import {
  AppliedTemplate,
  PlaceholderValues,
  Template,
  TemplateChanges,
  TemplateFields,
  TemplateSummary,
} from '../template.ts';
import { Work } from '../work.ts';
import { inProject, inTemplate, inWork, json, page } from './parts.ts';

/** Overlays to be used again. */
export const templatesOperations = {
  listTemplates: operation({
    method: 'GET',
    path: '/projects/{projectId}/templates',
    access: 'projects:read',
    summary: 'List the templates of a project.',
    params: inProject,
    query: page,
    answer: json(z.object({ templates: z.array(TemplateSummary), count: z.int() })),
  }),
  createTemplate: operation({
    method: 'POST',
    path: '/projects/{projectId}/templates',
    access: 'projects:write',
    summary: 'Save overlays, with their timing, as a template.',
    params: inProject,
    body: TemplateFields,
    answer: json(Template, 201),
    versioned: true,
  }),
  getTemplate: operation({
    method: 'GET',
    path: '/projects/{projectId}/templates/{templateId}',
    access: 'projects:read',
    summary: 'Get a whole template.',
    params: inTemplate,
    answer: json(Template),
    versioned: true,
  }),
  updateTemplate: operation({
    method: 'PUT',
    path: '/projects/{projectId}/templates/{templateId}',
    access: 'projects:write',
    summary: 'Change a template; what is left out stays, null clears, a content is replaced whole.',
    params: inTemplate,
    body: TemplateChanges,
    answer: json(Template),
    versioned: true,
    problems: ['stale'],
  }),
  deleteTemplate: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/templates/{templateId}',
    access: 'projects:write',
    summary: 'Delete a template for good; works it was applied to keep their overlays.',
    params: inTemplate,
    answer: { kind: 'none' },
    versioned: true,
    problems: ['stale'],
  }),
  getTemplateThumbnail: operation({
    method: 'GET',
    path: '/projects/{projectId}/templates/{templateId}/thumbnail',
    access: 'projects:read',
    summary: 'Get a picture of what a template puts over a film.',
    params: inTemplate,
    answer: { kind: 'file', mime: 'image/png' },
  }),
  layOutTemplate: operation({
    method: 'POST',
    path: '/projects/{projectId}/templates/{templateId}/apply',
    access: 'projects:read',
    summary: 'Lay a template out over a film of some length, without saving anything.',
    params: inTemplate,
    body: z.strictObject({
      /** Seconds. */
      videoDuration: z.number().positive().max(36_000),
      placeholderValues: PlaceholderValues.nullish(),
      /** The frame to scale to; left out, the one the template was made for. */
      resolution: z.strictObject({ width: z.int().min(16).max(7680), height: z.int().min(16).max(7680) }).optional(),
    }),
    answer: json(AppliedTemplate),
  }),
  applyTemplate: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/apply-template',
    access: 'works:write',
    summary: 'Lay a template over the edit of a work and save it; a second time lays it over again.',
    params: inWork,
    body: z.strictObject({ templateId: idSchema('template'), placeholderValues: PlaceholderValues.nullish() }),
    answer: json(Work),
    versioned: true,
    problems: ['stale', 'conflict'],
  }),
} as const;
