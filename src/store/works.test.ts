import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import {
  aGeneration,
  anEmptyTimeline,
  anOwner,
  aProject,
  aScript,
  aTake,
  aWork,
  newId,
} from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import { insertGeneration, moveGeneration } from './generations.ts';
import type { ListPlace } from './list-page.ts';
import { deleteProject, getProject, listProjects, updateProject } from './projects.ts';
import { pickTake, replaceScenes } from './scenes.ts';
import { insertTake } from './takes.ts';
import { getWorkView } from './work-views.ts';
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

  test('a list of works says what each shows, and where to find a picture of it', async () => {
    const work = await aWork(database.kysely);
    const filter = { workspaceId: work.workspaceId, projectId: work.projectId };
    expect(await listWorks(database.kysely, filter)).toMatchObject([
      { id: work.id, scenes: 0, images: 0, videos: 0, posterScene: null },
    ]);
    const scenes = await database.transaction((trx) =>
      replaceScenes(trx, work, ['a', 'b', 'c'].map(aScript), { newId: () => newId('scene'), userId: null }),
    );
    for (const [place, kind] of [
      [1, 'image'],
      [2, 'image'],
      [2, 'video'],
    ] as const) {
      const scene = scenes[place];
      if (scene === undefined) throw new Error('three scenes were stored');
      const take = await insertTake(database.kysely, aTake(scene, { kind }));
      await pickTake(database.kysely, { sceneId: scene.id, kind, takeId: take.id, how: 'unless-pinned' });
    }
    await database.transaction((trx) =>
      replaceScenes(
        trx,
        work,
        scenes.slice(1).map((scene) => ({ ...aScript('kept'), id: scene.id })),
        {
          newId: () => newId('scene'),
          userId: null,
        },
      ),
    );
    expect(await listWorks(database.kysely, filter)).toMatchObject([
      { id: work.id, scenes: 2, images: 2, videos: 1, posterScene: 0 },
    ]);
  });

  test('pages of a list hold every work once, also those changed in one and the same millisecond', async () => {
    const first = await aWork(database.kysely);
    for (let count = 0; count < 6; count++) await aWork(database.kysely, { projectId: first.projectId });
    const at = new Date('2026-01-01T00:00:00.123456Z');
    await database.kysely
      .updateTable('work')
      .set({ updated_at: sql<Date>`${at.toISOString()}::timestamptz + random() * interval '0.4 milliseconds'` })
      .where('project_id', '=', first.projectId)
      .execute();
    const filter = { workspaceId: first.workspaceId, projectId: first.projectId };
    const all = await listWorks(database.kysely, filter);
    const paged: string[] = [];
    for (let after: ListPlace | undefined; paged.length < 7;) {
      const page = await listWorks(database.kysely, { ...filter, limit: 2, after });
      const last = page.at(-1);
      if (last === undefined) break;
      paged.push(...page.map((work) => work.id));
      after = { atMs: last.updatedAt, id: last.id };
    }
    expect(new Set(all.map((work) => work.updatedAt)).size).toBe(1);
    expect(paged).toEqual(all.map((work) => work.id));
    expect(all).toHaveLength(7);
  });

  test('deleting a work says whose media it held, trashed takes too', async () => {
    const work = await aWork(database.kysely);
    const options = { newId: () => newId('scene'), userId: null };
    const [scene] = await database.transaction((trx) => replaceScenes(trx, work, [aScript('a')], options));
    if (scene === undefined) throw new Error('a scene was stored');
    const take = await insertTake(database.kysely, aTake(scene));
    await database.transaction((trx) => replaceScenes(trx, work, [], options));
    expect(await database.transaction((trx) => deleteWork(trx, work.id))).toEqual([
      { kind: 'work', id: work.id },
      { kind: 'take', id: take.id },
    ]);
    expect(await getWork(database.kysely, work.id)).toBeNull();
    expect(await database.transaction((trx) => deleteWork(trx, work.id))).toBeNull();
  });

  test('deleting a project deletes its works, those in the trash too', async () => {
    const work = await aWork(database.kysely);
    const trashed = await aWork(database.kysely, { projectId: work.projectId, deletedAt: Date.now() });
    const held = await database.transaction((trx) => deleteProject(trx, work.projectId));
    expect(held).toHaveLength(2);
    expect(held).toContainEqual({ kind: 'work', id: trashed.id });
    expect(await getWork(database.kysely, work.id)).toBeNull();
    expect(await getProject(database.kysely, work.projectId)).toBeNull();
    expect(await database.transaction((trx) => deleteProject(trx, work.projectId))).toBeNull();
  });

  test('what a client sees of a work comes in one piece, without what left no trace', async () => {
    const work = await aWork(database.kysely, { systemPrompt: 'Mine.' });
    const options = { newId: () => newId('scene'), userId: null };
    const [scene] = await database.transaction((trx) => replaceScenes(trx, work, [aScript('a')], options));
    const own = { workId: work.id, sceneId: scene?.id ?? '' };
    const running = await insertGeneration(database.kysely, aGeneration(work.workspaceId, own));
    const cancelled = await insertGeneration(database.kysely, aGeneration(work.workspaceId, own));
    await moveGeneration(database.kysely, cancelled.id, ['queued'], 'cancelled');
    await insertGeneration(database.kysely, aGeneration(work.workspaceId, { workId: work.id, role: 'llm' }));
    const view = await getWorkView(database.kysely, work.id);
    expect(view).toMatchObject({
      work: { id: work.id, systemPrompt: 'Mine.', revision: 2 },
      inherited: { systemPrompt: 'Direct a film.', analyzerPrompt: '' },
      scenes: [
        {
          id: scene?.id,
          position: 0,
          imagePrompt: 'a',
          durationS: 3,
          imageTakeId: null,
          isApproved: false,
          lastError: null,
        },
      ],
      generations: [{ sceneId: running.sceneId, role: 'image', state: 'queued' }],
    });
    expect(view?.work).toEqual(await getWork(database.kysely, work.id));
    expect(await getWorkView(database.kysely, newId('work'))).toBeNull();
  });
});
