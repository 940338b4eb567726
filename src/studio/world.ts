import type { Ffmpeg } from '#media/ffmpeg.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Provider } from '#providers/provider.ts';
import type { Database } from '#store/database/open-database.ts';
import type { FileStore } from '#store/files/file-store.ts';
import type { Actor } from './actor.ts';

/** Everything a verb may ask for; each takes the two or three parts it uses. */
export interface World {
  readonly database: Database;
  readonly files: FileStore;
  readonly queue: JobQueue;
  readonly providers: readonly Provider[];
  readonly ffmpeg: Ffmpeg;
  readonly clock: { readonly nowMs: () => number };
  readonly random: { readonly bytes: (count: number) => Uint8Array };
  /** Who works made on this machine without an account belong to. */
  readonly owner: Actor;
  readonly directories: {
    /** Work in progress; swept at start. */
    readonly scratch: string;
    /** Encoded segments, kept by what went into them. */
    readonly segments: string;
  };
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}
