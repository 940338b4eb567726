import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIZE, type Trial } from '#render/film-on-trial.ts';
import { formOf, type TestServer } from './open-test-server.ts';

/**
 * A work of one scene, whose clip is a second of grey that counts from luma 80, at 30 frames a second; answers with its
 * address below `/api`.
 */
export async function workOfOneClip(server: TestServer, trial: Trial, name: string): Promise<string> {
  const project = `/projects/${(await server.ask('POST', '/projects', { body: { name: 'Films' } })).json.id}`;
  const created = await server.ask('POST', `${project}/works`, { body: { name, resolution: SIZE } });
  const work = `${project}/works/${created.json.id}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
  await server.ask('PUT', work, { body: { scenes: [{ ...scene, scene_index: 0 }] } });
  await trial.countingClip('a.mkv', { first: 80, frames: 30 });
  const form = formOf({ field: 'file', bytes: readFileSync(join(trial.directory, 'a.mkv')), name: 'a.mkv' });
  const { status, text } = await server.ask('POST', `${work}/media/scene/0/video`, { form });
  if (status !== 200) throw new Error(`the clip was not taken: ${status} ${text}`);
  return work;
}
