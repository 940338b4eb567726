import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readConfig } from './config.ts';
import { examine } from './doctor.ts';

test('a wrong line of the catalogue, and an address of a vendor that there is not, are found by doctor', async () => {
  const directory = await mkdtemp(join(inject('runDirectory'), 'doctor-'));
  const { PATH, FFMPEG_PATH } = process.env;
  const found = async (environment: Readonly<Record<string, string>>) => {
    // The database that is not there is found out at once.
    const here = { PATH, FFMPEG_PATH, SCENEWRIGHT_DATA: directory, DATABASE_URL: 'postgres://127.0.0.1:1/none' };
    const findings = await examine(readConfig({ ...here, ...environment }));
    return findings.find(({ what }) => what === 'Models');
  };
  expect(await found({ SCENEWRIGHT_COMFYUI_BASE_URL: 'http://127.0.0.1:8188' })).toMatchObject({ verdict: 'well' });
  expect(await found({ SCENEWRIGHT_OLAMA_BASE_URL: 'http://127.0.0.1:11434' })).toMatchObject({
    verdict: 'could be better',
    found: 'SCENEWRIGHT_OLAMA_BASE_URL names no vendor',
    advice: expect.stringContaining('openai-compatible'),
  });
  await writeFile(join(directory, 'catalogue.json'), '{"models": [{"provider": "dalle", "role": "image"}]}');
  expect(await found({})).toMatchObject({
    verdict: 'broken',
    found: expect.stringContaining('catalogue.json: models[0]: id: '),
  });
});
