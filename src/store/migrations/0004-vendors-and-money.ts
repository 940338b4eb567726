import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // What a user has set for a provider; the key is sealed, and only its last characters are shown.
  `create table provider_setting (
    user_id text not null references "user" (id) on delete cascade,
    provider text not null,
    workspace_id text not null references workspace (id) on delete cascade,
    sealed_key text,
    sealed_key_id text,
    key_hint text,
    settings jsonb not null default '{}',
    tested_at timestamptz,
    test_result jsonb,
    schema_version int not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (user_id, provider),
    check ((sealed_key is null) = (sealed_key_id is null))
  )`,

  // Money. Entries are only ever added, and outlive what they were for: reserve and release tell what is held, spend and
  // refund what was paid.
  `create table ledger (
    id bigserial primary key,
    workspace_id text not null references workspace (id) on delete cascade,
    user_id text,
    token_id text,
    project_id text,
    work_id text,
    generation_id text not null,
    provider text not null,
    model text not null,
    role text not null,
    kind text not null check (kind in ('reserve', 'release', 'spend', 'refund')),
    micro_usd bigint not null,
    at timestamptz not null default now()
  )`,
  `create index ledger_workspace on ledger (workspace_id, at)`,
  `create index ledger_generation on ledger (generation_id)`,
  `create index ledger_work on ledger (work_id)`,
  `create index ledger_project on ledger (project_id)`,
  `create index ledger_token on ledger (token_id)`,
  `create table budget (
    target_kind text not null check (target_kind in ('user', 'project', 'work', 'token')),
    target_id text not null,
    workspace_id text not null references workspace (id) on delete cascade,
    limit_micro_usd bigint not null check (limit_micro_usd >= 0),
    period text not null check (period in ('total', 'month', 'day')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (target_kind, target_id)
  )`,
  `create index budget_workspace on budget (workspace_id)`,

  // How fast a vendor is asked for one account, over all processes.
  `create table vendor_gate (
    account text primary key,
    tokens double precision not null,
    refilled_at timestamptz not null default now(),
    blocked_until timestamptz
  )`,
  // What it will cost is not known where the catalogue has no price: null, which is not nothing.
  `alter table generation
    alter column estimate_micro_usd drop not null,
    alter column estimate_micro_usd drop default,
    add column project_id text,
    add column token_id text,
    add column account text,
    add column polls int not null default 0`,
  `create index generation_in_flight on generation (account) where state in ('submitting', 'submitted', 'running', 'fetching')`,
  `create index generation_took on generation (provider, model, finished_at) where state = 'done'`,
  `create index generation_withdrawn on generation (id) where state = 'cancelled' and finished_at is null`,

  `alter table take
    alter column cost_micro_usd drop not null,
    alter column cost_micro_usd drop default,
    add column generation_id text,
    add column reference_sha256s jsonb not null default '[]',
    add column took_ms bigint,
    add column notes jsonb not null default '[]'`,
  // An earlier take of the same inputs is looked for in all of a workspace, where there may be thousands.
  `create index take_inputs on take (workspace_id, inputs_hash) where origin = 'generated'`,
];

/** Stored keys, the ledger and its budgets, the gate before each vendor, the lineage of takes. */
export const vendorsAndMoney: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
