import type { EditorState } from '#contract/editor-state.ts';
import { Problem } from '#contract/problems.ts';
import type { GeneratedScene, ScenarioScene } from '#contract/scene.ts';
import type { Work } from '#contract/work.ts';
import { editorStateOf } from '#domain/timeline/editor-state.ts';
import type { SceneRow } from '#store/scenes.ts';
import { getWorkView, type SceneView, type WorkView } from '#store/work-views.ts';
import type { WorkRow } from '#store/works.ts';
import { FILM_FPS } from '../film/film-frame.ts';
import { sceneMediaPath } from '../scenes/scene-media-path.ts';
import { statusOfScene } from '../scenes/status-of-scene.ts';
import type { World } from '../world.ts';
import { audioUrlOf } from './own-audio.ts';

/**
 * A stored work as clients see it, with what each scene shows now.
 *
 * @throws Problem `not_found` where it was deleted meanwhile
 */
export async function workOf(world: Pick<World, 'database'>, row: Pick<WorkRow, 'id'>): Promise<Work> {
  const view = await getWorkView(world.database.kysely, row.id);
  if (view === null) throw new Problem('not_found', { what: 'such work' });
  return workFromView(view);
}

/** What was read of a work, as clients see it. */
export function workFromView(view: WorkView): Work {
  const { work, inherited, scenes } = view;
  return {
    id: work.id,
    projectId: work.projectId,
    name: work.name,
    mode: work.mode,
    productName: work.productName,
    productDescription: work.productDescription,
    targetAudience: work.targetAudience,
    language: work.language,
    videoDuration: work.videoDurationS,
    sceneCount: work.sceneCount,
    selectedAssetIds: [...work.selectedAssetIds],
    assetUsageMode: work.assetUsageMode,
    resolution: { width: work.width, height: work.height },
    styleGuide: work.styleGuide,
    currentStep: work.currentStep,
    hasReferenceVideo: work.referenceSha256 !== null,
    systemPrompt: work.systemPrompt ?? inherited.systemPrompt,
    analyzerPrompt: work.analyzerPrompt ?? inherited.analyzerPrompt,
    imageSystemPrompt: work.imageSystemPrompt ?? inherited.imageSystemPrompt,
    videoSystemPrompt: work.videoSystemPrompt ?? inherited.videoSystemPrompt,
    analysis: work.analysis,
    scenes: scenes.map(scenarioSceneOf),
    generatedScenes: scenes.map((scene) => generatedSceneOf(view, scene)),
    editorState: editorStateOfWork(
      work,
      scenes.map((scene) => scene.id),
    ),
    createdAt: work.createdAt,
    updatedAt: work.updatedAt,
  };
}

/** The edit of a work as clients see it; before anything was edited it says what size a film will be, and its music. */
export function editorStateOfWork(
  work: Pick<WorkRow, 'id' | 'projectId' | 'timeline' | 'audioSha256' | 'width' | 'height'>,
  sceneIds: readonly string[],
): EditorState {
  if (work.timeline) return editorStateOf(work.timeline, sceneIds);
  return {
    ...(work.audioSha256 === null ? {} : { audioUrl: audioUrlOf(work) }),
    exportSettings: { width: work.width, height: work.height, fps: FILM_FPS.num / FILM_FPS.den },
  };
}

type Script = Pick<
  SceneRow,
  'id' | 'position' | 'durationS' | 'imagePrompt' | 'negativePrompt' | 'videoPrompt' | 'textOverlay' | 'transition'
>;

/** A stored scene as a line of the script. */
export function scenarioSceneOf(scene: Script): ScenarioScene {
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

function generatedSceneOf({ work, generations }: WorkView, scene: SceneView): GeneratedScene {
  const { imageTakeId, videoTakeId } = scene;
  const place = { projectId: work.projectId, workId: work.id, sceneIndex: scene.position };
  const own = generations.filter(({ sceneId }) => sceneId === scene.id);
  return {
    sceneIndex: scene.position,
    ...(imageTakeId === null
      ? {}
      : { imageUrl: sceneMediaPath(place, 'image'), imageTake: { id: imageTakeId, number: scene.imageTakeNumber } }),
    ...(videoTakeId === null
      ? {}
      : { videoUrl: sceneMediaPath(place, 'video'), videoTake: { id: videoTakeId, number: scene.videoTakeNumber } }),
    ...(scene.isApproved ? { approved: true } : {}),
    ...statusOfScene(
      { hasPicture: imageTakeId !== null, hasClip: videoTakeId !== null, lastError: scene.lastError },
      own,
    ),
  };
}
