import type { MediaFacts } from '#contract/take.ts';
import type { Database } from './database/open-database.ts';
import type { FileSource, FileStore } from './files/file-store.ts';
import { refer, type MediaOwner } from './media.ts';

/** A file that is in the store, with somebody it belongs to. */
export interface KeptMedia {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mime: string;
  readonly facts: MediaFacts | null;
  /** On this machine's disk. */
  readonly path: string;
}

/**
 * Brings a file into the store for an owner.
 *
 * The reference is committed before the file gets its name, so that nobody who deletes the same bytes at the same moment
 * takes them away from under it. The owner's own row may be stored afterwards, within a day (sweep-media.ts).
 * Not inside a transaction.
 *
 * @param media.facts measured already, or a function that measures the file once it is on this disk; when it throws,
 *   nothing is kept
 * @throws Problem `too_large`
 */
export async function keepMedia(
  database: Pick<Database, 'transaction'>,
  files: FileStore,
  media: FileSource & {
    /** What the facts say where it is left out. */
    readonly mime?: string;
    readonly facts: MediaFacts | null | ((path: string) => Promise<MediaFacts | null>);
    readonly owner: MediaOwner;
    readonly workspaceId: string;
    readonly maxBytes?: number;
  },
): Promise<KeptMedia> {
  const staged = await files.stage(media, media.maxBytes === undefined ? {} : { maxBytes: media.maxBytes });
  try {
    const facts = typeof media.facts === 'function' ? await media.facts(staged.path) : media.facts;
    const { sha256, sizeBytes } = staged;
    const mime = media.mime ?? facts?.mime ?? 'application/octet-stream';
    const owner = { ...media.owner, workspaceId: media.workspaceId };
    await database.transaction((trx) => refer(trx, { sha256, sizeBytes, mime, facts }, owner));
    return { sha256, sizeBytes, mime, facts, path: await files.place(staged) };
  } catch (error) {
    await files.discard(staged);
    throw error;
  }
}
