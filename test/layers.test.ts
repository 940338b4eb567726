import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Room → what it may import, read from the table in docs/map.md, so that the map cannot rot. */
function readMap(markdown: string): Map<string, { us: Set<string>; outside: string[] }> {
  const table = markdown.split('## Who may import whom')[1] ?? '';
  const rows = [...table.matchAll(/^\| (\w+) \|([^|]*)\|([^|]*)\|$/gm)];
  return new Map(
    rows
      .filter(([, room]) => room !== 'room')
      .map(([, room = '', us = '', outside = '']) => [
        room,
        { us: new Set(us.split(/\s+/).filter(Boolean)), outside: outside.split(/\s+/).filter(Boolean) },
      ]),
  );
}

const specifiers =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import in a file that its room may not have. */
function violations(file: string, source: string, map: ReturnType<typeof readMap>): string[] {
  const room = file.split('/')[1] ?? '';
  const allowed = map.get(room);
  if (!allowed) return [`${file}: the room ${room} is not in docs/map.md`];
  const isTest = /\.test\.ts$|\/fixtures?\//.test(file);
  return [...source.matchAll(specifiers)].flatMap(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? '';
    if (file === 'src/server/world.ts') return [];
    if (specifier.startsWith('./')) return [];
    if (specifier.startsWith('../')) {
      const inside = join(file, '..', specifier).startsWith(`src/${room}/`);
      return inside || isTest ? [] : [`${file}: ${specifier} leaves the room; write #room/file.ts`];
    }
    if (specifier.startsWith('#')) {
      const target = specifier.slice(1).split('/')[0] ?? '';
      return target === room || allowed.us.has(target) || isTest
        ? []
        : [`${file}: ${room} may not import ${specifier}`];
    }
    if (isTest) return [];
    const known = builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
    const ok = allowed.outside.some((name) =>
      name === 'node:' ? known.startsWith('node:') : known === name || known.startsWith(`${name}/`),
    );
    return ok ? [] : [`${file}: ${room} may not import ${specifier}`];
  });
}

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const map = readMap(readFileSync(join(root, 'docs/map.md'), 'utf8'));

test('imports go only downward, as docs/map.md says', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(map.size).toBe(12);
  expect(files.flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8'), map))).toEqual([]);
});

test.each([
  ['src/contract/planted.ts', "import type { World } from '#studio/world.ts';"],
  ['src/domain/planted.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/domain/planted.ts', "export { z } from 'zod';"],
  ['src/render/planted.ts', "const late = await import('#store/works.ts');"],
  ['src/media/planted.ts', "import { x } from '../render/concat.ts';"],
  ['src/store/planted.ts', "import {\n  a,\n  b,\n} from 'fastify';"],
  ['src/web/planted.tsx', "import { listWorks } from '#store/works.ts';"],
  ['src/cellar/planted.ts', 'export const nothing = 1;'],
])('a planted import is seen: %s %s', (file, source) => {
  expect(violations(file, source, map)).toHaveLength(1);
});
