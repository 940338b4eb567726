import type { Access, Scope } from '#contract/operation.ts';
import type { Actor } from '#studio/actor.ts';

/** What somebody proved who they are with; `id` is the session's or token's, for the audit. */
export interface Credential {
  readonly kind: 'none' | 'local' | 'session' | 'token' | 'signature';
  readonly id: string;
  /** `all` for a person who signed in. */
  readonly scopes: 'all' | readonly Scope[];
}

/** Who asks, and by what. */
export interface Caller {
  readonly actor: Actor;
  readonly credential: Credential;
}

/** Whether a credential is enough for an operation. */
export function mayCall(credential: Credential, access: Access): boolean {
  if (access === 'open') return true;
  if (credential.kind === 'none') return false;
  if (access === 'any') return true;
  if (access === 'user') return credential.scopes === 'all';
  return credential.scopes === 'all' || credential.scopes.includes(access);
}

/** What a handler may know of the request beside its input, and may say of the answer beside its body. */
export interface Call {
  readonly credential: Credential;
  /** The revision in `If-Match`, null where none was sent. */
  readonly ifRevision: number | null;
  /** Asks again who is calling and whether they may; for calls that go on for long. */
  readonly stillMay: () => Promise<boolean>;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
  readonly ip: string;
  readonly userAgent: string;
  /** A cookie of the request. */
  readonly cookie: (name: string) => string | undefined;
  /** Sets an httpOnly, SameSite=Strict cookie; `maxAgeS: 0` removes it. */
  readonly setCookie: (
    name: string,
    value: string,
    options: { readonly path: string; readonly maxAgeS: number },
  ) => void;
  /**
   * Says which revision the answer shows (ETag). `in-part`: what the server finds out is in the answer too and raises no
   * revision, so that the same revision does not mean the same answer.
   */
  readonly revision: (revision: number, shown?: 'whole' | 'in-part') => void;
  /** Says where the next page of a list begins; null on the last. */
  readonly nextCursor: (cursor: string | null) => void;
}
