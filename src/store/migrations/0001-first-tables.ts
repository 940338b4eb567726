import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const owned = `
  workspace_id text not null references workspace (id) on delete cascade,
  created_by text references "user" (id) on delete set null,
  updated_by text references "user" (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()`;

const statements: readonly string[] = [
  `create table "user" (
    id text primary key,
    email text unique,
    name text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
  )`,
  `create table workspace (
    id text primary key,
    name text not null,
    is_local boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create unique index workspace_is_local on workspace (is_local) where is_local`,
  `create table membership (
    workspace_id text not null references workspace (id) on delete cascade,
    user_id text not null references "user" (id) on delete cascade,
    role text not null check (role in ('owner', 'editor', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (workspace_id, user_id)
  )`,
  `create index membership_user on membership (user_id)`,

  `create table project (
    id text primary key, ${owned},
    deleted_at timestamptz,
    name text not null,
    project_type text not null,
    system_prompt text not null,
    knowledge text not null,
    style_guide jsonb not null,
    style_guide_version int not null,
    analyzer_prompt text not null,
    image_system_prompt text not null,
    video_system_prompt text not null,
    revision int not null default 1
  )`,
  `create index project_workspace on project (workspace_id, updated_at desc)`,
  `create table asset (
    id text primary key, ${owned},
    deleted_at timestamptz,
    project_id text not null references project (id) on delete cascade,
    name text not null,
    type text not null check (type in ('image', 'video', 'audio', 'font')),
    filename text not null,
    sha256 text not null,
    facts jsonb,
    tags jsonb not null default '[]',
    description text,
    schema_version int not null default 1
  )`,
  `create index asset_project on asset (project_id)`,
  `create table template (
    id text primary key, ${owned},
    deleted_at timestamptz,
    project_id text not null references project (id) on delete cascade,
    name text not null,
    description text,
    thumbnail text,
    tags jsonb not null default '[]',
    content jsonb not null,
    schema_version int not null default 1
  )`,
  `create index template_project on template (project_id)`,

  `create table work (
    id text primary key, ${owned},
    deleted_at timestamptz,
    project_id text not null references project (id) on delete cascade,
    name text not null,
    mode text check (mode in ('style_transfer', 'content_remix')),
    product_name text,
    product_description text,
    target_audience text,
    language text,
    video_duration_s double precision,
    scene_count int,
    selected_asset_ids jsonb not null default '[]',
    asset_usage_mode text check (asset_usage_mode in ('reference', 'direct')),
    width int not null,
    height int not null,
    style_guide jsonb,
    style_guide_version int not null,
    system_prompt text,
    analyzer_prompt text,
    image_system_prompt text,
    video_system_prompt text,
    current_step int not null default 0,
    reference_sha256 text,
    analysis jsonb,
    analysis_version int not null,
    timeline jsonb,
    timeline_version int,
    revision int not null default 1,
    fingerprint text
  )`,
  `create index work_project on work (project_id, updated_at desc)`,
  `create unique index work_fingerprint on work (workspace_id, fingerprint) where deleted_at is null`,
  `create table scene (
    id text primary key, ${owned},
    deleted_at timestamptz,
    work_id text not null references work (id) on delete cascade,
    position int not null check (position >= 0),
    duration_s double precision not null,
    image_prompt text not null,
    negative_prompt text not null,
    video_prompt text not null,
    text_overlay text,
    transition text not null,
    picked_image_take_id text,
    picked_video_take_id text,
    image_pinned boolean not null default false,
    video_pinned boolean not null default false,
    approved_take_id text,
    last_error jsonb
  )`,
  `create index scene_work on scene (work_id, position)`,
  `create table take (
    id text primary key, ${owned},
    deleted_at timestamptz,
    work_id text not null references work (id) on delete cascade,
    scene_id text not null references scene (id) on delete cascade,
    kind text not null check (kind in ('image', 'video')),
    origin text not null check (origin in ('generated', 'uploaded', 'asset')),
    sha256 text not null,
    facts jsonb not null,
    prompt text,
    negative_prompt text,
    provider text,
    model text,
    seed bigint,
    cost_micro_usd bigint not null default 0,
    parent_ids jsonb not null default '[]',
    inputs_hash text not null,
    recipe jsonb,
    schema_version int not null default 1
  )`,
  `create index take_work on take (work_id)`,
  `create index take_scene on take (scene_id)`,
  ...['picked_image_take_id', 'picked_video_take_id', 'approved_take_id'].map(
    (column) => `alter table scene add foreign key (${column}) references take (id) on delete set null`,
  ),

  // Generations and jobs outlive the work they were for, so they only name it.
  `create table generation (
    id text primary key, ${owned},
    work_id text,
    scene_id text,
    role text not null check (role in ('vision', 'llm', 'image', 'video')),
    provider text not null,
    model text not null,
    state text not null check (state in
      ('queued', 'submitting', 'submitted', 'running', 'fetching', 'done', 'failed', 'cancelled', 'uncertain')),
    request jsonb not null,
    inputs_hash text not null,
    body_hash text,
    receipt jsonb,
    attempts int not null default 0,
    progress real not null default 0,
    error jsonb,
    estimate_micro_usd bigint not null default 0,
    cost_micro_usd bigint,
    submitting_at timestamptz,
    submitted_at timestamptz,
    finished_at timestamptz,
    deadline_at timestamptz,
    take_ids jsonb not null default '[]',
    result jsonb,
    sealed_key text,
    sealed_key_id text,
    schema_version int not null default 1,
    check ((sealed_key is null) = (sealed_key_id is null))
  )`,
  `create index generation_work on generation (work_id)`,
  `create index generation_unfinished on generation (created_at) where state not in ('done', 'failed', 'cancelled', 'uncertain')`,
  `create index generation_inputs on generation (workspace_id, inputs_hash) where state = 'done'`,
  `create table job (
    id text primary key, ${owned},
    kind text not null check (kind in ('analyze', 'scenario', 'image', 'video', 'export')),
    work_id text,
    target_id text,
    queue_job_id text,
    status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled', 'uncertain')),
    progress real not null default 0,
    stage text not null,
    eta_ms bigint,
    result jsonb,
    error jsonb,
    cost_micro_usd bigint
  )`,
  `create index job_workspace on job (workspace_id, created_at desc)`,
  `create index job_work on job (work_id)`,
  `create index job_target on job (target_id)`,
  `create table export (
    id text primary key, ${owned},
    deleted_at timestamptz,
    work_id text not null references work (id) on delete cascade,
    timeline jsonb not null,
    timeline_version int not null,
    settings jsonb not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    frames_done int not null default 0,
    frames_total int not null,
    sha256 text,
    report jsonb,
    error jsonb
  )`,
  `create index export_work on export (work_id, created_at desc)`,

  `create table media (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint not null,
    mime text not null,
    facts jsonb,
    schema_version int not null default 1,
    created_at timestamptz not null default now()
  )`,
  `create table media_reference (
    sha256 text not null references media (sha256),
    owner_kind text not null check (owner_kind in ('take', 'asset', 'work', 'export', 'user')),
    owner_id text not null,
    workspace_id text not null references workspace (id) on delete cascade,
    created_at timestamptz not null default now(),
    primary key (sha256, owner_kind, owner_id)
  )`,
  `create index media_reference_owner on media_reference (owner_kind, owner_id)`,

  `create table event (
    id bigserial primary key,
    seq bigint unique,
    workspace_id text not null,
    work_id text,
    type text not null,
    data jsonb not null,
    at timestamptz not null default now()
  )`,
  `create sequence event_seq owned by event.seq`,
  // A number taken at insert could become visible after a higher one, and a reader that goes on from the higher one
  // would never see it. Taken at commit, one transaction at a time, numbers appear in their order.
  `create function event_take_seq() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(7305001);
    update event set seq = nextval('event_seq') where id = new.id;
    perform pg_notify('scenewright_event', json_build_object('seq', currval('event_seq'))::text);
    return null;
  end $$`,
  `create constraint trigger event_takes_seq after insert on event
    deferrable initially deferred for each row execute function event_take_seq()`,
  `create table audit (
    id bigserial primary key,
    workspace_id text,
    user_id text,
    credential text not null,
    verb text not null,
    target text,
    at timestamptz not null default now()
  )`,
  `create index audit_workspace on audit (workspace_id, at desc)`,
];

/** The tables there are from the first version on. */
export const firstTables: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
