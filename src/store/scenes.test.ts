import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aScript, aTake, aWork, newId } from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import {
  approveTake,
  getScene,
  listPickedMedia,
  listScenes,
  lockScene,
  pickTake,
  replaceScenes,
  updateScene,
  type Picking,
  type SceneRow,
  type SceneScript,
} from './scenes.ts';
import { getTake, insertTake, listTakes, updateTake } from './takes.ts';
import { deleteWork, getWork, lockWork, type WorkRow } from './works.ts';

describeOnEachEngine('scenes and takes', (open, newPlace) => {
  let database: Database;
  let outside: Database;
  beforeAll(async () => {
    const place = await newPlace();
    database = await open(place);
    outside = database.engine === 'server' ? await open(place) : database;
  });

  const replace = (work: WorkRow, scenes: readonly (SceneScript & { id?: string })[]): Promise<readonly SceneRow[]> =>
    database.transaction((trx) => replaceScenes(trx, work, scenes, { newId: () => newId('scene'), userId: null }));

  test('scenes keep their id when they move, match by place without one, and go to the trash when left out', async () => {
    const work = await aWork(database.kysely);
    const [a, b, c] = await replace(work, ['a', 'b', 'c'].map(aScript));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three scenes were stored');

    const after = await replace(work, [{ ...aScript('c first'), id: c.id }, aScript('b again'), aScript('new')]);
    expect(after.map((scene) => [scene.position, scene.imagePrompt])).toEqual([
      [0, 'c first'],
      [1, 'b again'],
      [2, 'new'],
    ]);
    expect(after[0]?.id).toBe(c.id);
    expect(after[1]?.id).toBe(b.id);
    expect([a.id, b.id, c.id]).not.toContain(after[2]?.id);
    expect(await getScene(database.kysely, a.id)).toBeNull();
    expect(await listScenes(database.kysely, work.id)).toEqual(after);
  });

  test('who stores a take of a scene and who rewrites the script never wait for each other in a circle', async () => {
    const work = await aWork(database.kysely);
    const [scene] = await replace(work, [aScript('a')]);
    if (scene === undefined) throw new Error('a scene was stored');
    const [sceneIsHeld, workIsHeld] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const takesTurns = database.engine === 'embedded'; // one transaction at a time: there the second just comes later
    const storing = database.transaction(async (trx) => {
      await lockScene(trx, scene.id);
      sceneIsHeld.resolve();
      if (!takesTurns) await workIsHeld.promise;
      await insertTake(trx, aTake(scene));
    });
    await sceneIsHeld.promise;
    const writing = database.transaction(async (trx) => {
      await lockWork(trx, work.id);
      workIsHeld.resolve();
      await updateScene(trx, scene.id, { imagePrompt: 'b' });
    });
    await Promise.all([storing, writing]);
    expect(await listTakes(database.kysely, { sceneId: scene.id })).toHaveLength(1);
    expect(await getScene(database.kysely, scene.id)).toMatchObject({ imagePrompt: 'b' });
  });

  test('who starts pictures of all scenes and who rewrites or deletes them never wait for each other in a circle', async () => {
    for (const change of ['rewrite', 'delete'] as const) {
      const work = await aWork(database.kysely);
      const made = await replace(work, ['a', 'b', 'c'].map(aScript));
      const ids = made.map(({ id }) => id).toSorted();
      // The script has them the other way round.
      const other = ids.toReversed().map((id) => ({ ...aScript('again'), id }));
      await replace(work, other);
      const firstIsHeld = Promise.withResolvers<void>();
      const starting = database.transaction(async (trx) => {
        await lockScene(trx, ids[0] ?? '');
        firstIsHeld.resolve();
        if (database.engine === 'server') await waitsForLock();
        for (const id of ids) await lockScene(trx, id);
      });
      await firstIsHeld.promise;
      const changing =
        change === 'rewrite' ? replace(work, other) : database.transaction((trx) => deleteWork(trx, work.id));
      await Promise.all([starting, changing]);
    }
  });

  /** Until somebody in this database waits for what another holds; asked from outside of its transactions. */
  async function waitsForLock(): Promise<void> {
    const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await waiting.execute(outside.kysely)).rows).not.toEqual([]);
  }

  test('a scene of another work is not taken over by its id', async () => {
    const [mine, theirs] = [await aWork(database.kysely), await aWork(database.kysely)];
    const [foreign] = await replace(theirs, [aScript('theirs')]);
    const [made] = await replace(mine, [{ ...aScript('mine'), id: foreign?.id ?? '' }]);
    expect(made?.id).not.toBe(foreign?.id);
    expect(await getScene(database.kysely, foreign?.id ?? '')).toEqual(foreign);
  });

  test('a scene that was left out comes back with its takes when its id is named again', async () => {
    const work = await aWork(database.kysely);
    const [a, b] = await replace(work, ['a', 'b'].map(aScript));
    if (a === undefined || b === undefined) throw new Error('two scenes were stored');
    const take = await insertTake(database.kysely, aTake(a));
    await replace(work, [{ ...aScript('b'), id: b.id }]);
    expect(await getScene(database.kysely, a.id)).toBeNull();
    const after = await replace(work, [
      { ...aScript('b'), id: b.id },
      { ...aScript('a'), id: a.id },
    ]);
    expect(after.map((scene) => scene.id)).toEqual([b.id, a.id]);
    expect(await listTakes(database.kysely, { sceneId: a.id })).toEqual([take]);
  });

  test('new scenes are a change of the work, so that an older state of it is refused', async () => {
    const work = await aWork(database.kysely);
    await replace(work, [aScript('a')]);
    const after = await getWork(database.kysely, work.id);
    expect(after?.revision).toBe(work.revision + 1);
    expect(after?.updatedAt).toBeGreaterThan(work.updatedAt);
  });

  test('the media of a scene is its clip, else its picture', async () => {
    const { work, scene, first, clip } = await aSceneWithTakes();
    const shown = () => listPickedMedia(database.kysely, work.id);
    expect(await shown()).toEqual(new Map());
    await pickTake(database.kysely, { sceneId: scene.id, kind: 'image', takeId: first.id, how: 'unless-pinned' });
    expect([...(await shown())]).toEqual([[scene.id, { takeId: first.id, kind: 'image', sha256: first.sha256 }]]);
    await pickTake(database.kysely, { sceneId: scene.id, kind: 'video', takeId: clip.id, how: 'unless-pinned' });
    expect((await shown()).get(scene.id)).toMatchObject({ takeId: clip.id, kind: 'video' });
  });

  test('two replacements at once leave one of the two, whole', async () => {
    const work = await aWork(database.kysely);
    await Promise.all(
      ['x', 'y'].map((letter) =>
        replace(
          work,
          [1, 2, 3].map((n) => aScript(`${letter}${n}`)),
        ),
      ),
    );
    const prompts = (await listScenes(database.kysely, work.id)).map((scene) => scene.imagePrompt);
    expect([
      ['x1', 'x2', 'x3'],
      ['y1', 'y2', 'y3'],
    ]).toContainEqual(prompts);
  });

  test('the last error of a scene is kept and cleared', async () => {
    const work = await aWork(database.kysely);
    const [scene] = await replace(work, [aScript('a')]);
    const lastError = { code: 'internal', message: 'It broke', facts: { at: 3 } };
    expect(await updateScene(database.kysely, scene?.id ?? '', { lastError })).toMatchObject({ lastError });
    expect(await updateScene(database.kysely, scene?.id ?? '', { lastError: null })).toMatchObject({ lastError: null });
  });

  async function aSceneWithTakes() {
    const work = await aWork(database.kysely);
    const [scene] = await replace(work, [aScript('a')]);
    if (scene === undefined) throw new Error('one scene was stored');
    const first = await insertTake(database.kysely, aTake(scene));
    const second = await insertTake(database.kysely, aTake(scene));
    const clip = await insertTake(database.kysely, aTake(scene, { kind: 'video', parentIds: [first.id] }));
    return { work, scene, first, second, clip };
  }

  test('a take comes back as it was stored', async () => {
    const { work, scene, first, second, clip } = await aSceneWithTakes();
    expect(await getTake(database.kysely, clip.id)).toEqual(clip);
    expect(clip).toMatchObject({
      parentIds: [first.id],
      seed: 4_294_967_295,
      costMicroUsd: 0,
      recipe: { look: 'paper' },
    });
    expect(await listTakes(database.kysely, { sceneId: scene.id })).toEqual([first, second, clip]);
    await updateTake(database.kysely, first.id, { deletedAt: Date.now() });
    expect(await listTakes(database.kysely, { workId: work.id })).toEqual([second, clip]);
    await updateTake(database.kysely, first.id, { deletedAt: null });
    expect(await getTake(database.kysely, first.id)).toMatchObject({ id: first.id });
  });

  test('the newest take is picked by itself unless the pick is pinned by hand', async () => {
    const { scene, first, second, clip } = await aSceneWithTakes();
    const pick = (takeId: string, how: Picking) =>
      pickTake(database.kysely, { sceneId: scene.id, kind: 'image', takeId, how });
    expect(await pick(first.id, 'unless-pinned')).toMatchObject({ pickedImageTakeId: first.id, imagePinned: false });
    expect(await pick(second.id, 'by-hand')).toMatchObject({ pickedImageTakeId: second.id, imagePinned: true });
    expect(await pick(first.id, 'unless-pinned')).toBeNull();
    expect(await getScene(database.kysely, scene.id)).toMatchObject({ pickedImageTakeId: second.id });
    expect(await pick(clip.id, 'by-hand'), 'a clip is not a picture').toBeNull();
    const clipPick = { sceneId: scene.id, kind: 'video', takeId: clip.id, how: 'unless-pinned' } as const;
    expect(await pickTake(database.kysely, clipPick)).toMatchObject({
      pickedVideoTakeId: clip.id,
      pickedImageTakeId: second.id,
    });
  });

  test('approval is cleared when another picture is picked, not when the same one is', async () => {
    const { scene, first, second, clip } = await aSceneWithTakes();
    const approve = (takeId: string | null) => approveTake(database.kysely, { sceneId: scene.id, takeId });
    const pick = (takeId: string) =>
      pickTake(database.kysely, { sceneId: scene.id, kind: 'image', takeId, how: 'by-hand' });
    expect(await approve(first.id)).toMatchObject({ approvedTakeId: first.id });
    expect(await pick(first.id)).toMatchObject({ approvedTakeId: first.id });
    expect(await pick(second.id)).toMatchObject({ approvedTakeId: null });
    expect(await approve(clip.id), 'clips are not approved').toBeNull();
    await approve(second.id);
    expect(await approve(null)).toMatchObject({ approvedTakeId: null, pickedImageTakeId: second.id });
  });

  test('deleting a work deletes its scenes and takes, picked or not', async () => {
    const { work, scene, first } = await aSceneWithTakes();
    await pickTake(database.kysely, { sceneId: scene.id, kind: 'image', takeId: first.id, how: 'by-hand' });
    expect(await database.transaction((trx) => deleteWork(trx, work.id))).not.toBeNull();
    expect(await getScene(database.kysely, scene.id)).toBeNull();
    expect(await getTake(database.kysely, first.id)).toBeNull();
  });
});
