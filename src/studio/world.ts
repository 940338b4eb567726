import type { JobQueue } from '#jobs/job-queue.ts';
import type { Ffmpeg } from '#media/ffmpeg.ts';
import type { Provider } from '#providers/provider.ts';
import type { Database } from '#store/database/open-database.ts';
import type { FileStore } from '#store/files/file-store.ts';
import type { AttemptLimit } from './accounts/attempt-limit.ts';
import type { CredentialBook } from './accounts/credential-book.ts';
import type { Actor } from './actor.ts';

/** What is done with the installation's secret; nobody else sees it. */
export interface Secrets {
  /** A name nobody else can make for this text: 43 characters of base64url. */
  readonly sign: (text: string) => string;
  readonly isSignature: (text: string, signature: string) => boolean;
  /** Encrypts a key for its row (AES-256-GCM); `keyId` says by which secret, so that it can be rotated. */
  readonly seal: (plain: string) => { readonly sealed: string; readonly keyId: string };
  /** null where it was sealed by another secret, or was altered. */
  readonly open: (sealed: string, keyId: string) => string | null;
}

/** Who may come in, and what is remembered of those who came. */
interface Accounts {
  /** `first`: until there is one account. */
  readonly registration: 'open' | 'first' | 'closed';
  readonly credentials: CredentialBook;
  readonly attempts: AttemptLimit;
}

/** Everything a verb may ask for; each takes the two or three parts it uses. */
export interface World {
  /** Of this program. */
  readonly version: string;
  readonly database: Database;
  readonly files: FileStore;
  readonly queue: JobQueue;
  readonly providers: readonly Provider[];
  readonly ffmpeg: Ffmpeg;
  readonly clock: { readonly nowMs: () => number };
  readonly random: { readonly bytes: (count: number) => Uint8Array };
  readonly secrets: Secrets;
  readonly accounts: Accounts;
  /** Who works made on this machine without an account belong to. */
  readonly owner: Actor;
  readonly directories: {
    /** Work in progress; swept at start. */
    readonly scratch: string;
    /** Encoded segments, kept by what went into them. */
    readonly segments: string;
  };
  /** What is left of the disk of a directory. */
  readonly freeBytes: (directory: string) => Promise<number>;
  /** Origins the operator trusts, so that they are fetched though they do not lie on the public internet. */
  readonly fetchOrigins: readonly string[];
  /** Where vendors are asked in place of their own address, by vendor; set by whoever runs the server. */
  readonly baseUrls: Readonly<Record<string, string>>;
  /** For calls to a vendor's own address. */
  readonly vendorFetch: typeof globalThis.fetch;
  /** The same for an address that a user named: it reaches the public internet only. */
  readonly publicFetch: typeof globalThis.fetch;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}
