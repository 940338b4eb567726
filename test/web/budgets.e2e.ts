import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './studio.ts';

interface Chunk {
  readonly file: string;
  readonly isDynamicEntry?: true;
  readonly imports?: readonly string[];
}

const ROOT = join(import.meta.dirname, '../../dist/web');
const KILOBYTE = 1000;
const SHELL_LIMIT = 130 * KILOBYTE;
const ROUTE_LIMIT = 60 * KILOBYTE;

const manifest = () => JSON.parse(readFileSync(join(ROOT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** A chunk and all it imports, which come with it. */
function withImports(chunks: Readonly<Record<string, Chunk>>, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunks[name]?.imports ?? []) withImports(chunks, imported, found);
  return found;
}

const textOf = (file: string): Buffer => readFileSync(join(ROOT, file));
const weightOf = (chunks: Readonly<Record<string, Chunk>>, names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(textOf(chunks[name]?.file ?? ''), { level: 9 }).length, 0);

/** What every screen needs before its own: the entry, and the words of the frame in the longer of the languages. */
function shellOf(chunks: Readonly<Record<string, Chunk>>): { readonly names: Set<string>; readonly bytes: number } {
  const names = withImports(chunks, 'index.html');
  const words = ['en', 'tr'].map((language) =>
    weightOf(
      chunks,
      ['shell', 'kit'].map((area) => `strings/${language}/${area}.ts`),
    ),
  );
  return { names, bytes: weightOf(chunks, names) + Math.max(...words) };
}

test('what comes before any screen weighs at most 130 kB, and holds no library of schemas', () => {
  const chunks = manifest();
  const { names, bytes } = shellOf(chunks);
  console.log(`shell: ${(bytes / KILOBYTE).toFixed(1)} kB gzip in ${names.size} files`);
  for (const { file } of Object.values(chunks).filter((chunk) => chunk.file.endsWith('.js'))) {
    expect(textOf(file).toString(), file).not.toMatch(/invalid_union|unrecognized_keys|ZodError/);
  }
  expect(bytes).toBeLessThanOrEqual(SHELL_LIMIT);
});

test('what a screen brings with it weighs at most 60 kB', () => {
  const chunks = manifest();
  const shell = shellOf(chunks).names;
  const screens = Object.keys(chunks).filter((name) => chunks[name]?.isDynamicEntry && name.endsWith('-screen.tsx'));
  const beyondShell = new Map(
    screens.map((name) => [name, [...withImports(chunks, name)].filter((one) => !shell.has(one))]),
  );
  const uses = new Map<string, number>();
  for (const names of beyondShell.values()) for (const one of names) uses.set(one, (uses.get(one) ?? 0) + 1);
  const rows = screens.map((name) => {
    const all = beyondShell.get(name) ?? [];
    const own = all.filter((one) => uses.get(one) === 1);
    return { screen: name, ownKb: weightOf(chunks, own) / KILOBYTE, withSharedKb: weightOf(chunks, all) / KILOBYTE };
  });
  console.table(rows);
  expect(screens.length).toBeGreaterThan(10);
  for (const { screen, withSharedKb } of rows)
    expect.soft(withSharedKb * KILOBYTE, screen).toBeLessThanOrEqual(ROUTE_LIMIT);
});
