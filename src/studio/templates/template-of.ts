import type { Template, TemplateSummary } from '#contract/template.ts';
import type { TemplateRow, TemplateSummaryRow } from '#store/templates.ts';

/** A stored template as clients see it. */
export function templateOf(row: TemplateRow): Template {
  const overlays = row.content.textOverlays.length + row.content.imageOverlays.length;
  return { ...described(row, overlays > 0), projectId: row.projectId, content: row.content };
}

/** A line of a list of templates as clients see it. */
export function templateSummaryOf(row: TemplateSummaryRow): TemplateSummary {
  const { textOverlayCount, imageOverlayCount, hasExportSettings } = row;
  const summary = described(row, textOverlayCount + imageOverlayCount > 0);
  return { ...summary, textOverlayCount, imageOverlayCount, hasExportSettings };
}

type Described = Pick<
  TemplateSummaryRow,
  'id' | 'projectId' | 'name' | 'description' | 'tags' | 'createdAt' | 'updatedAt'
>;

function described(row: Described, hasOverlays: boolean) {
  return {
    id: row.id,
    name: row.name,
    ...(row.description === null ? {} : { description: row.description }),
    ...(hasOverlays ? { thumbnail: `/api/projects/${row.projectId}/templates/${row.id}/thumbnail` } : {}),
    ...(row.tags.length === 0 ? {} : { tags: [...row.tags] }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
