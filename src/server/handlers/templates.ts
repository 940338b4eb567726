import type { templatesOperations } from '#contract/operations/templates.ts';
import { applyTemplate } from '#studio/templates/apply-template.ts';
import { createTemplate } from '#studio/templates/create-template.ts';
import { deleteTemplate } from '#studio/templates/delete-template.ts';
import { findTemplate } from '#studio/templates/find-template.ts';
import { layOutTemplate } from '#studio/templates/lay-out-template.ts';
import { listTemplates } from '#studio/templates/list-templates.ts';
import { templateOf } from '#studio/templates/template-of.ts';
import { templateThumbnail } from '#studio/templates/template-thumbnail.ts';
import { updateTemplate } from '#studio/templates/update-template.ts';
import type { Handlers } from './handler.ts';

/** Overlays to be used again. */
export const templatesHandlers: Handlers<typeof templatesOperations> = {
  listTemplates: async (world, _, input, call) => {
    const { items, count, nextCursor } = await listTemplates(world, input);
    call.nextCursor(nextCursor);
    return { templates: items, count };
  },
  createTemplate: async (world, actor, input, call) => {
    const row = await createTemplate(world, actor, input);
    call.revision(row.revision);
    return templateOf(row);
  },
  getTemplate: async (world, actor, input, call) => {
    const row = await findTemplate(world, actor, input);
    call.revision(row.revision);
    return templateOf(row);
  },
  updateTemplate: async (world, actor, input, call) => {
    const row = await updateTemplate(world, actor, input, call);
    call.revision(row.revision);
    return templateOf(row);
  },
  deleteTemplate: (world, actor, input, call) => deleteTemplate(world, actor, input, call),
  getTemplateThumbnail: async (world, actor, input) =>
    templateThumbnail(world, await findTemplate(world, actor, input)),
  layOutTemplate: async (world, actor, { videoDuration, placeholderValues, resolution, ...at }) =>
    layOutTemplate(world.database.kysely, world, await findTemplate(world, actor, at), {
      durationS: videoDuration,
      frame: resolution ?? null,
      placeholderValues: placeholderValues ?? {},
    }),
  applyTemplate: async (world, actor, { placeholderValues, ...at }, call) => {
    const wanted = { ...at, placeholderValues: placeholderValues ?? {} };
    const { work, revision } = await applyTemplate(world, actor, wanted, call);
    call.revision(revision);
    return work;
  },
};
