import type { ColumnType, Generated, Transaction } from 'kysely';
import type { AssetType } from '#contract/asset.ts';
import type { GenerationState, Role } from '#contract/generation.ts';
import type { JobKind, JobStatus } from '#contract/job.ts';
import type { ProjectType } from '#contract/project.ts';
import type { TakeKind } from '#contract/take.ts';
import type { AssetUsageMode, WorkMode } from '#contract/work.ts';

/** A moment; written by the database's clock (`now()`) or from a Date. */
type Moment = ColumnType<Date, Date | undefined, Date>;
type MomentOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** A stored document: goes in as JSON text, comes out parsed and unknown; the noun's file checks it. */
type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;

/** Who owns a row and who touched it; on every owned table from the first migration on. */
interface Owned {
  workspace_id: string;
  created_by: string | null;
  updated_by: string | null;
  created_at: Moment;
  updated_at: Moment;
}

interface Deletable {
  /** Set: in the trash, purged after 30 days. */
  deleted_at: MomentOrNull;
}

interface UserTable {
  id: string;
  /** null for the local owner, who needs no account. */
  email: string | null;
  name: string;
  /** argon2id in PHC form; null for the local owner. */
  password_hash: string | null;
  created_at: Moment;
  updated_at: Moment;
  deleted_at: MomentOrNull;
}

interface WorkspaceTable {
  id: string;
  name: string;
  /** True for the one that the command line works in. */
  is_local: boolean;
  created_at: Moment;
  updated_at: Moment;
}

interface MembershipTable {
  workspace_id: string;
  user_id: string;
  role: 'owner' | 'editor' | 'viewer';
  created_at: Moment;
}

interface ProjectTable extends Owned, Deletable {
  id: string;
  name: string;
  project_type: ProjectType;
  system_prompt: string;
  knowledge: string;
  style_guide: Json;
  style_guide_version: number;
  analyzer_prompt: string;
  image_system_prompt: string;
  video_system_prompt: string;
  revision: Generated<number>;
}

interface WorkTable extends Owned, Deletable {
  id: string;
  project_id: string;
  name: string;
  mode: WorkMode | null;
  product_name: string | null;
  product_description: string | null;
  target_audience: string | null;
  language: string | null;
  video_duration_s: number | null;
  scene_count: number | null;
  selected_asset_ids: Json;
  asset_usage_mode: AssetUsageMode | null;
  width: number;
  height: number;
  style_guide: JsonOrNull;
  style_guide_version: number;
  /** null: the project's. */
  system_prompt: string | null;
  analyzer_prompt: string | null;
  image_system_prompt: string | null;
  video_system_prompt: string | null;
  current_step: number;
  reference_sha256: string | null;
  audio_sha256: string | null;
  analysis: JsonOrNull;
  analysis_version: number;
  timeline: JsonOrNull;
  timeline_version: number | null;
  revision: Generated<number>;
  fingerprint: string | null;
}

interface SceneTable extends Owned, Deletable {
  id: string;
  work_id: string;
  position: number;
  duration_s: number;
  image_prompt: string;
  negative_prompt: string;
  video_prompt: string;
  text_overlay: string | null;
  transition: string;
  picked_image_take_id: string | null;
  picked_video_take_id: string | null;
  image_pinned: Generated<boolean>;
  video_pinned: Generated<boolean>;
  approved_take_id: string | null;
  last_error: JsonOrNull;
}

interface TakeTable extends Owned, Deletable {
  id: string;
  work_id: string;
  scene_id: string;
  kind: TakeKind;
  origin: 'generated' | 'uploaded' | 'asset';
  sha256: string;
  facts: Json;
  prompt: string | null;
  negative_prompt: string | null;
  provider: string | null;
  model: string | null;
  seed: number | null;
  /** null: neither the vendor nor the catalogue tells. */
  cost_micro_usd: number | null;
  parent_ids: Json;
  inputs_hash: string;
  recipe: JsonOrNull;
  generation_id: string | null;
  /** The pictures that went in, in their order. */
  reference_sha256s: ColumnType<unknown, string | undefined, string>;
  /** From the intent to the kept result. */
  took_ms: number | null;
  /** What is to be told of it, in sentences. */
  notes: ColumnType<unknown, string | undefined, string>;
  schema_version: Generated<number>;
}

interface GenerationTable extends Owned {
  id: string;
  work_id: string | null;
  scene_id: string | null;
  role: Role;
  provider: string;
  model: string;
  state: GenerationState;
  request: Json;
  inputs_hash: string;
  body_hash: string | null;
  receipt: JsonOrNull;
  attempts: Generated<number>;
  progress: Generated<number>;
  error: JsonOrNull;
  /** null: the catalogue has no price. */
  estimate_micro_usd: number | null;
  cost_micro_usd: number | null;
  submitting_at: MomentOrNull;
  submitted_at: MomentOrNull;
  finished_at: MomentOrNull;
  deadline_at: MomentOrNull;
  take_ids: Json;
  result: JsonOrNull;
  sealed_key: string | null;
  sealed_key_id: string | null;
  /** Whether a key goes along, its own or the stored one: a provider that needs none is paid only then. */
  with_key: Generated<boolean>;
  project_id: string | null;
  /** The API token it was asked for with; null for a person. */
  token_id: string | null;
  /** Whose limits at the vendor it counts against; null where there are none. */
  account: string | null;
  /** Times the vendor was asked about the receipt. */
  polls: Generated<number>;
  schema_version: Generated<number>;
}

interface JobTable extends Owned {
  id: string;
  kind: JobKind;
  work_id: string | null;
  target_id: string | null;
  queue_job_id: string | null;
  status: JobStatus;
  progress: Generated<number>;
  stage: string;
  eta_ms: number | null;
  result: JsonOrNull;
  error: JsonOrNull;
  cost_micro_usd: number | null;
  /** What it is to do, where no generation or export row says it. */
  request: JsonOrNull;
  sealed_key: string | null;
  sealed_key_id: string | null;
}

interface AssetTable extends Owned, Deletable {
  id: string;
  project_id: string;
  name: string;
  type: AssetType;
  filename: string;
  sha256: string;
  facts: JsonOrNull;
  tags: Json;
  description: string | null;
  revision: Generated<number>;
  schema_version: Generated<number>;
}

interface ExportTable extends Owned, Deletable {
  id: string;
  work_id: string;
  timeline: Json;
  timeline_version: number;
  settings: Json;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  frames_done: Generated<number>;
  frames_total: number;
  /** Null unless it is not to begin before it is resumed. */
  paused_at: Date | null;
  sha256: string | null;
  report: JsonOrNull;
  error: JsonOrNull;
}

interface TemplateTable extends Owned, Deletable {
  id: string;
  project_id: string;
  name: string;
  description: string | null;
  thumbnail: string | null;
  tags: Json;
  content: Json;
  revision: Generated<number>;
  schema_version: Generated<number>;
}

interface EventTable {
  id: Generated<number>;
  /** Given at commit, so that numbers become visible in their order. */
  seq: ColumnType<number | null, never, never>;
  workspace_id: string;
  work_id: string | null;
  type: 'work' | 'scene' | 'take' | 'job' | 'export';
  data: Json;
  at: Moment;
}

interface AuditTable {
  id: Generated<number>;
  workspace_id: string | null;
  user_id: string | null;
  credential: string;
  verb: string;
  target: string | null;
  at: Moment;
}

interface MediaTable {
  sha256: string;
  size_bytes: number;
  mime: string;
  facts: JsonOrNull;
  schema_version: Generated<number>;
  created_at: Moment;
}

interface MediaReferenceTable {
  sha256: string;
  owner_kind: 'take' | 'asset' | 'work' | 'export' | 'user';
  owner_id: string;
  workspace_id: string;
  created_at: Moment;
}

interface SessionTable {
  id: string;
  user_id: string;
  workspace_id: string;
  user_agent: string;
  ip: string;
  created_at: Moment;
  last_used_at: Moment;
  expires_at: Moment;
  revoked_at: MomentOrNull;
}

/** Access and refresh tokens of a session, by the hash of what the client holds. */
interface SessionSecretTable {
  sha256: string;
  session_id: string;
  kind: 'access' | 'refresh';
  created_at: Moment;
  expires_at: Moment;
  /** Set when a refresh token was exchanged; seen again, the session is revoked. */
  used_at: MomentOrNull;
}

interface ApiTokenTable {
  id: string;
  workspace_id: string;
  user_id: string;
  name: string;
  token_prefix: string;
  sha256: string;
  scopes: Json;
  created_at: Moment;
  last_used_at: MomentOrNull;
  expires_at: MomentOrNull;
  revoked_at: MomentOrNull;
}

interface IdempotencyTable {
  user_id: string;
  operation: string;
  key: string;
  /** Hash of what was asked; the same key with another is refused. */
  fingerprint: string;
  job_id: string | null;
  status: number | null;
  answer: JsonOrNull;
  created_at: Moment;
}

interface UserMediaTable {
  id: string;
  workspace_id: string;
  created_by: string | null;
  sha256: string;
  filename: string;
  created_at: Moment;
  expires_at: Moment;
}

interface ProviderSettingTable {
  user_id: string;
  provider: string;
  workspace_id: string;
  sealed_key: string | null;
  sealed_key_id: string | null;
  /** The last characters of the key, to recognise it by. */
  key_hint: string | null;
  settings: Json;
  tested_at: MomentOrNull;
  test_result: JsonOrNull;
  schema_version: Generated<number>;
  created_at: Moment;
  updated_at: Moment;
}

interface LedgerTable {
  id: Generated<number>;
  workspace_id: string;
  user_id: string | null;
  token_id: string | null;
  project_id: string | null;
  work_id: string | null;
  generation_id: string;
  provider: string;
  model: string;
  role: Role;
  /** `reserve` and `release` add up to what is held, `spend` and `refund` to what was paid. */
  kind: 'reserve' | 'release' | 'spend' | 'refund';
  /** Positive for reserve and spend, negative for release and refund. */
  micro_usd: number;
  at: Moment;
}

interface BudgetTable {
  target_kind: 'user' | 'project' | 'work' | 'token';
  target_id: string;
  workspace_id: string;
  limit_micro_usd: number;
  /** What the limit is for: everything, the calendar month, the day; UTC. */
  period: 'total' | 'month' | 'day';
  created_at: Moment;
  updated_at: Moment;
}

interface VendorGateTable {
  account: string;
  tokens: number;
  refilled_at: Moment;
  /** The vendor asked to be left alone until then. */
  blocked_until: MomentOrNull;
}

/** Every table, as SQL sees it; the nouns beside this room turn rows into objects. */
export interface Tables {
  user: UserTable;
  workspace: WorkspaceTable;
  membership: MembershipTable;
  project: ProjectTable;
  work: WorkTable;
  scene: SceneTable;
  take: TakeTable;
  generation: GenerationTable;
  job: JobTable;
  asset: AssetTable;
  export: ExportTable;
  template: TemplateTable;
  event: EventTable;
  audit: AuditTable;
  media: MediaTable;
  media_reference: MediaReferenceTable;
  session: SessionTable;
  session_secret: SessionSecretTable;
  api_token: ApiTokenTable;
  idempotency: IdempotencyTable;
  user_media: UserMediaTable;
  provider_setting: ProviderSettingTable;
  ledger: LedgerTable;
  budget: BudgetTable;
  vendor_gate: VendorGateTable;
  /** Kysely's own, read to recognise a newer database. */
  kysely_migration: { name: string; timestamp: string };
}

/** A transaction of ours. */
export type Trx = Transaction<Tables>;
