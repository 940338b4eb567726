import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { beforeAll, expect, inject, test } from 'vitest';
import { isDeep, newEmbeddedPlace } from '../../test/engines.ts';
import { openTestWorld } from '../../test/open-test-world.ts';
import { register } from '#studio/accounts/register.ts';

const main = join(import.meta.dirname, 'main.ts');
let directory = '';
let data = '';

beforeAll(async () => {
  directory = await mkdtemp(join(inject('runDirectory'), 'cli-'));
  data = (await newEmbeddedPlace()).directory;
  await writeFile(join(directory, 'photo.jpg'), 'this is not a photo');
  await writeFile(join(directory, 'empty.mp4'), '');
  await writeFile(join(directory, 'huge.png'), aHugePicture(60_000));
});

/** A PNG that says it is very large and is a few bytes: what a pixel bomb looks like. */
function aHugePicture(side: number): Buffer {
  const chunk = (kind: string, body: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function run(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, SCENEWRIGHT_DATA: data } });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (heard.out += String(chunk)));
  child.stderr.on('data', (chunk) => (heard.err += String(chunk)));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, ...heard })));
}

const film = () => join(directory, 'film.mp4');
const make = (...words: string[]) => run('make', '--brief', 'A bottle.', '--out', film(), ...words);

const refusals = [
  ['a missing file', ['--asset', 'nowhere.jpg'], /nowhere\.jpg.*no such file/],
  ['a text file as a photo', ['--asset', 'photo.jpg'], /photo\.jpg/],
  ['a 0-byte video', ['--reference', 'empty.mp4'], /empty\.mp4.*empty/],
  ['a 60,000 px picture', ['--asset', 'huge.png'], /huge\.png.*60/],
  ['a negative duration', ['--duration', '-3'], /--duration/],
  ['a duration in words', ['--duration', 'long'], /--duration/],
  ['an unknown type', ['--type', 'opera'], /--type.*blank/],
  ['an unknown size', ['--resolution', '5x5'], /--resolution/],
  ['an unknown mode', ['--asset', 'photo.jpg', '--asset-mode', 'both'], /--asset-mode/],
  ['half a scene', ['--scenes', '1.5'], /--scenes/],
  ['an unknown option', ['--colour', 'red'], /--colour/],
  ['a mode without pictures', ['--asset-mode', 'direct'], /--asset-mode direct/],
  ['music and silence', ['--music', 'photo.jpg', '--no-sound'], /exclude each other/],
  ['more scenes than seconds hold', ['--scenes', '60', '--duration', '3'], /--duration: 60 scenes need/],
  ['an odd size', ['--resolution', '181x320'], /--resolution.*even/],
  ['a place that cannot be', ['--data', '/proc/nowhere'], /cannot be made/],
] as const;

// Each is a process that reads the whole program: two of them, and all in a build.
test.each(isDeep ? refusals : [refusals[0], refusals[4]])(
  '%s gives one clear line, exit code 2, and no file',
  async (_, words, says) => {
    const { code, out, err } = await make(
      ...words.map((word) => (/\.(jpg|mp4|png)$/.test(word) && word !== 'nowhere.jpg' ? join(directory, word) : word)),
    );
    expect(code).toBe(2);
    expect(out).toBe('');
    const lines = err
      .trim()
      .split('\n')
      .filter((line) => !/^\s*\d+%/.test(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    await expect(access(film())).rejects.toThrow();
    expect((await readdir(directory)).toSorted()).toEqual(['empty.mp4', 'huge.png', 'photo.jpg']);
  },
);

test('a brief is asked for, and --help says how', async () => {
  expect(await run('make')).toMatchObject({ code: 2 });
  const { code, out } = await run('make', '--help');
  expect(code).toBe(0);
  expect(out).toContain('--asset-mode');
});

test.runIf(isDeep)('a failure is one JSON object with --json', async () => {
  const { code, out, err } = await make('--json', '--asset', 'nowhere.jpg');
  expect(code).toBe(2);
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({ code: 'media_unreadable', error: expect.stringContaining('nowhere.jpg') });
});

const nowhere = [
  ['another kind of file', () => 'film.avi', /must end in \.mp4/],
  ['a file in a file', () => join(directory, 'photo.jpg', 'film.mp4'), /cannot be written/],
  ['a directory', () => join(data, 'taken.mp4'), /is a directory/],
] as const;

test.each(isDeep ? nowhere : [nowhere[0]])(
  'a film that cannot go where it should (%s) is refused before anything is made',
  async (_, where, says) => {
    await mkdir(join(data, 'taken.mp4'), { recursive: true });
    const { code, err } = await run('make', '--brief', 'x', '--out', where());
    expect(code).toBe(2);
    expect(err).toMatch(says);
  },
);

test('doctor looks at everything a film needs and says what to do about it', async () => {
  const { code, out } = await run('doctor', '--json');
  expect(code).toBe(0);
  const { well, findings } = JSON.parse(out) as { well: boolean; findings: { what: string; verdict: string }[] };
  expect(well).toBe(true);
  expect(findings.map((finding) => finding.what)).toEqual([
    'Node',
    'FFmpeg',
    'Fonts',
    'Data directory',
    'Disk',
    'Database',
    'Secret',
    'Models',
  ]);
});

test.runIf(isDeep)('a password is reset on the machine itself, for an account there is', async () => {
  const { world } = await openTestWorld({ directory: data }, 'api');
  const visitor = { ip: '127.0.0.1', userAgent: '' };
  await register(world, { email: 'ann@example.com', password: 'forgotten since', name: 'Ann' }, visitor);
  await world[Symbol.asyncDispose]();
  const { code, out } = await run('reset-password', 'Ann@Example.com', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ email: 'ann@example.com', password: expect.stringMatching(/^[\w-]{20}$/) });
  const nobody = await run('reset-password', 'nobody@example.com');
  expect(nobody).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no account with this email') });
});

test('Ctrl-C stops make cleanly: what runs is cancelled, and no half film is left', async () => {
  const child = spawn(
    process.execPath,
    [main, 'make', '--brief', 'A bottle.', '--duration', '8', '--resolution', '180x320', '--out', film()],
    {
      env: { ...process.env, SCENEWRIGHT_DATA: data },
    },
  );
  let err = '';
  await new Promise<void>((resolve) =>
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
      if (/Making/.test(err)) resolve();
    }),
  );
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(130);
  expect(err).toContain('the same command goes on from there');
  expect(err.trim().split('\n').at(-1)).toBe('It was cancelled.');
  await expect(access(film())).rejects.toThrow();
});
