import { expect, test } from 'vitest';
import { aWork, aWorkWithScenes, expectError, jobEnded, jsonOf, pathOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

/** spec/step-4-generate.txt, and the rows of "Works" that make and pick. */
export function scenesPage(api: () => Api): void {
  const statusOf = async (path: string): Promise<string[]> =>
    jsonOf(await api().get(path)).generatedScenes.map((scene: { status: string }) => scene.status);

  test('POST scenario writes the scenes, answers them, and saves them on the work', async () => {
    const work = await aWork(api());
    const { scenes } = jsonOf(await api().post(`${work.path}/scenario`));
    expect(scenes).toHaveLength(2);
    for (const [index, scene] of scenes.entries()) {
      expect(scene).toMatchObject({
        scene_index: index,
        duration_seconds: expect.any(Number),
        image_prompt: expect.any(String),
        negative_prompt: expect.any(String),
        video_prompt: expect.any(String),
        transition: expect.any(String),
      });
    }
    expect(jsonOf(await api().get(work.path)).scenes).toEqual(scenes);
    expect(await statusOf(work.path)).toEqual(['pending', 'pending']);
  });

  test('generate/scene/:index makes the image, then the video, and shows both', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const made = jsonOf(await api().post(`${work.path}/generate/scene/0`));
    expect(made).toEqual({
      imageUrl: expect.stringContaining('/media/scene/0/image'),
      videoUrl: expect.stringContaining('/media/scene/0/video'),
      takeIds: [expect.stringMatching(/^take_/), expect.stringMatching(/^take_/)],
    });
    for (const url of [made.imageUrl, made.videoUrl]) expect((await api().get(pathOf(url))).status).toBe(200);
    expect(await statusOf(work.path)).toEqual(['done']);
  });

  test('the flow of step 4: image, review, edit and regenerate, approve, video; every take is kept', async () => {
    const work = await aWorkWithScenes(api(), 1);
    expect(jsonOf(await api().post(`${work.path}/generate/scene/0/image`))).toEqual({
      imageUrl: expect.any(String),
      takeIds: [expect.stringMatching(/^take_/)],
    });
    expect(await statusOf(work.path)).toEqual(['image_ready']);
    const scenes = jsonOf(await api().get(work.path)).scenes;
    scenes[0].image_prompt = 'a bottle in the snow';
    jsonOf(await api().put(work.path, { scenes }));
    jsonOf(await api().post(`${work.path}/generate/scene/0/image`));
    const takes = jsonOf(await api().get(`${work.path}/scenes/0/takes`));
    expect(takes).toHaveLength(2);
    for (const take of takes) {
      expect(take).toMatchObject({
        kind: 'image',
        prompt: expect.any(String),
        model: expect.any(String),
        seed: expect.any(Number),
        costMicroUsd: 0,
        parentIds: [],
      });
    }
    const [newest, oldest] = takes;
    expect(newest.prompt).toContain('a bottle in the snow');
    jsonOf(await api().post(`${work.path}/scenes/0/takes/${oldest.id}/pick`));
    jsonOf(await api().post(`${work.path}/scenes/0/approve`, {}));
    expect(jsonOf(await api().post(`${work.path}/generate/scene/0/video`))).toEqual({
      videoUrl: expect.any(String),
      takeIds: [expect.stringMatching(/^take_/)],
    });
    const [clip] = jsonOf(await api().get(`${work.path}/scenes/0/takes`));
    expect(clip).toMatchObject({ kind: 'video', parentIds: [oldest.id] });
    expect(await statusOf(work.path)).toEqual(['done']);
  });

  test('generate/scene/:index/video without a picture is refused with what to do', async () => {
    const work = await aWorkWithScenes(api(), 1);
    expectError(await api().post(`${work.path}/generate/scene/0/video`), 409, 'scene_has_no_picture');
  });

  test('generate/images runs for every scene still pending, and generate/videos for those approved', async () => {
    const work = await aWorkWithScenes(api(), 2);
    await api().upload(`${work.path}/media/scene/0/image`, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const { jobs } = jsonOf(await api().post(`${work.path}/generate/images`), 202);
    expect(jobs).toHaveLength(1);
    expect(await jobEnded(api(), jobs[0].jobId)).toMatchObject({ kind: 'image', status: 'done', progress: 1 });
    expect(await statusOf(work.path)).toEqual(['image_ready', 'image_ready']);
    expect(jsonOf(await api().post(`${work.path}/generate/images`), 202)).toEqual({ jobs: [] });
    expect(jsonOf(await api().post(`${work.path}/generate/videos`), 202)).toEqual({ jobs: [] });
    jsonOf(await api().post(`${work.path}/scenes/1/approve`, {}));
    const videos = jsonOf(await api().post(`${work.path}/generate/videos`), 202).jobs;
    expect(videos).toHaveLength(1);
    await jobEnded(api(), videos[0].jobId);
    expect(await statusOf(work.path)).toEqual(['image_ready', 'done']);
  });

  test('approve with {animate:true} also starts the video', async () => {
    const work = await aWorkWithScenes(api(), 1);
    await api().upload(`${work.path}/media/scene/0/image`, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const { takeId, jobId } = jsonOf(await api().post(`${work.path}/scenes/0/approve`, { animate: true }));
    expect(takeId).toMatch(/^take_/);
    expect(await jobEnded(api(), jobId)).toMatchObject({ kind: 'video', status: 'done' });
  });

  test('Prefer: respond-async answers 202, Location and {jobId} at once; the result is on the work', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const answer = await api().post(`${work.path}/generate/scene/0/image`, undefined, {
      headers: { prefer: 'respond-async' },
    });
    const { jobId } = jsonOf(answer, 202);
    expect(answer.headers.get('location')).toBe(`/api/jobs/${jobId}`);
    const job = await jobEnded(api(), jobId);
    expect(job).toMatchObject({ id: jobId, kind: 'image', status: 'done', workId: work.id });
    expect(await statusOf(work.path)).toEqual(['image_ready']);
  });

  test('Idempotency-Key: the same key brings the same result once; with another body it is a 422', async () => {
    const work = await aWorkWithScenes(api(), 2);
    const headers = { 'idempotency-key': `key-${work.id}` };
    const path = `${work.path}/generate/scene/0/image`;
    const [one, two] = await Promise.all([
      api().post(path, undefined, { headers }),
      api().post(path, undefined, { headers }),
    ]);
    expect(jsonOf(one)).toEqual(jsonOf(two));
    expect(jsonOf(await api().post(path, undefined, { headers }))).toEqual(one.json);
    expect(jsonOf(await api().get(`${work.path}/scenes/0/takes`))).toHaveLength(1);
    const approve = `${work.path}/scenes/0/approve`;
    jsonOf(await api().post(approve, { animate: false }, { headers }));
    expectError(await api().post(approve, { animate: true }, { headers }), 422);
  });

  test('an unknown provider is a 400; an unknown model is passed on to the named provider, never replaced', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/generate/scene/0/image`;
    const stranger = { headers: { 'x-image-provider': 'nobody' } };
    expectError(await api().post(path, undefined, stranger), 400, 'unknown_provider');
    const retired = { headers: { 'x-image-provider': 'local', 'x-image-model-id': 'gone-1', prefer: 'respond-async' } };
    const answer = await api().post(path, undefined, retired);
    if (answer.status === 202) {
      await jobEnded(api(), answer.json.jobId);
      const takes: { model: string }[] = jsonOf(await api().get(`${work.path}/scenes/0/takes`));
      for (const take of takes) expect(take.model).toBe('gone-1');
    } else {
      expect(answer.text).toContain('gone-1');
    }
  });

  test('PUT scenes reorders, inserts and removes at once; POST scenes/:i/takes uploads one’s own', async () => {
    const work = await aWorkWithScenes(api(), 2);
    const upload = await api().upload(`${work.path}/scenes/1/takes`, { field: 'file', bytes: tiny.jpg, name: 'a.jpg' });
    const take = jsonOf(upload, 201);
    expect(take).toMatchObject({ kind: 'image', origin: 'uploaded' });
    const [a, b] = jsonOf(await api().get(work.path)).scenes;
    const { scenes } = jsonOf(await api().put(`${work.path}/scenes`, { scenes: [{ id: b.id }, { id: a.id }] }));
    expect(scenes.map((scene: { id: string }) => scene.id)).toEqual([b.id, a.id]);
    expect(jsonOf(await api().get(`${work.path}/scenes/0/takes`))).toMatchObject([{ id: take.id }]);
  });

  test('derived media of a scene: poster, filmstrip, peaks and proxy', async () => {
    const work = await aWorkWithScenes(api(), 1);
    await api().upload(`${work.path}/media/scene/0/video`, { field: 'file', bytes: tiny.mp4, name: 'a.mp4' });
    const typeOf = async (kind: string): Promise<string | null> => {
      const answer = await api().raw('GET', `${work.path}/scenes/0/${kind}`);
      await answer.arrayBuffer();
      expect(answer.status, kind).toBe(200);
      return answer.headers.get('content-type');
    };
    expect(await typeOf('poster')).toBe('image/jpeg');
    expect(await typeOf('filmstrip')).toMatch(/^image\/jpeg/);
    expect(await typeOf('peaks')).toMatch(/^application\/json/);
    expect(await typeOf('proxy')).toBe('video/mp4');
  });

  test('direct mode: no image generation, the bytes of the asset, exactly as many scenes as assets', async () => {
    const { project } = await aWork(api());
    const ids: string[] = [];
    for (const [name, bytes] of [
      ['a.png', tiny.png],
      ['b.png', tiny.otherPng],
    ] as const) {
      ids.push(jsonOf(await api().upload(`${project.path}/assets`, { field: 'file', bytes, name }), 201).id);
    }
    const body = {
      selectedAssetIds: ids,
      assetUsageMode: 'direct',
      sceneCount: 5,
      videoDuration: 4,
      productName: 'EcoBottle',
      resolution: { width: 96, height: 128 },
    };
    const work = jsonOf(await api().post(`${project.path}/works`, body), 201);
    const path = `${project.path}/works/${work.id}`;
    expect(jsonOf(await api().post(`${path}/scenario`)).scenes).toHaveLength(2);
    for (const [index, bytes] of [tiny.png, tiny.otherPng].entries()) {
      const { imageUrl } = jsonOf(await api().post(`${path}/generate/scene/${index}/image`));
      const picture = await api().raw('GET', pathOf(imageUrl));
      expect(new Uint8Array(await picture.arrayBuffer())).toEqual(bytes);
    }
  });
}
