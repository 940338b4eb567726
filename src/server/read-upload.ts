import { statfs } from 'node:fs/promises';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Upload, UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { sizeInWords } from '#contract/size-in-words.ts';
import type { World } from '#studio/world.ts';

type StagedFile = Awaited<ReturnType<World['files']['stage']>>;

/** What came in: the file, and the text fields beside it; a field that came twice is a list. */
export interface ReadUpload {
  readonly file: UploadedFile;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Removes the file unless somebody kept it. */
  readonly discard: () => Promise<void>;
}

const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 256 * 1024, // prompts are the longest texts that come beside a file
  fields: 40,
  files: 2, // one more than is taken, so that the second is seen and refused
  parts: 50,
  headerPairs: 20,
  fileSize: Number.POSITIVE_INFINITY, // the store counts
} as const;

/** What stays free on the disk whatever comes in: the database and a film under way need it. */
const KEPT_FREE_BYTES = 150e6;

const FORM_BYTES = 2e6; // what boundaries, headers and text fields may add to a file's size

/**
 * Reads a form with one file, straight to the store's disk: memory does not grow with the file.
 *
 * @throws Problem `no_file`, `malformed_form`, `invalid_input` (several files, a field too long), `too_large`, `disk_low`
 */
export async function readUpload(world: World, upload: Upload, request: FastifyRequest): Promise<ReadUpload> {
  if (!request.isMultipart()) throw new Problem('no_file');
  const announcedBytes = Number(request.headers['content-length'] ?? 0);
  if (announcedBytes > upload.maxBytes + FORM_BYTES) throw tooLarge(upload);
  await refuseWhenFull(world, announcedBytes);

  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let staged: StagedFile | null = null;
  let filename = '';
  const discard = async (): Promise<void> => {
    if (staged) await world.files.discard(staged);
  };
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type === 'field') addField(fields, part);
      else if (staged) throw new Problem('invalid_input', { reason: 'send one file, not several' });
      else {
        staged = await stage(world, upload, part);
        filename = nameOf(part);
      }
    }
    if (!staged) throw new Problem('no_file');
    const { path, sha256, sizeBytes } = staged;
    return { file: { path, sha256, sizeBytes, filename }, fields, discard };
  } catch (error) {
    await discard();
    request.raw.unpipe().resume(); // whoever goes on sending after a refusal is heard out, and nothing of it kept
    throw problemOf(error);
  }
}

async function stage(world: World, upload: Upload, part: MultipartFile): Promise<StagedFile> {
  try {
    return await world.files.stage({ stream: part.file }, { maxBytes: upload.maxBytes });
  } catch (error) {
    throw error instanceof Problem && error.code === 'too_large' ? tooLarge(upload) : error;
  }
}

function addField(fields: Record<string, unknown>, part: MultipartValue): void {
  const { fieldname, value, fieldnameTruncated, valueTruncated } = part;
  if (fieldnameTruncated || valueTruncated)
    throw new Problem('invalid_input', { reason: `the field ${fieldname.slice(0, 40)} is too long` });
  const before = fields[fieldname];
  fields[fieldname] = fieldname in fields ? (Array.isArray(before) ? [...before, value] : [before, value]) : value;
}

/** As the client called it, without folders, control characters and length. */
function nameOf(part: MultipartFile): string {
  const last = (part.filename ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}

const tooLarge = (upload: Upload): Problem =>
  new Problem('too_large', { what: 'The file', limit: sizeInWords(upload.maxBytes) });

async function refuseWhenFull(world: World, announcedBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(world.directories.scratch);
  const freeBytes = bavail * bsize;
  if (freeBytes < announcedBytes + KEPT_FREE_BYTES) throw diskLow(freeBytes);
}

const diskLow = (freeBytes: number): Problem =>
  new Problem('disk_low', { free: sizeInWords(freeBytes), path: 'the media store' });

/** Our own refusals and the disk's failures are what they are; all else is the form's fault. */
function problemOf(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return diskLow(0);
  if (syscall !== undefined && syscall !== 'read') return error;
  if (code === 'FST_FILES_LIMIT') return new Problem('invalid_input', { reason: 'send one file, not several' });
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Problem('invalid_input', { reason: `send at most ${LIMITS.fields} fields` });
  const reason = code === 'FST_MP_PREMATURE_CLOSE' || /end of/.test(message) ? 'it is cut off' : 'it is malformed';
  return new Problem('malformed_form', { reason }, { cause: error });
}
