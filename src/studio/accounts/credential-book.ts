import type { Scope } from '#contract/operation.ts';
import { findApiToken } from '#store/api-tokens.ts';
import type { Database } from '#store/database/open-database.ts';
import { writeLastUses } from '#store/last-uses.ts';
import { findSession } from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { hashOfSecret, SECRET_PREFIXES } from './new-secret.ts';

/** What a secret turned out to be good for. */
export interface KnownCredential {
  readonly kind: 'session' | 'token';
  readonly id: string;
  readonly actor: Actor;
  readonly scopes: 'all' | readonly Scope[];
}

interface Entry {
  readonly found: Promise<KnownCredential | null>;
  untilMs: number;
}

const KEPT_MS = 900; // what is revoked elsewhere must be refused within a second
const MAX_ENTRIES = 10_000;
const WRITE_EVERY_MS = 60_000;

/**
 * Knows for a moment what secrets are good for, and when they were last used.
 *
 * A request costs a hash and a look into memory; the database is asked about once a second for each secret in use, and
 * written to once a minute.
 */
export class CredentialBook implements AsyncDisposable {
  readonly #database: Database;
  readonly #clock: World['clock'];
  readonly #log: World['log'];
  readonly #entries = new Map<string, Entry>();
  readonly #writer: NodeJS.Timeout;
  #uses = new Map<string, number>();

  constructor(world: Pick<World, 'database' | 'clock' | 'log'>) {
    this.#database = world.database;
    this.#clock = world.clock;
    this.#log = world.log;
    this.#writer = setInterval(() => void this.#write(), WRITE_EVERY_MS).unref();
  }

  /** What a secret is good for; null where it is none, or has expired, or was revoked. Counts as a use of it. */
  async find(secret: string): Promise<KnownCredential | null> {
    const sha256 = hashOfSecret(secret);
    const known = await (this.#fresh(sha256) ?? this.#look(secret, sha256));
    if (known !== null) this.#uses.set(known.id, this.#clock.nowMs());
    return known;
  }

  /** When a session or token was last used as far as this process knows, Unix milliseconds. */
  lastUsedAt(id: string): number | null {
    return this.#uses.get(id) ?? null;
  }

  /** Forgets what it knows, so that what was revoked just now is refused at once. */
  forget(): void {
    this.#entries.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#writer);
    await this.#write();
  }

  #fresh(sha256: string): Entry['found'] | null {
    const entry = this.#entries.get(sha256);
    return entry !== undefined && entry.untilMs > this.#clock.nowMs() ? entry.found : null;
  }

  /** Kept from before the question is asked, so that requests that come together ask once. */
  #look(secret: string, sha256: string): Entry['found'] {
    const askedAtMs = this.#clock.nowMs();
    const asked = this.#ask(secret, sha256);
    const entry: Entry = { found: asked.then((answer) => answer?.known ?? null), untilMs: askedAtMs + KEPT_MS };
    this.#entries.delete(sha256);
    this.#entries.set(sha256, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
    asked.then(
      (answer) => {
        if (answer === null) this.#drop(sha256, entry);
        else if (answer.leftMs !== null) entry.untilMs = Math.min(entry.untilMs, askedAtMs + answer.leftMs);
      },
      () => this.#drop(sha256, entry),
    );
    return entry.found;
  }

  #drop(sha256: string, entry: Entry): void {
    if (this.#entries.get(sha256) === entry) this.#entries.delete(sha256);
  }

  async #ask(
    secret: string,
    sha256: string,
  ): Promise<{ readonly known: KnownCredential; readonly leftMs: number | null } | null> {
    const db = this.#database.kysely;
    if (secret.startsWith(SECRET_PREFIXES.token)) {
      const token = await findApiToken(db, sha256);
      return token && { known: knownOf('token', token, token.scopes), leftMs: token.leftMs };
    }
    if (secret.startsWith(SECRET_PREFIXES.access)) {
      const session = await findSession(db, sha256, 'access');
      return session && { known: knownOf('session', session, 'all'), leftMs: session.leftMs };
    }
    return null;
  }

  async #write(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    try {
      await writeLastUses(this.#database.kysely, uses);
    } catch (error) {
      for (const [id, at] of uses) if (!this.#uses.has(id)) this.#uses.set(id, at);
      this.#log({ level: 'warn', event: 'last_uses_not_written', reason: String(error) });
    }
  }
}

function knownOf(
  kind: KnownCredential['kind'],
  row: { readonly id: string } & Actor,
  scopes: KnownCredential['scopes'],
): KnownCredential {
  const { id, userId, workspaceId } = row;
  return { kind, id, actor: { userId, workspaceId, tokenId: kind === 'token' ? id : null }, scopes };
}
