import { expect } from 'vitest';
import { insertAsset } from '#store/assets.ts';
import { keepMedia } from '#store/keep-media.ts';
import { listScenes, pickTake } from '#store/scenes.ts';
import { insertTake } from '#store/takes.ts';
import type { Answered, TestServer } from './open-test-server.ts';
import { aTake, newId, someFacts } from './stored-rows.ts';

/** A work over HTTP. */
export interface MadeWork {
  readonly id: string;
  readonly projectId: string;
  /** Below `/api`. */
  readonly path: string;
  // What the server answered, in whatever shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** Makes projects and works by asking a server, and media by putting it into the store, as an upload would. */
export function makerOf(server: () => TestServer) {
  const ask: TestServer['ask'] = (...request) => server().ask(...request);

  const aProject = async (fields: object = {}): Promise<{ readonly id: string; readonly path: string }> => {
    const { json } = await ask('POST', '/projects', { body: fields });
    return { id: json.id, path: `/projects/${json.id}` };
  };

  const aWork = async (
    fields: object = {},
    project?: { readonly id: string; readonly path: string },
  ): Promise<MadeWork> => {
    const { id: projectId, path } = project ?? (await aProject());
    const { json, status } = await ask('POST', `${path}/works`, { body: fields });
    expect(status).toBe(201);
    return { id: json.id, projectId, path: `${path}/works/${json.id}`, json };
  };

  const kept = async (content: string, owner: Parameters<typeof keepMedia>[2]['owner']): Promise<string> => {
    const { database, files, owner: actor } = server().world;
    const media = await keepMedia(database, files, {
      stream: (async function* () {
        yield new TextEncoder().encode(content);
      })(),
      mime: 'image/png',
      facts: someFacts,
      owner,
      workspaceId: actor.workspaceId,
    });
    return media.sha256;
  };

  const anAsset = async (projectId: string, content: string): Promise<string> => {
    const { database, owner } = server().world;
    const id = newId('asset');
    const sha256 = await kept(content, { kind: 'asset', id });
    await insertAsset(database.kysely, {
      id,
      workspaceId: owner.workspaceId,
      createdBy: owner.userId,
      projectId,
      name: content,
      type: 'image',
      filename: 'x.png',
      sha256,
      facts: someFacts,
      tags: [],
      description: null,
    });
    return id;
  };

  /** A picture that a scene shows; its take. */
  const aPicture = async (workId: string, place: number, content = `${workId} ${place}`): Promise<string> => {
    const { database } = server().world;
    const scene = (await listScenes(database.kysely, workId))[place];
    if (scene === undefined) throw new Error(`there is no scene ${place}`);
    const id = newId('take');
    const sha256 = await kept(content, { kind: 'take', id });
    await insertTake(database.kysely, aTake(scene, { id, sha256 }));
    await pickTake(database.kysely, { sceneId: scene.id, kind: 'image', takeId: id, how: 'unless-pinned' });
    return id;
  };

  const shaOf = async (table: 'take' | 'asset', id: string): Promise<string> => {
    const { kysely } = server().world.database;
    const row = await kysely.selectFrom(table).select('sha256').where('id', '=', id).executeTakeFirstOrThrow();
    return row.sha256;
  };

  return { ask, aProject, aWork, kept, anAsset, aPicture, shaOf };
}

/** Lines of a script, by their image prompts. */
export function linesOf(...prompts: string[]) {
  return prompts.map((prompt, scene_index) => ({
    scene_index,
    duration_seconds: 3,
    image_prompt: prompt,
    negative_prompt: '',
    video_prompt: 'slow push in',
    transition: 'fade',
  }));
}

/** Expects an answer to say that the request is not valid, and why. */
export function expectInvalid(answered: Answered, reason: string | RegExp): void {
  expect(answered.status, answered.text).toBe(400);
  expect(answered.json.code).toBe('invalid_input');
  expect(answered.json.error).toMatch(reason);
}

/** An edit of two scenes, with keys of a client's own. */
export const anEdit = {
  zoom: 2,
  editorData: {
    videoTrack: [
      { id: 'v1', start: 0, end: 3, sceneIndex: 0, transitionType: 'fade', transitionDuration: 0.6, colour: 'red' },
      { id: 'v2', start: 3, end: 6, sceneIndex: 1 },
    ],
    textTrack: [{ id: 't1', start: 1, end: 2 }],
  },
  textOverlays: { t1: { text: "It's 100%", fontSize: 64, fontColor: '#ffffff', centerX: 0, centerY: -300 } },
  exportSettings: { width: 720, height: 1280, fps: 25 },
};
