import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { getAsset } from '#store/assets.ts';
import { getProject, type ProjectRow } from '#store/projects.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import { getWork, updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { ensureGeneration } from '../generation/ensure-generation.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import type { StoredScenarioRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { Waiting } from '../jobs/wait-for-job.ts';
import { analysisOfReference } from '../works/analysis-of-reference.ts';
import { checkDirectAssets } from '../works/check-direct-assets.ts';
import type { World } from '../world.ts';

/** Measures the reference video of a work and makes its colours and pace the work's own; done once. */
export async function ensureAnalysis(world: World, actor: Actor, work: WorkRow, waiting: Waiting): Promise<WorkRow> {
  if (!work.referenceSha256 || work.analysis) return work;
  const request = await analysisOfReference(world, work);
  await ensureGeneration(world, actor, await wanted(world, actor, 'vision', work, request), waiting);
  const analysed = await reread(world, work);
  if (!analysed.analysis) return analysed;
  const { color_palette, tempo } = analysed.analysis;
  const styleGuide = { ...analysed.styleGuide, color_palette: color_palette.slice(0, 8), tempo };
  return (await updateWork(world.database.kysely, work.id, { styleGuide }, { by: 'server' })) ?? analysed;
}

/** Writes the scenario of a work unless it has one. */
export async function ensureScenario(
  world: World,
  actor: Actor,
  work: WorkRow,
  options: { readonly seed: number; readonly choice?: ModelChoice },
  waiting: Waiting,
): Promise<readonly SceneRow[]> {
  const scenes = await listScenes(world.database.kysely, work.id);
  if (scenes.length > 0) return scenes;
  const request = await scenarioRequest(world, work, options.seed);
  await ensureGeneration(world, actor, await wanted(world, actor, 'llm', work, request, options.choice), waiting);
  return listScenes(world.database.kysely, work.id);
}

/** Starts the scenario of a work, in place of the one it may have; where the same is under way, that is the one. */
export async function startScenario(
  world: World,
  actor: Actor,
  work: WorkRow,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  await chooseFor(world, actor, 'llm', choice); // refused before anything is read
  const request = await scenarioRequest(world, work, freshSeed(world));
  return requestGeneration(world, actor, await wanted(world, actor, 'llm', work, request, choice), { join: true });
}

/** What the scenario of a work is written from. */
export async function scenarioRequest(
  world: Pick<World, 'database'>,
  work: WorkRow,
  seed: number,
): Promise<StoredScenarioRequest> {
  await checkDirectAssets(world.database.kysely, work);
  const project = await projectOfWork(world, work);
  const assets: StoredScenarioRequest['assets'] = [];
  for (const id of work.selectedAssetIds) {
    const asset = await getAsset(world.database.kysely, id);
    if (asset?.type === 'image') assets.push({ id, name: asset.name, description: asset.description ?? '' });
  }
  const direct = work.assetUsageMode === 'direct' && assets.length > 0;
  const sceneCount = direct ? assets.length : work.sceneCount;
  return {
    projectType: project.projectType,
    intent: {
      mode: work.mode ?? 'content_remix',
      ...(work.productName === null ? {} : { productName: work.productName }),
      ...(work.productDescription === null ? {} : { productDescription: work.productDescription }),
      ...(work.targetAudience === null ? {} : { targetAudience: work.targetAudience }),
      language: work.language ?? 'en',
      videoDurationS: work.videoDurationS ?? 15,
      ...(sceneCount === null ? {} : { sceneCount }),
    },
    systemPrompt: work.systemPrompt ?? project.systemPrompt,
    knowledge: project.knowledge,
    styleGuide: effectiveStyleGuide(project.styleGuide, work.styleGuide),
    analysis: work.analysis,
    assets,
    assetUsageMode: work.assetUsageMode ?? (assets.length > 0 ? 'reference' : null),
    seed,
  };
}

async function wanted(
  world: World,
  actor: Actor,
  role: 'vision' | 'llm',
  work: WorkRow,
  request: object,
  choice?: ModelChoice,
) {
  const chosen = await chooseFor(world, actor, role, choice);
  const inputs = { ...request, seed: null }; // another throw of the dice is not another question
  return { role, chosen, workId: work.id, sceneId: null, request, inputsHash: hashOf([role, inputs]) } as const;
}

async function projectOfWork(world: Pick<World, 'database'>, work: WorkRow): Promise<ProjectRow> {
  const project = await getProject(world.database.kysely, work.projectId);
  if (!project) throw new Error(`work ${work.id} outlives its project`);
  return project;
}

async function reread(world: World, work: WorkRow): Promise<WorkRow> {
  return (await getWork(world.database.kysely, work.id)) ?? work;
}
