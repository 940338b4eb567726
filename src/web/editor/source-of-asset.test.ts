import { expect, test } from 'vitest';
import type { Asset } from '#contract/asset.ts';
import { mediaOfAsset, sourceOfAsset } from './source-of-asset.ts';

const asset: Asset = {
  id: 'asset_1',
  projectId: 'proj_1',
  name: 'Waves',
  type: 'audio',
  filename: 'waves.wav',
  mimeType: 'audio/wav',
  size: 1,
  sha256: 'a'.repeat(64),
  duration: 2.05,
  createdAt: 0,
  updatedAt: 0,
  url: '/api/projects/proj_1/assets/asset_1?v=2',
};
const fps = { num: 30, den: 1 };

test('an asset is read where the edit will say it is, before it is saved', () => {
  expect(sourceOfAsset(asset, fps)).toMatchObject({
    url: '/api/projects/proj_1/assets/asset_1',
    peaksUrl: '/api/projects/proj_1/assets/asset_1/peaks',
    posterUrl: null,
    frames: 61,
    hasAudio: true,
  });
  expect(sourceOfAsset({ ...asset, type: 'image' }, fps)).toMatchObject({ peaksUrl: null, frames: null });
  expect(mediaOfAsset(asset)).toEqual({ sha256: asset.sha256, kind: 'audio', assetId: 'asset_1' });
});

test('a font is nothing that is seen or heard', () => {
  expect([sourceOfAsset({ ...asset, type: 'font' }, fps), mediaOfAsset({ ...asset, type: 'font' })]).toEqual([
    null,
    null,
  ]);
});
