import type { Timeline } from '#contract/timeline.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { getProject } from '#store/projects.ts';
import { updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { exportSettings } from '../exports/export-settings.ts';
import { startExport } from '../exports/start-export.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { seedFrom } from '../hash-of.ts';
import { waitForJob, type Waiting } from '../jobs/wait-for-job.ts';
import { ensureClip, ensurePicture } from '../scenes/ensure-scene.ts';
import { buildTimeline } from '../works/build-timeline.ts';
import type { World } from '../world.ts';
import type { FilmBrief } from './film-brief.ts';
import type { FilmMeter } from './film-meter.ts';
import { filmSound } from './film-sound.ts';
import { ensureAnalysis, ensureScenario } from './film-steps.ts';

/** The step whose screen shows scenes that are being made. */
export const STEP_OF_BOARD = 4;

/** How a film is made of its work. */
export interface FilmPlan extends Pick<FilmBrief, 'seed' | 'sound' | 'musicPath'> {
  /** Who makes it, in every role; left out: as the user has set. */
  readonly choice?: ModelChoice;
  /** The step its user is at when it is there. */
  readonly currentStep: number;
  /** The edit as an earlier run left it, to be exported as it is. */
  readonly timeline?: Timeline | null;
}

/** Which export the film is, and of how many scenes. */
export interface FinishedFilm {
  readonly exportId: string;
  readonly durationS: number;
  readonly sceneCount: number;
}

/**
 * Goes from a work to its film, from wherever it stands: every step looks first for what an earlier run left.
 *
 * @throws the Problem of the step that failed; the signal's reason when it is aborted
 */
export async function finishFilm(
  world: World,
  actor: Actor,
  opened: WorkRow,
  plan: FilmPlan,
  meter: FilmMeter,
  waiting: Pick<Waiting, 'signal' | 'onJob'>,
): Promise<FinishedFilm> {
  if (opened.referenceSha256) meter.begin('reference');
  const work = await ensureAnalysis(world, actor, opened, { ...waiting, onProgress: meter.analysis });
  meter.analysis(1);
  meter.begin('script');
  const scenes = await ensureScenario(world, actor, work, plan, waiting);
  meter.scenario(scenes.length);
  await updateWork(world.database.kysely, work.id, { currentStep: STEP_OF_BOARD }, { by: 'server' });
  await makeScenes(world, actor, work, plan, scenes.length, meter, waiting);

  meter.begin('edit');
  const timeline = plan.timeline ?? (await layOut(world, actor, work, plan, waiting.signal));
  meter.begin('export');
  const settings = exportSettings({ quality: 'standard' });
  const { row, jobId } = await startExport(world, actor, { workId: work.id, timeline, settings });
  if (jobId) {
    waiting.onJob?.(jobId);
    await waitForJob(world, jobId, { ...waiting, onProgress: meter.export });
  }
  meter.export(1);
  meter.begin('done');
  const durationS = framesToSeconds(row.framesTotal, row.timeline.fps);
  return { exportId: row.id, durationS, sceneCount: scenes.length };
}

/** Pictures one after the other, because each looks at those before it; each clip as soon as its picture is there. */
async function makeScenes(
  world: World,
  actor: Actor,
  work: WorkRow,
  plan: FilmPlan,
  count: number,
  meter: FilmMeter,
  waiting: Pick<Waiting, 'signal' | 'onJob'>,
): Promise<void> {
  const { seed, choice } = plan;
  const clips: Promise<unknown>[] = [];
  try {
    meter.begin('pictures');
    for (let sceneIndex = 0; sceneIndex < count; sceneIndex++) {
      const wanted = { workId: work.id, sceneIndex, seed: seedFrom(seed, sceneIndex), ...(choice && { choice }) };
      await ensurePicture(world, actor, wanted, { ...waiting, onProgress: (done) => meter.picture(sceneIndex, done) });
      meter.picture(sceneIndex, 1);
      const clip = ensureClip(world, actor, wanted, {
        ...waiting,
        onProgress: (done) => meter.clip(sceneIndex, done),
      }).then(
        () => meter.clip(sceneIndex, 1),
        (error: unknown) => {
          meter.failed(sceneIndex);
          throw error;
        },
      );
      clip.catch(() => {}); // looked at below, when all of them have ended
      clips.push(clip);
    }
    meter.begin('clips');
    await Promise.all(clips);
  } finally {
    await Promise.allSettled(clips);
  }
}

/** The edit of the film; kept on the work, so that opening it in the editor shows what was exported. */
async function layOut(
  world: World,
  actor: Actor,
  work: WorkRow,
  plan: FilmPlan,
  signal: AbortSignal,
): Promise<Timeline> {
  const silent = await buildTimeline(world, work.id);
  const project = await getProject(world.database.kysely, work.projectId);
  const tempo = effectiveStyleGuide(project?.styleGuide ?? {}, work.styleGuide).tempo ?? 'medium';
  const durationS = framesToSeconds(outputLengthFrames(silent), silent.fps);
  const music = await filmSound(world, actor, work, plan, { durationS, tempo, scheme: schemeOf(silent), signal });
  const timeline = music ? await buildTimeline(world, work.id, { music }) : silent;
  const own = music && music.assetId === undefined ? { audioSha256: music.sha256 } : {};
  const patch = { ...own, timeline, currentStep: plan.currentStep };
  await updateWork(world.database.kysely, work.id, patch, { by: 'server' });
  return timeline;
}

/** Light letters lie on dark pictures: the sound follows. */
function schemeOf({ texts }: Timeline): 'light' | 'dark' {
  const green = texts.map(({ fontColor }) => Number.parseInt(fontColor.slice(3, 5), 16));
  return green.filter((level) => level > 127).length * 2 > green.length ? 'dark' : 'light';
}
