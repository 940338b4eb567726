import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getGeneration, insertGeneration } from '#store/generations.ts';
import { getJob, insertJob } from '#store/jobs.ts';
import { getMedia } from '#store/media.ts';
import { listTakes } from '#store/takes.ts';
import { getWork, updateWork } from '#store/works.ts';
import { editOf } from '#studio/works/edit-of.ts';
import { editToExport } from '#studio/exports/edit-to-export.ts';
import { finishGeneration } from '#studio/generation/finish-generation.ts';
import { anEdit, expectInvalid, linesOf, makerOf } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { aGeneration, newId } from '../../test/stored-rows.ts';

let server: TestServer;
const { ask, aProject, aWork, kept, anAsset, aPicture, shaOf } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer(undefined, 'api'); // nothing is made: what is asked for waits, to be cancelled
});
afterAll(() => server[Symbol.asyncDispose]());

describe('the scenes of a work', () => {
  test('keep their takes when they are reordered, inserted and removed', async () => {
    const work = await aWork();
    const { json } = await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b', 'c') } });
    const [a, b, c] = json.scenes;
    const take = await aPicture(work.id, 2);
    const placed = (scenes: readonly object[]) => scenes.map((scene, scene_index) => ({ ...scene, scene_index }));
    const four = await ask('PUT', work.path, { body: { scenes: placed([c, { ...linesOf('new')[0] }, b, a]) } });
    const left = placed([0, 1, 3].map((place) => four.json.scenes[place]));
    const after = (await ask('PUT', work.path, { body: { scenes: left } })).json;
    expect(after.scenes.map((scene: { image_prompt: string }) => scene.image_prompt)).toEqual(['c', 'new', 'a']);
    expect([after.scenes[0].id, after.scenes[2].id]).toEqual([c.id, a.id]);
    expect([a.id, b.id, c.id]).not.toContain(after.scenes[1].id);
    expect(after.generatedScenes).toMatchObject([
      { sceneIndex: 0, status: 'image_ready', imageUrl: `/api${work.path}/media/scene/0/image` },
      { sceneIndex: 1, status: 'pending' },
      { sceneIndex: 2, status: 'pending' },
    ]);
    expect(await listTakes(server.world.database.kysely, { sceneId: c.id })).toMatchObject([{ id: take }]);
  });

  test('stand in the order of the list, whatever their scene_index and ids were', async () => {
    const work = await aWork();
    const put = async (scenes: readonly object[]) => (await ask('PUT', work.path, { body: { scenes } })).json.scenes;
    const named = (scenes: readonly { scene_index: number; image_prompt: string }[]) =>
      scenes.map(({ scene_index, image_prompt }) => [scene_index, image_prompt]);
    const [a, b, c] = await put(linesOf('a', 'b', 'c'));
    const moved = await put([c, a, b]);
    expect(named(moved)).toEqual([
      [0, 'c'],
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(moved.map(({ id }: { id: string }) => id)).toEqual([c.id, a.id, b.id]);

    const anonymous = moved.map((line: object) => ({ ...line, id: null }));
    const back = await put([anonymous[1], anonymous[2], anonymous[0]]);
    expect(
      back.map(({ id }: { id: string }) => id),
      'matched by scene_index',
    ).toEqual([a.id, b.id, c.id]);
    const numberless = back.map((line: object) => ({ ...line, id: null, scene_index: null }));
    expect(
      (await put([numberless[0], numberless[2]])).map(({ id }: { id: string }) => id),
      'matched by place',
    ).toEqual([a.id, b.id]);
    const twins = [7, 2, 2, null].map((scene_index, place) => ({ ...linesOf(`t${place}`)[0], scene_index }));
    expect(named(await put(twins))).toEqual([
      [0, 't0'],
      [1, 't1'],
      [2, 't2'],
      [3, 't3'],
    ]);
  });

  test('need only a duration: the rest is empty, the join a cut', async () => {
    const work = await aWork();
    const scenes = [{ duration_seconds: 4, negative_prompt: null, text_overlay: '' }];
    const { json } = await ask('PUT', work.path, { body: { scenes } });
    expect(json.scenes).toEqual([
      {
        id: expect.stringMatching(/^scn_/),
        scene_index: 0,
        duration_seconds: 4,
        image_prompt: '',
        negative_prompt: '',
        video_prompt: '',
        transition: 'cut',
      },
    ]);
  });

  test('one of them given twice is refused', async () => {
    const work = await aWork();
    const { json } = await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } });
    expectInvalid(await ask('PUT', work.path, { body: { scenes: [json.scenes[0], json.scenes[0]] } }), 'scenes.1.id');
    expect((await ask('GET', work.path)).json).toEqual(json);
  });
});

describe('the edit of a work', () => {
  test('comes back with the keys of the client, and in frames that stay where they are', async () => {
    const work = await aWork();
    await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } });
    await aPicture(work.id, 0);
    const { json } = await ask('PUT', work.path, { body: { editorState: anEdit } });
    expect(json.editorState).toMatchObject(anEdit);
    expect(json.editorState.editorData.videoTrack[0].volume, 'placed: it has a picture').toBe(1);
    expect(json.editorState.editorData.videoTrack[1].volume, 'kept for later: it has none').toBeUndefined();
    await aPicture(work.id, 1);
    expect(
      (await exported(work.id)).map(({ id }) => id),
      'as an export sees it',
    ).toEqual(['v1', 'v2']);
    const again = await ask('PUT', work.path, { body: { editorState: { ...json.editorState, zoom: 3 } } });
    expect(again.json.editorState.editorData.videoTrack[1].volume, 'placed now').toBe(1);
  });

  test('follows the resolution until it says a size of its own', async () => {
    const work = await aWork();
    const square = { resolution: { width: 1080, height: 1080 } };
    const { json } = await ask('PUT', work.path, { body: square });
    expect(json.editorState).toEqual({ exportSettings: { width: 1080, height: 1080, fps: 30 } });
    const exportSettings = { width: 720, height: 720, fps: 30 };
    await ask('PUT', work.path, { body: { editorState: { exportSettings }, scenes: linesOf('a') } });
    await aPicture(work.id, 0);
    expect(await exported(work.id), 'nothing is cut yet: the first edit').toHaveLength(1);
    await ask('PUT', work.path, { body: { editorState: anEdit } });
    const after = await ask('PUT', work.path, { body: { resolution: { width: 640, height: 360 } } });
    expect(after.json.editorState.exportSettings).toEqual(anEdit.exportSettings);
  });

  test('names the work’s own sound, with any origin before it, and never keeps a credential', async () => {
    const work = await aWork();
    const own = `/api${work.path}/media/audio`;
    const editorState = { ...anEdit, audioUrl: `http://other.example${own}?token=secret` };
    expectInvalid(await ask('PUT', work.path, { body: { editorState } }), 'there is no sound yet');
    const audio = await kept('a sound', { kind: 'work', id: work.id });
    await updateWork(server.world.database.kysely, work.id, { audioSha256: audio }, { by: 'server' });
    const { json, text } = await ask('PUT', work.path, { body: { editorState } });
    expect(json.editorState.audioUrl).toBe(own);
    expect(text).not.toContain('secret');
    expect(json.editorState.editorData.audioTrack).toMatchObject([{ kind: 'music' }]);
  });
});

describe('a change of the edit', () => {
  const textOverlays = { t1: { text: 'Mine', fontSize: 40, fontColor: 'White', centerX: 0, centerY: 0 } };

  /** A work with clips, words, music and keys of its client, and what it answers to a change of its edit. */
  async function anEdited() {
    const work = await aWork();
    await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } });
    await aPicture(work.id, 0);
    await aPicture(work.id, 1);
    const audio = await kept('a sound', { kind: 'work', id: work.id });
    await updateWork(server.world.database.kysely, work.id, { audioSha256: audio }, { by: 'server' });
    const audioUrl = `/api${work.path}/media/audio`;
    const before = (await ask('PUT', work.path, { body: { editorState: { ...anEdit, textOverlays, audioUrl } } })).json;
    const changed = async (editorState: object) => {
      const { status, json } = await ask('PUT', work.path, { body: { editorState } });
      expect(status).toBe(200);
      expect((await ask('GET', work.path)).json).toEqual(json);
      return json.editorState;
    };
    return { work, before: before.editorState, changed };
  }

  test('changes what it names and keeps tracks, words, music, settings and unknown keys', async () => {
    const { before, changed } = await anEdited();
    expect(before).toMatchObject({
      zoom: 2,
      audioVolume: 1,
      editorData: { audioTrack: [{ kind: 'music', volume: 1 }] },
    });
    expect(before.textOverlays.t1.fontColor).toBe('#ffffff');
    expect(await changed({}), 'nothing said, nothing changed').toEqual(before);
    const [music] = before.editorData.audioTrack;
    const quiet = { ...before.editorData, audioTrack: [{ ...music, volume: 0.9 }] };
    expect(await changed({ audioVolume: 0.9 })).toEqual({ ...before, audioVolume: 0.9, editorData: quiet });
    const louder = { audioTrack: [{ ...music, volume: 1.5 }] };
    expect(await changed({ editorData: louder })).toEqual({
      ...before,
      audioVolume: 1.5,
      editorData: { ...before.editorData, ...louder },
    });
  });

  test('a track that is given replaces the stored one, the others stay', async () => {
    const { before, changed } = await anEdited();
    const videoTrack = [{ id: 'only', start: 0, end: 1, sceneIndex: 1 }];
    const { editorData, ...others } = await changed({ editorData: { videoTrack } });
    expect(editorData.videoTrack).toMatchObject(videoTrack);
    expect(editorData.videoTrack).toHaveLength(1);
    expect({ ...others, editorData: { ...editorData, videoTrack: null } }).toEqual({
      ...before,
      // The music goes to the end of the picture, wherever that is.
      editorData: {
        ...before.editorData,
        videoTrack: null,
        audioTrack: [{ ...before.editorData.audioTrack[0], end: 1 }],
      },
    });
    const other = { t2: { ...textOverlays.t1, text: 'Other' } };
    expect(Object.keys((await changed({ textOverlays: other })).textOverlays), 'overlays are given whole').toEqual([
      't2',
    ]);
  });

  test('null clears what it names: words, music, its loudness, the size, a key of the client’s', async () => {
    const { work, before, changed } = await anEdited();
    await changed({ audioVolume: 0.5 });
    expect((await changed({ audioVolume: null })).audioVolume).toBe(1);
    expect((await changed({ exportSettings: null })).exportSettings).toEqual(work.json.editorState.exportSettings);
    expect(await changed({ zoom: null })).not.toHaveProperty('zoom');
    expect((await changed({ textOverlays: null })).textOverlays).toEqual({});
    expect((await changed({ editorData: { textTrack: null } })).editorData.textTrack).toEqual([]);
    const silent = await changed({ audioUrl: null });
    expect([silent.audioUrl, silent.editorData.audioTrack]).toEqual([null, []]);
    expect((await changed({ audioVolume: 0.4 })).audioUrl, 'still none').toBeNull();
    expect(silent.editorData.videoTrack).toEqual(before.editorData.videoTrack);
    expect((await changed({ editorData: null })).editorData.videoTrack).toEqual([]);
  });

  test('sent along with an export it is laid over the saved edit, and not saved', async () => {
    const { work, before } = await anEdited();
    const row = await getWork(server.world.database.kysely, work.id);
    if (!row?.timeline) throw new Error('there is no edit');
    const { clips, texts, width } = row.timeline;
    const sent = await editToExport(server.world, row, { audioVolume: 0.2, textOverlays: null });
    expect(sent).toMatchObject({ clips, width, texts: [], audio: [{ volume: 0.2 }] });
    expect(await editToExport(server.world, row, null)).toMatchObject({ clips, texts, audio: [{ volume: 1 }] });
    expect((await ask('GET', work.path)).json.editorState).toEqual(before);
  });

  test('before anything was cut it is a change of the first edit: its music, its size', async () => {
    const work = await aWork();
    await ask('PUT', work.path, { body: { scenes: linesOf('a') } });
    await aPicture(work.id, 0);
    const audio = await kept('a sound', { kind: 'work', id: work.id });
    await updateWork(server.world.database.kysely, work.id, { audioSha256: audio }, { by: 'server' });
    const edit = async (editorState: object) => {
      const { json } = await ask('PUT', work.path, { body: { editorState } });
      const row = await getWork(server.world.database.kysely, work.id);
      return { json: json.editorState, first: row && (await editOf(server.world, row)) };
    };
    const quiet = await edit({ audioVolume: 0.3 });
    expect(quiet.json).toMatchObject({ audioVolume: 0.3, audioUrl: `/api${work.path}/media/audio` });
    expect(quiet.first).toMatchObject({
      width: 1080,
      audio: [{ volume: 0.3 }],
      clips: [{ sceneId: expect.anything() }],
    });
    const small = await edit({ exportSettings: { width: 320, height: 180, fps: 24 } });
    expect(small.first).toMatchObject({ width: 320, height: 180, fps: { num: 24 }, audio: [{ volume: 0.3 }] });
    const pieces = ['audio_music', 'second'].map((id, at) => ({ id, start: at, end: at + 1, kind: 'music' }));
    const split = await edit({ editorData: { videoTrack: [], textTrack: [], audioTrack: pieces } });
    expect(split.first?.audio).toMatchObject(pieces.map(({ id }) => ({ id, media: { sha256: audio } })));
    expect((await edit({ audioUrl: null })).first?.audio, 'taken out').toEqual([]);
    expect((await edit({ audioUrl: null })).json.exportSettings.width).toBe(320);
  });
});

describe('deleting for good', () => {
  test('a work goes with its media off the disk, what it waits for is cancelled, what it cost stays on record', async () => {
    const work = await aWork();
    const { database, files, owner } = server.world;
    await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } });
    const [take, reference, trashed] = [
      await shaOf('take', await aPicture(work.id, 0, 'picked')),
      await kept('reference', { kind: 'work', id: work.id }),
      await shaOf('take', await aPicture(work.id, 1, 'trashed')),
    ];
    await ask('PUT', work.path, { body: { scenes: linesOf('a') } });
    const asked = { ...aGeneration(owner.workspaceId), workId: work.id };
    await insertGeneration(database.kysely, asked);
    const jobId = newId('job');
    await insertJob(database.kysely, {
      id: jobId,
      workspaceId: owner.workspaceId,
      createdBy: owner.userId,
      kind: 'image',
      workId: work.id,
      targetId: asked.id,
      stage: 'waiting',
    });
    for (const sha256 of [take, reference, trashed]) expect(await files.has(sha256)).toBe(true);
    expect((await ask('DELETE', work.path)).status).toBe(204);
    expect((await ask('DELETE', work.path)).status).toBe(404);
    for (const sha256 of [take, reference, trashed]) {
      expect(await files.has(sha256)).toBe(false);
      expect(await getMedia(database.kysely, sha256)).toBeNull();
    }
    expect(await getJob(database.kysely, jobId)).toMatchObject({ status: 'cancelled' });
    expect(await getGeneration(database.kysely, asked.id)).toMatchObject({ state: 'cancelled', workId: work.id });
  });

  test('a picture that comes when its work is gone leaves nothing behind', async () => {
    const work = await aWork();
    const { database, files, directories, owner } = server.world;
    const { json } = await ask('PUT', work.path, { body: { scenes: linesOf('a') } });
    const scene = { projectType: 'blank', sceneIndex: 0, sceneCount: 1 };
    const words = { prompt: 'a', scenePrompt: 'a', negativePrompt: '' };
    const request = { ...words, width: 64, height: 64, seed: 1, references: [], scene };
    const asked = { ...aGeneration(owner.workspaceId), workId: work.id, sceneId: json.scenes[0].id, request };
    const generation = await insertGeneration(database.kysely, asked);
    const path = join(directories.scratch, `${asked.id}.png`);
    await writeFile(path, A_PIXEL);
    const sha256 = createHash('sha256').update(A_PIXEL).digest('hex');
    await database.kysely.deleteFrom('work').where('id', '=', work.id).execute();
    const outputs = [{ path, mime: 'image/png', recipe: null }];
    await finishGeneration(server.world, generation, newId('job'), { kind: 'media', outputs, costMicroUsd: 0 });
    expect(await getGeneration(database.kysely, asked.id)).toMatchObject({ state: 'cancelled' });
    expect(await files.has(sha256)).toBe(false);
    expect(await getMedia(database.kysely, sha256)).toBeNull();
  });

  test('a project takes its assets along, but not bytes that somebody else has too', async () => {
    const [here, there] = [await aProject(), await aProject()];
    const work = await aWork({}, here);
    await ask('PUT', work.path, { body: { scenes: linesOf('a') } });
    const take = await shaOf('take', await aPicture(work.id, 0, 'of the work'));
    const [own, shared] = [await anAsset(here.id, 'only here'), await anAsset(here.id, 'here and there')];
    const other = await anAsset(there.id, 'here and there');
    const [ownSha, sharedSha] = [await shaOf('asset', own), await shaOf('asset', shared)];
    expect((await ask('DELETE', here.path)).status).toBe(204);
    const { files } = server.world;
    expect([await files.has(take), await files.has(ownSha), await files.has(sharedSha)]).toEqual([false, false, true]);
    expect(await shaOf('asset', other)).toBe(sharedSha);
    await ask('DELETE', there.path);
    expect(await files.has(sharedSha)).toBe(false);
  });
});

const A_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The clips that an export would show. */
async function exported(workId: string) {
  const row = await getWork(server.world.database.kysely, workId);
  if (row === null) throw new Error('the work is there');
  return (await editOf(server.world, row)).clips;
}
