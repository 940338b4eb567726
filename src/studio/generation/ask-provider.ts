import { z } from 'zod';
import type { AnalysisResult } from '#contract/analysis.ts';
import { Problem } from '#contract/problems.ts';
import { StyleGuide } from '#contract/style-guide.ts';
import type * as provided from '#providers/provider.ts';
import type {
  MediaInput,
  MediaOutput,
  ProposalRequest,
  Provider,
  ProviderContext,
  ProviderError,
  RewrittenScene,
  Submitted,
  WrittenScene,
} from '#providers/provider.ts';
import type { GenerationRow } from '#store/generations.ts';
import { listScenes } from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import { describe } from '../assets/describe-media.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';
import {
  StoredAnalysisRequest,
  StoredDescriptionRequest,
  StoredImageRequest,
  StoredProposalRequest,
  StoredScenarioRequest,
  StoredStyleRequest,
  StoredVideoRequest,
  type StoredMedia,
} from './generation-request.ts';
import { receiptAdapter } from './generation-run.ts';

/** What a provider gave back, by what is to be kept of it; a cost that it does not tell is null. */
export type Answer =
  | { readonly kind: 'receipt'; readonly receipt: provided.Receipt }
  | { readonly kind: 'media'; readonly outputs: readonly MediaOutput[]; readonly costMicroUsd: number | null }
  | { readonly kind: 'scenario'; readonly scenes: readonly WrittenScene[]; readonly costMicroUsd: number | null }
  | {
      readonly kind: 'proposal';
      readonly scenes: readonly RewrittenScene[];
      readonly notes: readonly string[];
      readonly costMicroUsd: number | null;
    }
  | { readonly kind: 'style'; readonly styleGuide: StyleGuide; readonly costMicroUsd: number | null }
  | {
      readonly kind: 'description';
      readonly assetId: string;
      readonly description: string;
      readonly costMicroUsd: number | null;
    }
  | { readonly kind: 'analysis'; readonly analysis: AnalysisResult; readonly costMicroUsd: number | null };

/** Makes the one call of a claimed generation, by its role. */
export async function askProvider(
  world: Pick<World, 'database' | 'files'>,
  provider: Provider,
  generation: Pick<GenerationRow, 'id' | 'role' | 'model' | 'request' | 'workId'>,
  context: ProviderContext,
): Promise<Answer> {
  const model = generation.model;
  switch (generation.role) {
    case 'llm': {
      const adapter = need(provider.scenario, provider, 'llm');
      const style = StoredStyleRequest.safeParse(generation.request);
      if (style.success) {
        const extract = need(adapter.extractStyleGuide?.bind(adapter), provider, 'llm');
        const found = await extract(style.data, { ...context, model });
        return {
          kind: 'style',
          styleGuide: StyleGuide.parse(found.styleGuide),
          costMicroUsd: found.costMicroUsd ?? null,
        };
      }
      const proposal = StoredProposalRequest.safeParse(generation.request);
      if (proposal.success) {
        const propose = need(adapter.propose?.bind(adapter), provider, 'llm');
        const {
          scenes,
          notes = [],
          costMicroUsd = null,
        } = await propose(proposalOf(proposal.data), { ...context, model });
        return { kind: 'proposal', scenes, notes, costMicroUsd };
      }
      const request = StoredScenarioRequest.parse(generation.request);
      const written = await adapter.write(defined(request), { ...context, model });
      return { kind: 'scenario', scenes: written.scenes, costMicroUsd: written.costMicroUsd ?? null };
    }
    case 'vision': {
      const adapter = need(provider.vision, provider, 'vision');
      const asked = StoredDescriptionRequest.safeParse(generation.request);
      if (asked.success)
        return describe(adapter, asked.data, await mediaInput(world, asked.data.media), { ...context, model });
      const request = StoredAnalysisRequest.parse(generation.request);
      const found = await adapter.analyzeVideo(
        { video: await mediaInput(world, request.video), prompt: request.prompt },
        { ...context, model },
      );
      return { kind: 'analysis', analysis: found.analysis, costMicroUsd: found.costMicroUsd ?? null };
    }
    case 'image': {
      const adapter = need(provider.image, provider, 'image');
      const { picks: _, ...request } = StoredImageRequest.parse(generation.request);
      const references = await Promise.all(request.references.map((reference) => mediaInput(world, reference)));
      const earlierRecipes = await recipesBefore(world, generation.workId, request.scene.sceneIndex);
      const scene = { ...defined(request.scene), earlierRecipes };
      return answerOf(
        await adapter.submit({ ...request, generationId: generation.id, model, references, scene }, context),
      );
    }
    case 'video': {
      const adapter = need(provider.video, provider, 'video');
      const { picks: _, lastImage: last, ...request } = StoredVideoRequest.parse(generation.request);
      const image = await mediaInput(world, request.image);
      const pictures = { image, ...(last === undefined ? {} : { lastImage: await mediaInput(world, last) }) };
      const references = await Promise.all(request.references.map((reference) => mediaInput(world, reference)));
      const scene = defined(request.scene);
      return answerOf(
        await adapter.submit(
          { ...request, generationId: generation.id, model, ...pictures, references, scene },
          context,
        ),
      );
    }
    default:
      return generation.role satisfies never;
  }
}

/** A stored request in a provider's words. */
function proposalOf({ wish, attempt, sceneIndex, scenes, refused, brief }: StoredProposalRequest): ProposalRequest {
  const before = defined(refused).map(({ scene_index: place, ...scene }) => ({ ...scene, place }));
  return { ask: wish, attempt, sceneIndex, scenes: defined(scenes), refused: before, brief: defined(brief) };
}

/** What the scenes before this one look like, in order, so that a film hangs together without repeating itself. */
async function recipesBefore(
  world: Pick<World, 'database'>,
  workId: string | null,
  sceneIndex: number,
): Promise<unknown[]> {
  if (workId === null) return [];
  const scenes = await listScenes(world.database.kysely, workId);
  const recipes: unknown[] = [];
  for (const scene of scenes.slice(0, sceneIndex)) {
    const take = scene.pickedImageTakeId ? await getTake(world.database.kysely, scene.pickedImageTakeId) : null;
    if (take?.recipe != null) recipes.push(take.recipe);
  }
  return recipes;
}

/** What a receipt brought: the answer, or what became of the task. */
export type Polled =
  | Exclude<Answer, { kind: 'receipt' }>
  | { readonly kind: 'pending'; readonly pollAfterMs: number; readonly progress?: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'lost' };

/**
 * Asks a vendor about a receipt; free, and safe to repeat.
 *
 * @throws ProviderError where the vendor says that the task failed, and where the question itself failed
 */
export async function pollProvider(
  provider: Provider,
  generation: GenerationRow,
  context: ProviderContext,
): Promise<Polled> {
  const adapter = receiptAdapter(provider, generation);
  const poll = need(adapter.poll?.bind(adapter), provider, generation.role);
  const state = await poll(receiptOf(generation), context);
  switch (state.status) {
    case 'pending':
      if (state.progress !== undefined) context.progress(state.progress);
      return {
        kind: 'pending',
        pollAfterMs: state.pollAfterMs,
        ...(state.progress === undefined ? {} : { progress: state.progress }),
      };
    case 'done':
      return { kind: 'media', outputs: state.outputs, costMicroUsd: state.costMicroUsd ?? null };
    case 'failed':
      throw new TaskFailed(state.error, state.costMicroUsd);
    case 'cancelled':
    case 'lost':
      return { kind: state.status };
    default:
      return state satisfies never;
  }
}

/** The vendor's own word that a task failed; everything else that goes wrong while asking is no verdict. */
export class TaskFailed extends Error {
  readonly reason: ProviderError;
  /** What was paid all the same. */
  readonly costMicroUsd: number | null;

  constructor(reason: ProviderError, costMicroUsd: number | undefined) {
    super(reason.message, { cause: reason });
    this.reason = reason;
    this.costMicroUsd = costMicroUsd ?? reason.facts.costMicroUsd ?? null;
  }
}

/** The receipt of a generation, as its adapter gave it. */
export function receiptOf({ receipt }: Pick<GenerationRow, 'receipt'>): provided.Receipt {
  return Receipt.parse(receipt);
}

const Receipt = z.object({
  v: z.literal(1),
  provider: z.string(),
  model: z.string(),
  id: z.string(),
  submittedAt: z.number(),
  extra: z.record(z.string(), z.string()).exactOptional(),
});

function need<A>(adapter: A | undefined, provider: Provider, role: string): A {
  if (!adapter) throw new Problem('unknown_provider', { provider: provider.id, role });
  return adapter;
}

function answerOf(submitted: Submitted): Answer {
  return submitted.status === 'done'
    ? { kind: 'media', outputs: submitted.outputs, costMicroUsd: submitted.costMicroUsd ?? null }
    : { kind: 'receipt', receipt: submitted.receipt };
}

async function mediaInput(world: Pick<World, 'database' | 'files'>, media: StoredMedia): Promise<MediaInput> {
  if (!(await isWhole(world, media.sha256))) throw new Problem('media_missing', { sha256: media.sha256 });
  const take = media.takeId ? await getTake(world.database.kysely, media.takeId) : null;
  return {
    path: world.files.pathOf(media.sha256),
    mime: media.mime,
    sha256: media.sha256,
    ...(media.name === undefined ? {} : { name: media.name }),
    ...(media.description === undefined ? {} : { description: media.description }),
    ...(take?.recipe == null ? {} : { recipe: take.recipe }),
  };
}

type Defined<T> = T extends (infer Item)[]
  ? Defined<Item>[]
  : T extends object
    ? { [K in keyof T]: Defined<Exclude<T[K], undefined>> }
    : T;

/** zod types an optional field as possibly `undefined`; what was read from JSON leaves it out, as a provider expects. */
function defined<T>(value: T): Defined<T> {
  return value as Defined<T>;
}
