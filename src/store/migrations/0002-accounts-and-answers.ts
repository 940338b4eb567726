import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // Accounts. Every secret is stored as its SHA-256: they are random and long, so there is nothing to guess.
  `alter table "user" add column password_hash text`,
  `create table session (
    id text primary key,
    user_id text not null references "user" (id) on delete cascade,
    workspace_id text not null references workspace (id) on delete cascade,
    user_agent text not null,
    ip text not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index session_of_user on session (user_id)`,
  `create table session_secret (
    sha256 text primary key,
    session_id text not null references session (id) on delete cascade,
    kind text not null check (kind in ('access', 'refresh')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index session_secret_session on session_secret (session_id)`,
  `create table api_token (
    id text primary key,
    workspace_id text not null references workspace (id) on delete cascade,
    user_id text not null references "user" (id) on delete cascade,
    name text not null,
    token_prefix text not null,
    sha256 text not null unique,
    scopes jsonb not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index api_token_user on api_token (user_id)`,

  // What a key was answered, so that a repeated request gets the same and nothing is made twice.
  `create table idempotency (
    user_id text not null references "user" (id) on delete cascade,
    operation text not null,
    key text not null,
    fingerprint text not null,
    job_id text,
    status int,
    answer jsonb,
    created_at timestamptz not null default now(),
    primary key (user_id, operation, key)
  )`,
  `create index idempotency_age on idempotency (created_at)`,

  // Media that belongs to a user and to no work: results of calls without one, kept for 30 days.
  `create table user_media (
    id text primary key,
    workspace_id text not null references workspace (id) on delete cascade,
    created_by text references "user" (id) on delete set null,
    sha256 text not null,
    filename text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  `create index user_media_workspace on user_media (workspace_id, created_at desc)`,
  `create index user_media_age on user_media (expires_at)`,

  `alter table work add column audio_sha256 text`,
  `alter table template add column revision int not null default 1`,
  `alter table asset add column revision int not null default 1`,

  // A scene's picture and clip in one job, and questions about an asset.
  `alter table job drop constraint job_kind_check`,
  `alter table job add constraint job_kind_check
    check (kind in ('analyze', 'scenario', 'image', 'video', 'export', 'scene', 'describe', 'derive', 'style'))`,
  // What a job without a row of its own is to do, and the keys for it while it lasts.
  `alter table job add column request jsonb, add column sealed_key text, add column sealed_key_id text,
    add constraint job_sealed_key check ((sealed_key is null) = (sealed_key_id is null))`,
];

/** Accounts, tokens, answers kept by key, media without a work. */
export const accountsAndAnswers: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
