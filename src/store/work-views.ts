import { sql } from 'kysely';
import { z } from 'zod';
import { GenerationState, Role } from '#contract/generation.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { fromJsonColumns } from './row.ts';
import { StoredError } from './stored-error.ts';
import { workFrom, type WorkRow } from './works.ts';

const SceneView = z.object({
  id: z.string(),
  position: z.int(),
  durationS: z.number(),
  imagePrompt: z.string(),
  negativePrompt: z.string(),
  videoPrompt: z.string(),
  textOverlay: z.string().nullable(),
  transition: z.string(),
  imageTakeId: z.string().nullable(),
  imageTakeNumber: z.int(),
  videoTakeId: z.string().nullable(),
  videoTakeNumber: z.int(),
  isApproved: z.boolean(),
  lastError: StoredError.nullable(),
});

const GenerationView = z.object({ sceneId: z.string(), role: Role, state: GenerationState });

/** Prompts of the project, for those the work has none of its own of. */
const Inherited = z.object({
  systemPrompt: z.string(),
  analyzerPrompt: z.string(),
  imageSystemPrompt: z.string(),
  videoSystemPrompt: z.string(),
});
type InheritedPrompts = z.infer<typeof Inherited>;

/** A scene as far as clients see it. */
export type SceneView = z.infer<typeof SceneView>;

/** Everything a client sees of a work. */
export interface WorkView {
  readonly work: WorkRow;
  readonly inherited: InheritedPrompts;
  readonly scenes: readonly SceneView[];
  /** Of scenes, the oldest first; without those that are done or cancelled, which leave no trace. */
  readonly generations: readonly z.infer<typeof GenerationView>[];
}

const View = z.object({
  work: z.record(z.string(), z.unknown()),
  inherited: Inherited,
  scenes: z.array(SceneView),
  generations: z.array(GenerationView),
});

/** A work with its scenes, what is being made of them and the prompts it inherits, in one question to the database. */
export async function getWorkView(db: Db, id: string): Promise<WorkView | null> {
  const { rows } = await sql<{ view: unknown }>`select work_view(${id}) as view`.execute(db);
  const found = rows[0]?.view ?? null;
  if (found === null) return null; // nor is a work there whose project is in the trash
  const { work, ...shown } = View.parse(found);
  return { ...shown, work: workFrom(fromJsonColumns<Tables['work']>(work)) };
}
