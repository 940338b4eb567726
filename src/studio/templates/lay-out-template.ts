import type { PlaceholderValues, TemplateContent } from '#contract/template.ts';
import { applyTemplate as layOut, type LaidOut } from '#domain/templates/apply-template.ts';
import { listAssets } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';
import type { TemplateRow } from '#store/templates.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';

/** A template over a film, with what its editor state would say. */
export type LaidOutTemplate = LaidOut & Pick<TemplateContent, 'exportSettings'>;

/** Lays a template out over a film of some length, with the pictures its project has; saves nothing. */
export async function layOutTemplate(
  db: Db,
  world: Pick<World, 'clock' | 'random'>,
  template: TemplateRow,
  film: {
    readonly durationS: number;
    /** null: the frame the template was made for. */
    readonly frame: { readonly width: number; readonly height: number } | null;
    readonly placeholderValues: PlaceholderValues;
  },
): Promise<LaidOutTemplate> {
  const assets = await listAssets(db, { projectId: template.projectId });
  const usable = new Set(assets.flatMap(({ id, type }) => (type === 'image' || type === 'font' ? [id] : [])));
  const { exportSettings } = template.content;
  return {
    ...layOut(template.content, {
      ...film,
      hasAsset: (assetId) => usable.has(assetId),
      newId: () => newId(world, 'overlay'),
    }),
    ...(exportSettings === undefined ? {} : { exportSettings }),
  };
}
