import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleGenAI } from '@google/genai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { openWire, type Answer, type Recorded, type Wire } from '../../../test/wires/wire.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';
import { askGemini } from './ask-gemini.ts';
import { BASE_URL } from './address.ts';
import { gemini } from './gemini.ts';
import { uploadFile } from './upload-file.ts';

const KEY = 'AIza-a-key';
const SIZE = 20_000_000; // more than goes inside a request, and three chunks of eight MiB
const CHUNK = 8 * 1024 * 1024;

let directory = '';
let wire: Wire;
let video: MediaInput;
let short: MediaInput;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gemini-files-'));
  wire = await openWire();
  video = await aVideo('reference.mp4', SIZE);
  short = await aVideo('short.mp4', CHUNK + 1);
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true, force: true });
});

async function aVideo(name: string, sizeBytes: number): Promise<MediaInput> {
  const bytes = Buffer.alloc(sizeBytes, 'moving pictures ');
  const path = join(directory, name);
  await writeFile(path, bytes);
  return { path, mime: 'video/mp4', sha256: sha256(bytes), name };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function context(given: Partial<ProviderContext> = {}): ProviderContext & { readonly model: string } {
  const base = providerContext({ scratch: directory, ffmpeg: 'ffmpeg', apiKey: KEY, baseUrl: wire.url, ...given });
  return { ...base, model: 'gemini-3.8-flash' };
}

const ask = (given: Partial<ProviderContext> = {}) =>
  askGemini(
    {
      name: 'seen',
      schema: { type: 'object' },
      system: 'You look closely.',
      prompt: 'What is it?',
      media: [video],
      maxOutputTokens: 1000,
      faultOf: () => null,
    },
    context(given),
  );

const described = (state: string) => ({ name: 'files/clip-1', uri: `${BASE_URL}/v1beta/files/clip-1`, state });

/** Google's part of an upload: the address it names is on a machine of its own; `look` answers whoever asks for the file. */
function google(look: () => Answer): (request: Recorded) => Answer {
  return ({ method, path, headers }) => {
    if (path === '/upload/v1beta/files') {
      const isStart = headers['x-goog-upload-command'] === 'start';
      if (isStart)
        return { headers: { 'x-goog-upload-url': 'https://elsewhere.example/upload/v1beta/files?upload_id=u1' } };
      const isFinal = headers['x-goog-upload-command'] === 'upload, finalize';
      const status = { 'x-goog-upload-status': isFinal ? 'final' : 'active' };
      return isFinal ? { headers: status, json: { file: described('PROCESSING') } } : { headers: status, text: '' };
    }
    if (method === 'DELETE') return { json: {} };
    if (path === '/v1beta/files/clip-1') return look();
    return { json: { candidates: [{ content: { parts: [{ text: '{"seen":1}' }] }, finishReason: 'STOP' }] } };
  };
}

const callsOf = (): string[] => wire.requests.map(({ method, path }) => `${method} ${path}`);
const chunksOf = (): Recorded[] => wire.requests.filter(({ query }) => query.get('upload_id') === 'u1');

test('a large video is sent as a file in chunks, looked at once it is ready, and taken away again', async () => {
  wire.play(google(() => ({ json: described('ACTIVE') })));
  expect(await ask()).toEqual({ value: { seen: 1 } });
  expect(callsOf()).toEqual([
    'POST /upload/v1beta/files',
    ...Array.from({ length: 3 }, () => 'POST /upload/v1beta/files'),
    'GET /v1beta/files/clip-1',
    'POST /v1beta/models/gemini-3.8-flash:generateContent',
    'DELETE /v1beta/files/clip-1',
  ]);
  const told = chunksOf().map(({ headers }) => [headers['x-goog-upload-command'], headers['x-goog-upload-offset']]);
  expect(told).toEqual([
    ['upload', '0'],
    ['upload', String(CHUNK)],
    ['upload, finalize', String(2 * CHUNK)],
  ]);
  expect(sha256(Buffer.concat(chunksOf().map(({ body }) => body)))).toBe(video.sha256);
  const asked = wire.requests.find(({ path }) => path.endsWith(':generateContent'));
  expect(asked?.json).toMatchObject({
    contents: [
      { parts: [{ fileData: { mimeType: 'video/mp4', fileUri: described('').uri } }, { text: 'What is it?' }] },
    ],
  });
});

test('a file is sent as Google’s own SDK sends it', async () => {
  const told = ({ method, path, query, headers, body }: Recorded) => ({
    method,
    path,
    query: [...query],
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => /^x-goog-(?:upload|api-key)/.test(name))),
    bytes: path === '/upload/v1beta/files' && query.size === 0 ? null : sha256(body),
  });
  const uploads = () => wire.requests.filter(({ path }) => path === '/upload/v1beta/files').map(told);
  wire.play(google(() => ({ json: described('ACTIVE') })));
  await uploadFile(short, context());
  const ours = uploads();
  expect(ours).toHaveLength(3);
  wire.play(google(() => ({ json: described('ACTIVE') })));
  const sdk = new GoogleGenAI({ apiKey: KEY, httpOptions: { baseUrl: wire.url, apiVersion: 'v1beta' } });
  await sdk.files.upload({ file: short.path, config: { mimeType: 'video/mp4' } });
  const theirs = uploads();
  for (const { headers } of theirs) delete headers['x-goog-upload-file-name']; // ours has none to tell
  expect(ours).toEqual(theirs);
});

test('a file that Google cannot read is told of, and taken away', async () => {
  wire.play(google(() => ({ json: { ...described('FAILED'), error: { code: 3, message: 'Not a video.' } } })));
  await expect(uploadFile(short, context())).rejects.toMatchObject({ kind: 'invalid_input', message: 'Not a video.' });
  expect(callsOf().at(-1)).toBe('DELETE /v1beta/files/clip-1');
});

test('work that is stopped while Google looks through a file takes the file away', async () => {
  const stop = new AbortController();
  wire.play(
    google(() => {
      stop.abort(new Error('stopped'));
      return { json: described('PROCESSING') };
    }),
  );
  await expect(uploadFile(short, context({ signal: stop.signal }))).rejects.toThrow();
  expect(callsOf().at(-1)).toBe('DELETE /v1beta/files/clip-1');
});

test('a refused question takes its file away', async () => {
  const vendor = google(() => ({ json: described('ACTIVE') }));
  const blocked = { json: { promptFeedback: { blockReason: 'SAFETY' } } };
  wire.play((request) => (request.path.endsWith(':generateContent') ? blocked : vendor(request)));
  await expect(ask()).rejects.toMatchObject({ kind: 'moderated' });
  expect(callsOf().at(-1)).toBe('DELETE /v1beta/files/clip-1');
});

test('a small video goes inside the question', async () => {
  const path = join(directory, 'small.mp4');
  await writeFile(path, 'a small clip');
  wire.play(google(() => ({ json: described('ACTIVE') })));
  await askGemini(
    {
      name: 'seen',
      schema: {},
      system: '',
      prompt: 'What is it?',
      media: [{ path, mime: 'video/mp4', sha256: '' }],
      maxOutputTokens: 1000,
      faultOf: () => null,
    },
    context(),
  );
  expect(callsOf()).toEqual(['POST /v1beta/models/gemini-3.8-flash:generateContent']);
  const data = Buffer.from('a small clip').toString('base64');
  expect(wire.requests[0]?.json).toMatchObject({
    contents: [{ parts: [{ inlineData: { mimeType: 'video/mp4', data } }, {}] }],
  });
});

test('a prompt above two hundred thousand tokens costs what long prompts cost', async () => {
  const descriptor = gemini.models.find(({ id }) => id === 'gemini-3.1-pro-preview');
  if (!descriptor) throw new Error('Gemini 3.1 Pro is not in the catalogue');
  const costOf = async (promptTokenCount: number): Promise<number | undefined> => {
    const usageMetadata = { promptTokenCount, candidatesTokenCount: 900, thoughtsTokenCount: 100 };
    wire.play({
      json: { candidates: [{ content: { parts: [{ text: '{}' }] }, finishReason: 'STOP' }], usageMetadata },
    });
    const words = { name: 'seen', schema: {}, system: '', prompt: '', media: [], maxOutputTokens: 1000 };
    return (await askGemini({ ...words, faultOf: () => null }, context({ descriptor }))).costMicroUsd;
  };
  expect(await costOf(200_000)).toBe(400_000 + 12_000);
  expect(await costOf(200_001)).toBe(800_004 + 18_000);
});
