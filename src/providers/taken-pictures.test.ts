import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GPS_MARK, gpsJpeg } from '../../test/gps-jpeg.ts';
import { solidPng } from '../../test/solid-png.ts';
import type { MediaInput } from './provider.ts';
import { takenPictures } from './taken-pictures.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'taken-pictures-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const input = { maxReferences: 2, imageMaxBytes: 5000, mimes: ['image/png', 'image/jpeg'] };

async function aPicture(name: string, bytes: Uint8Array, mime = 'image/png'): Promise<MediaInput> {
  const path = join(scratch, name);
  await writeFile(path, bytes);
  return { path, mime, sha256: name, name };
}

test('a picture that a model takes is handed over as it is', async () => {
  const plain = await aPicture('plain.png', solidPng('#205080'));
  expect(await takenPictures([plain], input, { scratch })).toEqual({ pictures: [plain], notes: [] });
});

test('a photo is sent upright, and without where it was taken', async () => {
  const photo = await aPicture('photo.jpg', gpsJpeg({ width: 90, height: 60, orientation: 6 }), 'image/jpeg');
  expect((await readFile(photo.path)).includes(GPS_MARK)).toBe(true);
  const { pictures } = await takenPictures([photo], { ...input, imageMaxBytes: 1e6 }, { scratch });
  const [sent] = pictures;
  expect((await readFile(sent?.path ?? '')).includes(GPS_MARK)).toBe(false);
  const { width, height } = await loadImage(sent?.path ?? '');
  expect([width, height]).toEqual([60, 90]);
});

test('a picture that is too large, or of another kind, is made into a JPEG', async () => {
  const large = await aPicture('large.png', solidPng('#205080', 3000));
  const { pictures } = await takenPictures([large], input, { scratch });
  expect(pictures[0]).toMatchObject({ mime: 'image/jpeg', sha256: 'large.png' });
  const { width } = await loadImage(pictures[0]?.path ?? '');
  expect(width).toBe(2048);
  const plain = await aPicture('plain.png', solidPng('#205080'));
  const other = await takenPictures([plain], { ...input, mimes: ['image/jpeg'] }, { scratch });
  expect(other.pictures[0]?.mime).toBe('image/jpeg');
});

test('more than a model takes are left out, and that is said', async () => {
  const plain = await aPicture('plain.png', solidPng('#205080'));
  const { pictures, notes } = await takenPictures([plain, plain, plain, plain], input, { scratch });
  expect(pictures).toHaveLength(2);
  expect(notes).toEqual(['The model takes 2 reference pictures: 2 were left out.']);
  expect((await takenPictures([plain], undefined, { scratch })).notes).toEqual([
    'The model takes no reference pictures: one was left out.',
  ]);
});
