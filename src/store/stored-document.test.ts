import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  analysisDocument,
  mediaFactsDocument,
  readDocument,
  styleGuideDocument,
  templateDocument,
  timelineDocument,
} from './stored-document.ts';

const documents = {
  analysis: analysisDocument,
  'media-facts': mediaFactsDocument,
  'style-guide': styleGuideDocument,
  template: templateDocument,
  timeline: timelineDocument,
};

test('every version of every document that was ever written can be read', async () => {
  const folder = new URL('fixtures/', import.meta.url);
  const names = await readdir(folder);
  for (const [kind, document] of Object.entries(documents)) {
    for (let version = 1; version <= document.version; version++) {
      expect(names, `${kind} has a fixture of version ${version}`).toContain(`${kind}-${version}.json`);
      const value: unknown = JSON.parse(await readFile(new URL(`${kind}-${version}.json`, folder), 'utf8'));
      const read = readDocument<unknown>(document, value, version);
      if (version === document.version) expect(read, `${kind} of version ${version} comes back whole`).toEqual(value);
    }
    expect(document.up, `${kind} can be brought up from every version`).toHaveLength(document.version - 1);
  }
});

test('an old document walks up one version at a time', () => {
  const document = {
    version: 3,
    schema: z.object({ path: z.string() }),
    up: [
      (older: unknown) => ({ path: `${String(older)} 1→2` }),
      (older: unknown) => ({ path: `${(older as { path: string }).path} 2→3` }),
    ],
  };
  expect(readDocument(document, 'first', 1)).toEqual({ path: 'first 1→2 2→3' });
  expect(readDocument(document, { path: 'second' }, 2)).toEqual({ path: 'second 2→3' });
  expect(readDocument(document, { path: 'third' }, 3)).toEqual({ path: 'third' });
});
