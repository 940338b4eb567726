import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * Every checker of this house is shown a fault it must see. A checker that looks at nothing is green for ever;
 * it has happened with two well-known ones.
 */

const root = join(import.meta.dirname, '..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'scenewright-checkers-'));
  for (const file of [
    'package.json',
    'tsconfig.json',
    'tsconfig.pure.json',
    '.oxlintrc.json',
    '.oxfmtrc.json',
    'knip.json',
  ]) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const room of ['src', 'test', 'bench']) rmSync(join(copy, room), { recursive: true, force: true });
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), source);
  }
}

function run(command: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', command), args, { cwd: copy, maxBuffer: 1e7 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}

const lint = () => run('oxlint', '--type-aware', '--deny-warnings', 'src');

test('clean code passes the linter', async () => {
  plant({ 'src/domain/sum.ts': 'export const sum = (a: number, b: number): number => a + b;\n' });
  expect(await lint()).toMatchObject({ code: 0 });
});

test.each([
  [
    'a floating promise',
    'no-floating-promises',
    { 'src/store/a.ts': 'const save = async (): Promise<void> => {};\nexport function go(): void {\n  save();\n}\n' },
  ],
  [
    'a promise where none is awaited',
    'no-misused-promises',
    {
      'src/store/a.ts':
        'const ready = async (): Promise<boolean> => true;\nexport const go = (): number => (ready() ? 1 : 2);\n',
    },
  ],
  [
    'a missing case',
    'switch-exhaustiveness-check',
    {
      'src/store/a.ts':
        "export function go(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n",
    },
  ],
  ['any', 'no-explicit-any', { 'src/store/a.ts': 'export const anything = (x: any): unknown => x;\n' }],
  ['a default export', 'no-default-export', { 'src/store/a.ts': 'export default 1;\n' }],
  [
    'a cycle',
    'no-cycle',
    {
      'src/store/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
      'src/store/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
    },
  ],
  [
    'an import from a room above',
    'no-restricted-imports',
    {
      'src/domain/a.ts': "import type { World } from '#studio/world.ts';\nexport type A = World;\n",
      'src/studio/world.ts': 'export type World = 1;\n',
    },
  ],
  [
    'the environment read outside the config',
    'no-process-env',
    { 'src/studio/a.ts': "export const a = process.env['A'];\n" },
  ],
  ['a file that is not kebab-case', 'filename-case', { 'src/store/NotKebab.ts': 'export const a = 1;\n' }],
])('the linter sees %s', async (_, rule, files) => {
  plant(files as unknown as Record<string, string>);
  const { code, output } = await lint();
  expect(output).toContain(rule);
  expect(code).not.toBe(0);
});

test.each([
  ['Node', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
  ['the process', 'export const where = process.cwd();\n'],
  ['the DOM', "export const body = document.querySelector('body');\n"],
])('the ground floor does not compile with %s', async (_, source) => {
  plant({ 'src/domain/a.ts': source });
  const { code, output } = await run('tsc', '-p', 'tsconfig.pure.json');
  expect(output).toMatch(/error TS\d+/);
  expect(code).not.toBe(0);
});

test('the compiler sees what Node could not strip', async () => {
  plant({ 'src/store/a.ts': 'export enum Colour {\n  Red,\n}\n' });
  const { output } = await run('tsc', '-p', 'tsconfig.json');
  expect(output).toContain('TS1294');
});

test('the formatter sees bad form', async () => {
  plant({ 'src/store/a.ts': 'export const a   = "double"\n' });
  expect((await run('oxfmt', '--check', 'src')).code).not.toBe(0);
});

test('dead code is seen', async () => {
  plant({
    'src/server/main.ts': "import { used } from './used.ts';\nused();\n",
    'src/server/used.ts': 'export function used(): void {}\nexport function forgotten(): void {}\n',
    'src/server/orphan.ts': 'export const orphan = 1;\n',
  });
  const { code, output } = await run('knip', '--include', 'files,exports');
  expect(output).toContain('forgotten');
  expect(output).toContain('orphan.ts');
  expect(code).not.toBe(0);
});
