import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readFontNames } from './font-names.ts';
import { fontFiles } from './fonts.ts';

test.each(fontFiles.map((file) => ({ ...file })))(
  '$family $weight says so itself',
  async ({ family, weight, path }) => {
    expect(await readFontNames(path)).toEqual({ family, weight });
  },
);

test('a WOFF2 font is unpacked to see what it is called, whatever of it is transformed', async () => {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve('@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2');
  expect(await readFontNames(path)).toEqual({ family: 'Instrument Sans', weight: 400 });
});

test('a font without a name or a weight has none, and is regular', async () => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(0x0001_0000);
  const path = join(await mkdtemp(join(inject('runDirectory'), 'nameless-')), 'font');
  await writeFile(path, bytes);
  expect(await readFontNames(path)).toEqual({ family: null, weight: 400 });
});
