import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf, makerOf } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
const { ask, aWork, aPicture } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
});
afterAll(() => server[Symbol.asyncDispose]());

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
});
