import { beforeAll, expect, test } from 'vitest';
import { anEmptyTimeline, anOwner, aProject, aWork, newId } from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import { deleteProject, getProject, listProjects, updateProject } from './projects.ts';
import { deleteWork, findWorkByFingerprint, getWork, listWorks, updateWork } from './works.ts';

describeOnEachEngine('projects and works', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  test('two processes that start at once get the same local owner', async () => {
    const owners = await Promise.all([1, 2, 3, 4].map(() => anOwner(database.kysely)));
    expect(new Set(owners.map((owner) => owner.userId)).size).toBe(1);
    expect(new Set(owners.map((owner) => owner.workspaceId)).size).toBe(1);
  });

  test('a project comes back as it was stored', async () => {
    const project = await aProject(database.kysely);
    expect(project).toMatchObject({
      revision: 1,
      deletedAt: null,
      styleGuide: { tone: 'warm', color_palette: ['#ffaa00'] },
    });
    expect(Math.abs(project.createdAt - Date.now())).toBeLessThan(60_000);
    expect(await getProject(database.kysely, project.id)).toEqual(project);
    const [first] = await listProjects(database.kysely, { workspaceId: project.workspaceId });
    expect(first).toEqual({
      id: project.id,
      workspaceId: project.workspaceId,
      createdBy: project.createdBy,
      name: 'Lamps',
      projectType: 'ecommerce',
      updatedAt: project.updatedAt,
    });
  });

  test('changing a project with an old revision changes nothing', async () => {
    const project = await aProject(database.kysely);
    const changed = await updateProject(database.kysely, project.id, { name: 'Chairs' }, { ifRevision: 1 });
    expect(changed).toMatchObject({ name: 'Chairs', revision: 2, styleGuide: project.styleGuide });
    expect(await updateProject(database.kysely, project.id, { name: 'Tables' }, { ifRevision: 1 })).toBeNull();
    expect(await getProject(database.kysely, project.id)).toEqual(changed);
  });

  test('a new work has every field, null where unset', async () => {
    const work = await aWork(database.kysely);
    expect(work).toMatchObject({
      mode: null,
      language: null,
      videoDurationS: null,
      selectedAssetIds: [],
      styleGuide: null,
      analysis: null,
      timeline: null,
      currentStep: 0,
      revision: 1,
    });
    expect(await getWork(database.kysely, work.id)).toEqual(work);
  });

  test('documents of a work come back as they were stored', async () => {
    const work = await aWork(database.kysely);
    const analysis = {
      scene_count: 1,
      overall_tone: 'calm',
      color_palette: ['#000000'],
      tempo: 'slow' as const,
      has_text_overlay: false,
      scenes: [{ index: 1, duration_seconds: 2.5, description: '', transition: 'cut', camera_movement: 'pan left' }],
    };
    const patch = {
      analysis,
      timeline: anEmptyTimeline,
      selectedAssetIds: ['asset_1'],
      styleGuide: { tone: 'naïve “‘☀️' },
    };
    await updateWork(database.kysely, work.id, patch, { by: 'server' });
    expect(await getWork(database.kysely, work.id)).toMatchObject(patch);
  });

  test('what the server finds out leaves the revision alone, and every change is later than the one before', async () => {
    const work = await aWork(database.kysely);
    const found = await updateWork(database.kysely, work.id, { currentStep: 1 }, { by: 'server' });
    const said = await updateWork(database.kysely, work.id, { name: 'Two lamps' }, { by: 'client', ifRevision: 1 });
    expect(found).toMatchObject({ revision: 1, currentStep: 1 });
    expect(said).toMatchObject({ revision: 2, currentStep: 1, name: 'Two lamps' });
    expect([work.updatedAt, found?.updatedAt, said?.updatedAt]).toEqual(
      [...new Set([work.updatedAt, found?.updatedAt ?? 0, said?.updatedAt ?? 0])].toSorted((a, b) => a - b),
    );
    expect(await updateWork(database.kysely, work.id, { name: 'Late' }, { by: 'client', ifRevision: 1 })).toBeNull();
  });

  test('the work of a repeated brief is found, unless it is in the trash, and there is only one', async () => {
    const work = await aWork(database.kysely, { fingerprint: 'brief-1' });
    const key = { workspaceId: work.workspaceId, fingerprint: 'brief-1' };
    expect(await findWorkByFingerprint(database.kysely, key)).toEqual(work);
    await expect(aWork(database.kysely, { fingerprint: 'brief-1' })).rejects.toThrow('work_fingerprint');
    await updateWork(database.kysely, work.id, { deletedAt: Date.now() }, { by: 'client' });
    expect(await findWorkByFingerprint(database.kysely, key)).toBeNull();
    expect(await getWork(database.kysely, work.id)).toBeNull();
    await aWork(database.kysely, { fingerprint: 'brief-1' });
  });

  test('works are listed by project, without those in the trash, the last changed first', async () => {
    const first = await aWork(database.kysely);
    const second = await aWork(database.kysely, { projectId: first.projectId });
    const trashed = await aWork(database.kysely, { projectId: first.projectId, deletedAt: Date.now() });
    await updateWork(database.kysely, first.id, { name: 'Newer' }, { by: 'client' });
    const list = await listWorks(database.kysely, { workspaceId: first.workspaceId, projectId: first.projectId });
    expect(list.map((work) => work.id)).toEqual([first.id, second.id]);
    expect(list.map((work) => work.id)).not.toContain(trashed.id);
    expect(list[0]).toMatchObject({ name: 'Newer', mode: null, currentStep: 0 });
  });

  test('deleting a project deletes its works', async () => {
    const work = await aWork(database.kysely);
    expect(await deleteProject(database.kysely, work.projectId)).toBe(true);
    expect(await getWork(database.kysely, work.id)).toBeNull();
    expect(await deleteWork(database.kysely, work.id)).toBe(false);
    expect(await deleteProject(database.kysely, newId('project'))).toBe(false);
  });
});
