import { expect, test } from 'vitest';
import { countTypes, sortAssets, wantsDescription } from './sort-assets.ts';

const asset = (name: string, fields: object = {}) => ({
  id: `asset_${name}`,
  projectId: 'proj_1',
  name,
  type: 'image' as const,
  filename: `${name}.png`,
  mimeType: 'image/png',
  size: 1,
  createdAt: 1,
  updatedAt: 1,
  sha256: 'a'.repeat(64),
  url: '',
  ...fields,
});

test('files are shown the newest first', () => {
  const assets = [asset('a'), asset('b', { createdAt: 3 }), asset('c', { createdAt: 2 })];
  expect(sortAssets(assets, {}).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
});

test('a search finds every word in names, tags and descriptions, whatever the case', () => {
  const assets = [
    asset('Lamp', { tags: ['Brass'], description: 'On a table' }),
    asset('Table', { type: 'video' }),
    asset('Chair'),
  ];
  const found = (q: string, type?: 'video') => sortAssets(assets, { q, type }).map(({ name }) => name);
  expect(found('TABLE')).toEqual(['Table', 'Lamp']);
  expect(found('table brass')).toEqual(['Lamp']);
  expect(found('table', 'video')).toEqual(['Table']);
  expect(found('sofa')).toEqual([]);
  expect(found('  ')).toHaveLength(3);
});

test('kinds are counted, and a font is never waited for to be described', () => {
  const assets = [asset('a'), asset('b', { type: 'font' }), asset('c', { description: 'A lake' })];
  expect(countTypes(assets)).toEqual({ image: 2, video: 0, audio: 0, font: 1 });
  expect(assets.map(wantsDescription)).toEqual([true, false, false]);
});
