import type { GeneratedScene, ScenarioScene } from '#contract/scene.ts';
import type { Work } from '#contract/work.ts';
import { sceneStatus } from '#domain/pipeline.ts';
import { editorStateOf } from '#domain/timeline/editor-state.ts';
import { listGenerations, type GenerationRow } from '#store/generations.ts';
import { getProject } from '#store/projects.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from './world.ts';

/** A stored work as clients see it, with what each scene shows now. */
export async function workOf(world: Pick<World, 'database'>, row: WorkRow): Promise<Work> {
  const db = world.database.kysely;
  const project = await getProject(db, row.projectId);
  const scenes = await listScenes(db, row.id);
  const generations = await listGenerations(db, { workId: row.id });
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    mode: row.mode,
    productName: row.productName,
    productDescription: row.productDescription,
    targetAudience: row.targetAudience,
    language: row.language,
    videoDuration: row.videoDurationS,
    sceneCount: row.sceneCount,
    selectedAssetIds: [...row.selectedAssetIds],
    assetUsageMode: row.assetUsageMode,
    resolution: { width: row.width, height: row.height },
    styleGuide: row.styleGuide,
    currentStep: row.currentStep,
    hasReferenceVideo: row.referenceSha256 !== null,
    systemPrompt: row.systemPrompt ?? project?.systemPrompt ?? '',
    analyzerPrompt: row.analyzerPrompt ?? project?.analyzerPrompt ?? '',
    imageSystemPrompt: row.imageSystemPrompt ?? project?.imageSystemPrompt ?? '',
    videoSystemPrompt: row.videoSystemPrompt ?? project?.videoSystemPrompt ?? '',
    analysis: row.analysis,
    scenes: scenes.map(scenarioSceneOf),
    generatedScenes: scenes.map((scene) => generatedSceneOf(row, scene, generations)),
    editorState: row.timeline
      ? editorStateOf(
          row.timeline,
          scenes.map((scene) => scene.id),
        )
      : null,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** A stored scene as a line of the script. */
export function scenarioSceneOf(scene: SceneRow): ScenarioScene {
  return {
    id: scene.id,
    scene_index: scene.position,
    duration_seconds: scene.durationS,
    image_prompt: scene.imagePrompt,
    negative_prompt: scene.negativePrompt,
    video_prompt: scene.videoPrompt,
    ...(scene.textOverlay === null ? {} : { text_overlay: scene.textOverlay }),
    transition: scene.transition,
  };
}

function generatedSceneOf(work: WorkRow, scene: SceneRow, generations: readonly GenerationRow[]): GeneratedScene {
  const media = `/api/projects/${work.projectId}/works/${work.id}/media/scene/${scene.position}`;
  const own = generations.flatMap(({ sceneId, role, state }) =>
    sceneId === scene.id && (role === 'image' || role === 'video') ? [{ kind: role, state }] : [],
  );
  const failed = generations.findLast(({ sceneId, state }) => sceneId === scene.id && state === 'failed');
  return {
    sceneIndex: scene.position,
    ...(scene.pickedImageTakeId === null ? {} : { imageUrl: `${media}/image` }),
    ...(scene.pickedVideoTakeId === null ? {} : { videoUrl: `${media}/video` }),
    ...sceneStatus({
      hasPicture: scene.pickedImageTakeId !== null,
      hasClip: scene.pickedVideoTakeId !== null,
      generations: own,
      lastError: scene.lastError && {
        kind: failed?.role === 'video' ? 'video' : 'image',
        code: scene.lastError.code,
        message: scene.lastError.message,
      },
    }),
  };
}
