import { access, copyFile, mkdtemp, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import type { OpenWorld } from '#server/world.ts';
import { deliverFilm } from '#studio/film/deliver-film.ts';
import type { FilmProgress } from '#studio/film/film-progress.ts';
import { makeFilm, type FilmBrief } from '#studio/film/make-film.ts';
import { listGenerations } from '#store/generations.ts';
import { listScenes } from '#store/scenes.ts';
import { listTakes } from '#store/takes.ts';
import { getWork } from '#store/works.ts';
import { describeOnEachEngine } from './engines.ts';
import { openTestWorld } from './open-test-world.ts';
import { aSmallBrief } from './small-brief.ts';

const runDirectory = inject('runDirectory');

function make(world: OpenWorld, brief: FilmBrief, onProgress: (progress: FilmProgress) => void = () => {}) {
  return makeFilm(world, brief, { signal: new AbortController().signal, onProgress });
}

async function picture(world: OpenWorld, name: string, source: string): Promise<string> {
  const path = join(await mkdtemp(join(runDirectory, 'pictures-')), name);
  await runFfmpeg({
    ffmpeg: world.ffmpeg.path,
    doing: 'making a picture',
    args: ['-f', 'lavfi', '-i', source, '-frames:v', '1', path],
  });
  return path;
}

test('a brief becomes a film of exactly the length asked for, and the same brief again costs no generation', async () => {
  const { world, place } = await openTestWorld();
  const seen: FilmProgress[] = [];
  const film = await make(world, aSmallBrief(), (progress) => seen.push(progress));
  const out = join(place.directory, 'film.mp4');
  await deliverFilm(world, film, out);
  expect(await probe(out, { ffmpeg: world.ffmpeg.path })).toMatchObject({
    kind: 'video',
    width: 180,
    height: 320,
    frameCount: 120,
    fps: { num: 30, den: 1 },
    hasAudio: true,
  });
  expect((await readdir(place.directory)).filter((name) => name.includes('.part'))).toEqual([]);
  const shares = seen.map((progress) => progress.done);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toMatchObject({ done: 1, scenes: [{ status: 'done' }, { status: 'done' }, { status: 'done' }] });

  const before = await listGenerations(world.database.kysely, { workId: film.workId });
  expect(before.map(({ role, state, attempts }) => `${role} ${state} ${attempts}`).toSorted()).toEqual([
    ...Array<string>(3).fill('image done 1'),
    'llm done 1',
    ...Array<string>(3).fill('video done 1'),
  ]);
  await world[Symbol.asyncDispose]();

  const { world: later } = await openTestWorld(place);
  const again = await make(later, aSmallBrief());
  expect(again).toEqual(film);
  expect(await listGenerations(later.database.kysely, { workId: film.workId })).toEqual(before);
  await later[Symbol.asyncDispose]();
});

test('a kept file that was damaged on the disk is noticed and made again', async () => {
  const { world, place } = await openTestWorld();
  const brief = aSmallBrief({ sceneCount: 1, durationS: 1, sound: 'none' });
  const film = await make(world, brief);
  const out = join(place.directory, 'film.mp4');

  const kept = world.files.pathOf(film.sha256);
  const bytes = await readFile(kept);
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  await writeFile(kept, bytes);
  await expect(deliverFilm(world, film, out)).rejects.toMatchObject({ code: 'media_missing' });
  await expect(access(out)).rejects.toThrow();

  for (const take of await listTakes(world.database.kysely, { workId: film.workId }))
    await truncate(world.files.pathOf(take.sha256), 100);
  const segments = await readdir(world.directories.segments, { recursive: true, withFileTypes: true });
  const pieces = segments.filter((entry) => entry.isFile());
  expect(pieces).not.toHaveLength(0);
  for (const { parentPath, name } of pieces) await truncate(join(parentPath, name), 100);
  const again = await make(world, brief);
  await deliverFilm(world, again, out);
  expect(await probe(out, { ffmpeg: world.ffmpeg.path })).toMatchObject({ frameCount: 30, width: 180 });
  await world[Symbol.asyncDispose]();
});

describeOnEachEngine('a film', (_, newPlace) => {
  test('is made from a brief to the file', async () => {
    const { world } = await openTestWorld(await newPlace());
    const film = await make(world, aSmallBrief({ sceneCount: 1, durationS: 1, sound: 'none' }));
    expect(await probe(world.files.pathOf(film.sha256), { ffmpeg: world.ffmpeg.path })).toMatchObject({
      frameCount: 30,
    });
    await world[Symbol.asyncDispose]();
  });
});

test('another seed is another film', async () => {
  const { world } = await openTestWorld();
  const one = await make(world, aSmallBrief({ sound: 'none', sceneCount: 2, durationS: 2 }));
  const two = await make(world, aSmallBrief({ sound: 'none', sceneCount: 2, durationS: 2, seed: 4 }));
  expect(two.workId).not.toBe(one.workId);
  expect(two.sha256).not.toBe(one.sha256);
  await world[Symbol.asyncDispose]();
});

test('in direct mode the pictures are the scenes, in their order, with nothing generated in their place', async () => {
  const { world } = await openTestWorld();
  const paths = [
    await picture(world, 'red.png', 'color=red:s=300x200'),
    await picture(world, 'green.jpg', 'color=green:s=200x300'),
  ];
  const brief = aSmallBrief({ assetPaths: paths, assetUsageMode: 'direct', sceneCount: null, sound: 'none' });
  const film = await make(world, brief);
  expect(film.sceneCount).toBe(2);
  const takes = await listTakes(world.database.kysely, { workId: film.workId });
  const work = await getWork(world.database.kysely, film.workId);
  const pictures = takes.filter((take) => take.kind === 'image');
  expect(pictures.map((take) => take.parentIds[0])).toEqual(work?.selectedAssetIds);
  expect(pictures.every((take) => take.origin === 'asset')).toBe(true);
  const roles = (await listGenerations(world.database.kysely, { workId: film.workId })).map((one) => one.role);
  expect(roles.toSorted()).toEqual(['llm', 'video', 'video']);
  await world[Symbol.asyncDispose]();
});

test('a reference video shapes the film: shares of scene lengths within 10 %, its colours, its camera', async () => {
  const { world } = await openTestWorld();
  const path = join(await mkdtemp(join(runDirectory, 'reference-')), 'reference.mp4');
  // Three shots of 1, 3 and 2 seconds, each of its own colour and pattern; a rate nobody rounds.
  const shots = [
    ['0xaa3322', 1],
    ['0x2266aa', 3],
    ['0x33aa55', 2],
  ] as const;
  const inputs = shots.flatMap(([colour, seconds]) => [
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:s=320x180:r=179/6:d=${seconds}`,
  ]);
  const drawn = shots.map(
    (_, index) => `[${index}]drawbox=x=${40 + index * 60}:y=40:w=60:h=80:color=white:t=fill,noise=alls=8[v${index}]`,
  );
  const graph = `${drawn.join(';')};[v0][v1][v2]concat=n=3`;
  await runFfmpeg({
    ffmpeg: world.ffmpeg.path,
    doing: 'making a reference',
    args: [...inputs, '-filter_complex', graph, path],
  });

  const film = await make(world, aSmallBrief({ referencePath: path, sceneCount: null, durationS: 6, sound: 'none' }));
  const work = await getWork(world.database.kysely, film.workId);
  const scenes = await listScenes(world.database.kysely, film.workId);
  const measured = work?.analysis?.scenes.map((scene) => scene.duration_seconds) ?? [];
  const share = (list: readonly number[]): number[] =>
    list.map((part) => part / list.reduce((sum, one) => sum + one, 0));
  expect(measured).toHaveLength(3);
  const wanted = share(measured);
  share(scenes.map((scene) => scene.durationS)).forEach((part, index) => {
    expect(Math.abs(part / (wanted[index] ?? 0) - 1)).toBeLessThan(0.1);
  });
  expect(work?.styleGuide?.color_palette).toEqual(work?.analysis?.color_palette.slice(0, 8));
  await world[Symbol.asyncDispose]();
});

test('stopping cancels what is under way, and the same command finishes the film later', async () => {
  const { world } = await openTestWorld();
  const stop = new AbortController();
  const making = makeFilm(world, aSmallBrief(), {
    signal: stop.signal,
    onProgress: ({ scenes }) => {
      if (scenes.some((scene) => scene.status === 'clip')) stop.abort();
    },
  });
  await expect(making).rejects.toMatchObject({ code: 'cancelled' });
  const film = await make(world, aSmallBrief());
  expect(film.sceneCount).toBe(3);
  const generations = await listGenerations(world.database.kysely, { workId: film.workId });
  const unfinished = generations.filter(({ state }) => state !== 'done' && state !== 'cancelled');
  expect(unfinished).toEqual([]);
  await world[Symbol.asyncDispose]();
});

test('a file that is not what it should be is named before anything is made', async () => {
  const { world } = await openTestWorld();
  const directory = await mkdtemp(join(runDirectory, 'wrong-'));
  const text = join(directory, 'photo.jpg');
  const nothing = join(directory, 'nothing.mp4');
  await writeFile(text, 'this is not a photo');
  await writeFile(nothing, '');
  const good = await picture(world, 'good.png', 'color=blue:s=64x64');
  const renamed = join(directory, 'song.mp3');
  await copyFile(good, renamed);
  await expect(make(world, aSmallBrief({ assetPaths: [good, text], assetUsageMode: 'direct' }))).rejects.toThrow(
    /photo\.jpg/,
  );
  await expect(make(world, aSmallBrief({ referencePath: nothing }))).rejects.toThrow(
    /nothing\.mp4 cannot be read: it is empty/,
  );
  await expect(make(world, aSmallBrief({ musicPath: renamed }))).rejects.toThrow(/song\.mp3/);
  await expect(make(world, aSmallBrief({ musicPath: join(directory, 'gone.mp3') }))).rejects.toThrow(/no such file/);
  const { works } = await world.database.kysely
    .selectFrom('work')
    .select((eb) => eb.fn.countAll<number>().as('works'))
    .executeTakeFirstOrThrow();
  expect(Number(works)).toBe(0);
  await world[Symbol.asyncDispose]();
});
