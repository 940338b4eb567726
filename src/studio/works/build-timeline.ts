import type { Fps } from '#contract/fps.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline, MediaRef } from '#contract/timeline.ts';
import { RecipeHints } from '#contract/type-hint.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { timelineFromScenario, type SceneToPlace } from '#domain/timeline/from-scenario.ts';
import { getProject } from '#store/projects.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import { getTakes, type TakeRow } from '#store/takes.ts';
import { getWork } from '#store/works.ts';
import { FILM_FPS } from '../film/film-frame.ts';
import type { World } from '../world.ts';

/** The sides and the rate of a film. */
type FilmFrame = Pick<Timeline, 'width' | 'height' | 'fps'>;

/**
 * The first edit of a work: every scene's picked clip in order, with the scenario's transitions and words.
 *
 * A scene without a clip shows its picture, so that one failed clip never costs the film; one without either is a problem,
 * unless the edit is only `asFarAsThereIs` something to show: then there may be no clip in it at all.
 *
 * @throws Problem `work_has_no_scenes`, `scene_has_no_picture`
 */
export async function buildTimeline(
  world: Pick<World, 'database'>,
  workId: string,
  wanted: {
    readonly music?: MediaRef | undefined;
    readonly frame?: FilmFrame | undefined;
    readonly asFarAsThereIs?: boolean;
  } = {},
): Promise<Timeline> {
  const db = world.database.kysely;
  const work = await getWork(db, workId);
  const project = work && (await getProject(db, work.projectId));
  if (!work || !project) throw new Problem('not_found', { what: 'such work' });
  const scenes = await listScenes(db, workId);
  if (scenes.length === 0 && !wanted.asFarAsThereIs) throw new Problem('work_has_no_scenes');
  const placed: SceneToPlace[] = [];
  const { width, height, fps } = wanted.frame ?? { width: work.width, height: work.height, fps: FILM_FPS };
  const picked = scenes.flatMap(({ pickedImageTakeId, pickedVideoTakeId }) => [pickedImageTakeId, pickedVideoTakeId]);
  const takeIds = picked.filter((id) => id !== null);
  const takes = await getTakes(db, takeIds); // one question for all
  for (const scene of scenes) {
    const found = sceneToPlace(scene, takes, fps);
    if (found !== null) placed.push(found);
    else if (!wanted.asFarAsThereIs) throw new Problem('scene_has_no_picture', { sceneIndex: scene.position });
  }
  return timelineFromScenario({
    scenes: placed,
    fps,
    width,
    height,
    tempo: effectiveStyleGuide(project.styleGuide, work.styleGuide).tempo,
    music: wanted.music,
  });
}

function sceneToPlace(scene: SceneRow, takes: ReadonlyMap<string, TakeRow>, fps: Fps): SceneToPlace | null {
  const picture = takes.get(scene.pickedImageTakeId ?? '');
  const clip = takes.get(scene.pickedVideoTakeId ?? '');
  const shown = clip ?? picture;
  if (!shown) return null;
  const hints = RecipeHints.safeParse(picture?.recipe ?? clip?.recipe);
  return {
    id: scene.id,
    durationS: scene.durationS,
    transition: scene.transition,
    textOverlay: scene.textOverlay ?? undefined,
    clip: { media: { sha256: shown.sha256, kind: shown.kind, takeId: shown.id }, frameCount: framesOf(shown, fps) },
    typeHint: hints.success ? hints.data.typeHint : undefined,
  };
}

/** Frames of a take counted at this rate. */
function framesOf({ facts }: TakeRow, fps: Fps): number {
  const sameRate = facts.fps && facts.fps.num * fps.den === fps.num * facts.fps.den;
  if (sameRate && facts.frameCount !== null) return facts.frameCount;
  return facts.durationS === null ? 0 : Math.floor((facts.durationS * fps.num) / fps.den + 1e-6);
}
