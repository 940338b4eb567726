import { expect, test } from 'vitest';
import { film, REFS } from './film-to-deliver.ts';
import { type ManifestFacts, type ToldTake, writeManifest } from './write-manifest.ts';

test('the manifest names every file with its hash, and of every clip what made it and what that cost', () => {
  const picture: ToldTake = {
    id: 'take_p',
    sceneId: 'scn_1',
    kind: 'image',
    origin: 'generated',
    prompt: 'a bottle',
    negativePrompt: 'text',
    provider: 'openai',
    model: 'gpt-image-1',
    seed: 7,
    costMicroUsd: 40_000,
    createdAt: 1_795_255_200_000,
    parentIds: [],
  };
  const clip: ToldTake = { ...picture, id: 'take_a', kind: 'video', costMicroUsd: 250_000, parentIds: ['take_p'] };
  const given: ManifestFacts = {
    film: film(),
    exported: {
      id: 'exp_1',
      createdAt: 1_795_255_200_000,
      quality: 'high',
      captions: 'file',
      framing: 'crop',
      notes: [],
    },
    files: [{ path: 'film.mp4', sizeBytes: 9, sha256: REFS.first.sha256 }],
    takes: new Map([clip, picture].map((take) => [take.id, take])),
    assets: new Map([['asset_logo', { id: 'asset_logo', name: 'Logo', sha256: REFS.logo.sha256 }]]),
    appVersion: '0.1.0',
  };
  const manifest: unknown = JSON.parse(writeManifest(given));
  expect(manifest).toMatchObject({
    app: { name: 'Scenewright', version: '0.1.0' },
    film: { frames: 345, durationS: 11.5, fps: 30, createdAt: '2026-11-21T10:00:00.000Z' },
    costMicroUsd: 290_000,
    files: [{ path: 'film.mp4', sizeBytes: 9, sha256: REFS.first.sha256 }],
  });
  expect(manifest).toMatchObject({
    clips: [
      {
        file: 'media/clip-01.mp4',
        take: { id: 'take_a', prompt: 'a bottle', seed: 7, madeFrom: [{ id: 'take_p', costMicroUsd: 40_000 }] },
      },
      { take: null },
    ],
  });
  const unknown = new Map([['take_a', { ...clip, costMicroUsd: null }]]);
  expect(JSON.parse(writeManifest({ ...given, takes: unknown }))).toMatchObject({ costMicroUsd: null });
});
