import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';
import { addressOf } from './address.ts';
import { callGemini, GEMINI, readFree } from './call-gemini.ts';

/** A file at Google's, kept for 48 hours unless it is deleted. */
export interface UploadedFile {
  /** Such as `files/abc-123`. */
  readonly name: string;
  readonly uri: string;
  readonly mimeType: string;
}

export const GoogleFile = z.object({
  name: z.string().regex(/^files\/[\w-]+$/),
  uri: z.string().optional(),
  /** PROCESSING, ACTIVE or FAILED; more may come. */
  state: z.string().optional(),
  error: z.object({ message: z.string().optional(), code: z.number().optional() }).nullish(),
});
export type GoogleFile = z.infer<typeof GoogleFile>;

const MAX_FILE_BYTES = 2e9; // FACTS section 3 [DOC]
const CHUNK_BYTES = 8 * 1024 * 1024; // what Google's own SDK sends at once; all but the last must be multiples of 256 KiB
const FIRST_LOOK_MS = 500;
const LONGEST_LOOK_MS = 5000; // Google's own examples look every five to ten seconds
const PROCESSING_LOOKS = 120; // ten minutes: an hour of film takes a few

/**
 * Sends a file by the resumable protocol, a chunk at a time, and waits until models can look at it. All of it is free.
 *
 * @throws ProviderError `invalid_input` where it is too large or cannot be read by Google
 */
export async function uploadFile(media: MediaInput, context: ProviderContext): Promise<UploadedFile> {
  await using file = await open(media.path);
  const { size } = await file.stat();
  if (size > MAX_FILE_BYTES) throw new ProviderError('invalid_input', GEMINI, 'files of more than 2 GB are not taken');
  const url = await startUpload(media, size, context);
  const bytes = new Uint8Array(Math.min(CHUNK_BYTES, size));
  let [offset, uploaded]: [number, GoogleFile | null] = [0, null];
  while (offset < size) {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
    if (bytesRead === 0) break;
    const isLast = offset + bytesRead >= size;
    const headers = {
      'x-goog-upload-command': isLast ? 'upload, finalize' : 'upload',
      'x-goog-upload-offset': String(offset),
    };
    const body = bytes.subarray(0, bytesRead);
    const answer = await callGemini({ method: 'POST', path: url, headers, body }, context);
    if (isLast) uploaded = readFree(z.object({ file: GoogleFile }), answer).file;
    offset += bytesRead;
  }
  if (!uploaded) throw new ProviderError('invalid_input', GEMINI, 'the file is empty');
  try {
    const { name, uri } = await untilActive(uploaded, context);
    return { name, uri: uri ?? addressOf(context).url(`/${name}`), mimeType: media.mime };
  } catch (error) {
    await deleteFile(uploaded.name, context);
    throw error;
  }
}

/** Where the bytes are to be sent; the address that Google names, at the origin that is asked, as its own SDK does it. */
async function startUpload(media: MediaInput, size: number, context: ProviderContext): Promise<string> {
  const { origin, uploadUrl } = addressOf(context);
  const headers = {
    'x-goog-upload-protocol': 'resumable',
    'x-goog-upload-command': 'start',
    'x-goog-upload-header-content-length': String(size),
    'x-goog-upload-header-content-type': media.mime,
  };
  const body = { file: { mimeType: media.mime } };
  const answer = await callGemini({ method: 'POST', path: uploadUrl, headers, body }, context);
  const named = answer.headers.get('x-goog-upload-url');
  if (named === null || !URL.canParse(named)) {
    throw new ProviderError('transient', GEMINI, 'it named no address for the file');
  }
  const { pathname, search } = new URL(named);
  return `${origin}${pathname}${search}`;
}

async function untilActive(uploaded: GoogleFile, context: ProviderContext): Promise<GoogleFile> {
  let file = uploaded;
  for (let look = 0; look < PROCESSING_LOOKS; look++) {
    if (file.state === 'ACTIVE') return file;
    if (file.state === 'FAILED') {
      throw new ProviderError('invalid_input', GEMINI, file.error?.message ?? 'the file could not be read');
    }
    await wait(Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 2 ** look), undefined, { signal: context.signal });
    file = readFree(GoogleFile, await callGemini({ method: 'GET', path: `/${file.name}` }, context));
  }
  throw new ProviderError('transient', GEMINI, 'it was still looking through the file after ten minutes');
}

const DELETE_TIMEOUT_MS = 10_000;

/** Takes a file away again, also after the work was stopped; where that fails, it goes by itself after 48 hours. */
export async function deleteFile(name: string, context: ProviderContext): Promise<void> {
  const unstopped = { ...context, signal: new AbortController().signal };
  const call = { method: 'DELETE', path: `/${name}`, timeoutMs: DELETE_TIMEOUT_MS } as const;
  await callGemini(call, unstopped).catch(() => undefined);
}
