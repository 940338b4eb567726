import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Timeline } from '#contract/timeline.ts';
import { editorChangesOf } from '#domain/timeline/editor-changes.ts';
import { readEdit } from '#studio/works/read-edit.ts';
import { linesOf, makerOf, type MadeWork } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
const { ask, aWork, aPicture } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
});
afterAll(() => server[Symbol.asyncDispose]());

/** How many statements it takes to open the edit of a work. */
async function statementsOf({ projectId, id: workId }: MadeWork): Promise<number> {
  const { database, owner } = server.world;
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const counted = { database: { ...database, kysely: database.kysely.withPlugin(counting) } };
  await readEdit(counted, owner, { projectId, workId });
  return statements;
}

describe('the edit of a work', () => {
  test('is, before anything was edited, of the scenes that have something to show', async () => {
    const work = await aWork();
    const { json } = await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b', 'c') } });
    const take = await aPicture(work.id, 1);
    const edit = (await ask('GET', `${work.path}/edit`)).json;
    expect(edit).toMatchObject({ isSaved: false, scenes: [{ media: null }, { sceneIndex: 1, takeNumber: 1 }, {}] });
    expect(edit.timeline.clips).toMatchObject([{ sceneId: json.scenes[1].id, media: { takeId: take } }]);
    const { sha256 } = edit.timeline.clips[0].media;
    expect(edit.sources[sha256]).toMatchObject({ kind: 'image', url: `/api/media/${take}`, isMissing: false });
    expect((await ask('GET', edit.sources[sha256].url.replace('/api', ''))).status).toBe(200);
  });

  test('is empty for a work without scenes, and never a refusal', async () => {
    const work = await aWork();
    const edit = await ask('GET', `${work.path}/edit`);
    expect([edit.status, edit.json.timeline.clips, edit.json.scenes]).toEqual([200, [], []]);
  });

  test('is saved by the editor state; both halves of a clip that was split keep its take when another is picked', async () => {
    const work = await aWork();
    await ask('PUT', work.path, { body: { scenes: linesOf('a') } });
    const first = await aPicture(work.id, 0);
    const half = { sceneIndex: 0, takeId: first };
    const save = (videoTrack: readonly object[]) =>
      ask('PUT', work.path, { body: { editorState: { editorData: { videoTrack, textTrack: [] } } } });
    await save([{ ...half, id: 'one', start: 0, end: 2 }]);
    await aPicture(work.id, 0);
    await save([
      { ...half, id: 'one', start: 0, end: 1 },
      { ...half, id: 'two', start: 1, end: 2, trimStart: 1 },
    ]);
    const edit = (await ask('GET', `${work.path}/edit`)).json;
    expect(edit.isSaved).toBe(true);
    expect(edit.timeline.clips.map((clip: { media: { takeId: string } }) => clip.media.takeId)).toEqual([first, first]);
    expect(edit.scenes[0].media.takeId).not.toBe(first);
  });

  test('stays empty when all its clips were taken out by hand, and has each of its texts once', async () => {
    const work = await aWork();
    await ask('PUT', work.path, { body: { scenes: [{ ...linesOf('a')[0], text_overlay: 'Cold all day' }] } });
    await aPicture(work.id, 0);
    const first = (await ask('GET', `${work.path}/edit`)).json.timeline;
    const save = async (timeline: Timeline) => {
      const about = { sceneIds: timeline.clips.flatMap(({ sceneId }) => sceneId ?? []), urlOf: () => undefined };
      const saved = await ask('PUT', work.path, { body: { editorState: editorChangesOf(timeline, about) } });
      expect(saved.status).toBe(200);
      return (await ask('GET', `${work.path}/edit`)).json.timeline;
    };
    const emptied = await save({ ...first, clips: [] });
    expect([emptied.clips, emptied.texts.length]).toEqual([[], 1]);
    expect((await save({ ...emptied, clips: first.clips })).clips).toEqual(first.clips);
    const untold = { editorData: { videoTrack: [], isEmptied: null } };
    await ask('PUT', work.path, { body: { editorState: untold } });
    const remade = (await ask('GET', `${work.path}/edit`)).json.timeline;
    expect([remade.clips.length, remade.texts.length]).toEqual([1, 1]);
  });

  test('is opened by as many statements however many clips it has, saved or not', async () => {
    const aWorkOf = async (count: number): Promise<MadeWork> => {
      const work = await aWork();
      await ask('PUT', work.path, { body: { scenes: linesOf(...Array.from({ length: count }, String)) } });
      for (let place = 0; place < count; place++) await aPicture(work.id, place);
      return work;
    };
    const save = async (work: MadeWork): Promise<void> => {
      const { timeline } = (await ask('GET', `${work.path}/edit`)).json as { timeline: Timeline };
      const about = { sceneIds: timeline.clips.flatMap(({ sceneId }) => sceneId ?? []), urlOf: () => undefined };
      await ask('PUT', work.path, { body: { editorState: editorChangesOf(timeline, about) } });
    };
    const [one, many] = [await aWorkOf(1), await aWorkOf(9)];
    const first = await statementsOf(one);
    expect(first).toBeGreaterThan(3); // they are counted
    expect(await statementsOf(many)).toBe(first);
    await save(one);
    await save(many);
    const edit = (await ask('GET', `${many.path}/edit`)).json;
    expect([edit.isSaved, edit.timeline.clips.length, Object.keys(edit.sources).length]).toEqual([true, 9, 9]);
    expect(await statementsOf(many)).toBe(await statementsOf(one));
  });
});
