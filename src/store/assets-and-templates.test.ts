import { beforeAll, expect, test } from 'vitest';
import type { AssetType } from '#contract/asset.ts';
import type { TemplateContent } from '#contract/template.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import { aProject, newId, someFacts } from '../../test/stored-rows.ts';
import { getAsset, insertAsset, listAssets, sumAssets, updateAsset, type AssetRow } from './assets.ts';
import type { Database } from './database/open-database.ts';
import { refer } from './media.ts';
import type { ProjectRow } from './projects.ts';
import {
  countTemplates,
  deleteTemplate,
  getTemplate,
  insertTemplate,
  listTemplates,
  updateTemplate,
  type TemplateRow,
} from './templates.ts';

const aContent: TemplateContent = {
  textOverlays: [
    { id: 't', text: "It's {{n}} %", fontSize: 10, fontColor: '#fff', centerX: 0, centerY: 0, timingMode: 'relative' },
  ],
  imageOverlays: [],
  exportSettings: { width: 1080, height: 1080, fps: 29.97 },
  frameSize: { width: 1080, height: 1080 },
};

describeOnEachEngine('assets and templates', (open) => {
  let database: Database;
  let project: ProjectRow;
  beforeAll(async () => {
    database = await open();
    project = await aProject(database.kysely);
  });

  async function anAsset(type: AssetType, sha256: string, at = project): Promise<AssetRow> {
    const id = newId('asset');
    const { workspaceId } = at;
    const owner = { kind: 'asset', id, workspaceId } as const;
    const facts = type === 'font' ? null : someFacts;
    await database.transaction((trx) => refer(trx, { sha256, sizeBytes: 3_000_000_000, mime: 'x/y', facts }, owner));
    const described = { name: 'Lamp', filename: 'lamp.png', sha256, facts, tags: [], description: null };
    return insertAsset(database.kysely, { ...described, id, workspaceId, createdBy: null, projectId: at.id, type });
  }

  const aTemplate = (content = aContent): Promise<TemplateRow> =>
    insertTemplate(database.kysely, {
      id: newId('template'),
      workspaceId: project.workspaceId,
      createdBy: null,
      projectId: project.id,
      name: 'Opening',
      description: null,
      tags: ['intro'],
      content,
    });

  test('assets are counted and added up by type, past what 32 bits hold, and the same file as often as it is one', async () => {
    const own = await aProject(database.kysely);
    const [one, other] = [await anAsset('image', 'a'.repeat(64), own), await anAsset('image', 'a'.repeat(64), own)];
    const font = await anAsset('font', 'b'.repeat(64), own);
    const projectId = own.id;
    expect(await sumAssets(database.kysely, { projectId })).toEqual({ count: 3, sizeBytes: 9_000_000_000 });
    expect(await sumAssets(database.kysely, { projectId, type: 'image' })).toEqual({ count: 2, sizeBytes: 6e9 });
    expect(await sumAssets(database.kysely, { projectId, type: 'audio' })).toEqual({ count: 0, sizeBytes: 0 });
    expect(await listAssets(database.kysely, { projectId, type: 'font' })).toEqual([font]);
    expect(await listAssets(database.kysely, { projectId, sha256: one.sha256 })).toEqual([one, other]);
    const strange = await anAsset('image', 'a'.repeat(64));
    const ids = [other.id, strange.id, 'asset_none', "'"];
    expect(await listAssets(database.kysely, { projectId, ids })).toEqual([other]);
    expect(await listAssets(database.kysely, { projectId, ids: [] })).toEqual([]);
    const page = await listAssets(database.kysely, { projectId, limit: 1 });
    const after = { id: page[0]?.id ?? '', atMs: page[0]?.createdAt ?? 0 };
    expect(await listAssets(database.kysely, { projectId, after })).toEqual([other, font]);
  });

  test('an asset is only changed from the revision that was seen', async () => {
    const { id, revision, updatedAt } = await anAsset('image', 'c'.repeat(64));
    const changed = await updateAsset(database.kysely, id, { name: 'First' }, { ifRevision: revision });
    expect(changed).toMatchObject({ name: 'First', revision: revision + 1 });
    expect(changed?.updatedAt).toBeGreaterThan(updatedAt);
    expect(await updateAsset(database.kysely, id, { name: 'Second' }, { ifRevision: revision })).toBeNull();
    expect(await getAsset(database.kysely, id)).toEqual(changed);
  });

  test('a template comes back as it was stored, and only changes from the revision that was seen', async () => {
    const template = await aTemplate();
    expect(await getTemplate(database.kysely, template.id)).toEqual(template);
    expect(template).toMatchObject({ content: aContent, tags: ['intro'], revision: 1, deletedAt: null });
    const patch = { content: { ...aContent, textOverlays: [] }, tags: [], description: 'x' };
    const changed = await updateTemplate(database.kysely, template.id, patch, { ifRevision: 1 });
    expect(changed).toMatchObject({ ...patch, name: 'Opening', revision: 2 });
    expect(changed?.updatedAt).toBeGreaterThan(template.updatedAt);
    expect(await updateTemplate(database.kysely, template.id, { name: 'Late' }, { ifRevision: 1 })).toBeNull();
    expect(await deleteTemplate(database.kysely, template.id)).toBe(true);
    expect(await deleteTemplate(database.kysely, template.id)).toBe(false);
    expect(await getTemplate(database.kysely, template.id)).toBeNull();
  });

  test('a list of templates counts what is in them, in pages of the order they were made in', async () => {
    const { exportSettings: _, ...plain } = aContent;
    const [one, other] = [await aTemplate(), await aTemplate({ ...plain, textOverlays: [] })];
    const projectId = project.id;
    const list = await listTemplates(database.kysely, { projectId });
    expect(list).toMatchObject([
      { id: one.id, textOverlayCount: 1, imageOverlayCount: 0, hasExportSettings: true },
      { id: other.id, textOverlayCount: 0, imageOverlayCount: 0, hasExportSettings: false },
    ]);
    expect(list[0]).not.toHaveProperty('content');
    const after = { id: one.id, atMs: one.createdAt };
    expect(await listTemplates(database.kysely, { projectId, after, limit: 5 })).toEqual([list[1]]);
    expect(await countTemplates(database.kysely, { projectId })).toBe(2);
  });
});
