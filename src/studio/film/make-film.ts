import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { effectiveStyleGuide } from '#domain/prompts/effective-style-guide.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { getExport } from '#store/exports.ts';
import { listJobs } from '#store/jobs.ts';
import { getMedia } from '#store/media.ts';
import { getProject } from '#store/projects.ts';
import { listTakes } from '#store/takes.ts';
import { updateWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { sumCosts } from '../costs/sum-costs.ts';
import { exportNotes } from '../exports/export-notes.ts';
import { startExport } from '../exports/start-export.ts';
import { seedFrom } from '../hash-of.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import { waitForJob } from '../jobs/wait-for-job.ts';
import { ensureClip, ensurePicture } from '../scenes/ensure-scene.ts';
import { buildTimeline } from '../works/build-timeline.ts';
import type { World } from '../world.ts';
import type { FilmBrief, MadeFilm } from './film-brief.ts';
import { filmMeter, type FilmMeter } from './film-meter.ts';
import type { FilmProgress } from './film-progress.ts';
import { filmSound } from './film-sound.ts';
import { ensureAnalysis, ensureScenario } from './film-steps.ts';
import { openFilm } from './open-film.ts';

export type { FilmBrief, MadeFilm } from './film-brief.ts';

/** How the making is watched and stopped. */
export interface Making {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FilmProgress) => void;
}

/**
 * Makes a film from a brief, from the first word to the MP4 in the store.
 *
 * Every step first looks for what an earlier run of the same brief left, so that a run that was killed anywhere is taken
 * up there. When it is stopped it cancels what is under way; what is finished is kept.
 */
export async function makeFilm(world: World, brief: FilmBrief, making: Making): Promise<MadeFilm> {
  const actor = world.owner;
  const meter = filmMeter(world.clock, making.onProgress);
  meter.say('Reading the brief');
  const work = await openFilm(world, actor, brief);
  try {
    return await make(world, actor, work, brief, making.signal, meter);
  } catch (error) {
    if (making.signal.aborted) await cancelUnderWay(world, actor, work.id);
    throw making.signal.aborted ? new Problem('cancelled', {}, { cause: error }) : error;
  } finally {
    meter.stop();
  }
}

async function make(
  world: World,
  actor: Actor,
  opened: WorkRow,
  brief: FilmBrief,
  signal: AbortSignal,
  meter: FilmMeter,
): Promise<MadeFilm> {
  if (opened.referenceSha256) meter.say('Measuring the reference');
  const work = await ensureAnalysis(world, actor, opened, { signal, onProgress: meter.analysis });
  meter.analysis(1);
  meter.say('Writing the scenario');
  const scenes = await ensureScenario(world, actor, work, { seed: brief.seed }, { signal });
  meter.scenario(scenes.length);
  await makeScenes(world, actor, work, brief, scenes.length, signal, meter);

  meter.say('Laying out the film');
  const timeline = await layOut(world, actor, work, brief, signal);
  meter.say('Exporting');
  const { row, jobId } = await startExport(world, actor, { workId: work.id, timeline, quality: 'standard' });
  if (jobId) await waitForJob(world, jobId, { signal, onProgress: meter.export });
  meter.export(1);
  meter.say('Done');
  return describe(world, work, row.id, scenes.length, brief);
}

/** Pictures one after the other, because each looks at those before it; each clip as soon as its picture is there. */
async function makeScenes(
  world: World,
  actor: Actor,
  work: WorkRow,
  brief: FilmBrief,
  count: number,
  signal: AbortSignal,
  meter: FilmMeter,
): Promise<void> {
  const clips: Promise<unknown>[] = [];
  try {
    meter.say('Making pictures and clips');
    for (let sceneIndex = 0; sceneIndex < count; sceneIndex++) {
      const wanted = { workId: work.id, sceneIndex, seed: seedFrom(brief.seed, sceneIndex) };
      await ensurePicture(world, actor, wanted, { signal, onProgress: (done) => meter.picture(sceneIndex, done) });
      meter.picture(sceneIndex, 1);
      const clip = ensureClip(world, actor, wanted, {
        signal,
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
    meter.say('Making clips');
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
  brief: FilmBrief,
  signal: AbortSignal,
): Promise<Timeline> {
  const silent = await buildTimeline(world, work.id);
  const project = await getProject(world.database.kysely, work.projectId);
  const tempo = effectiveStyleGuide(project?.styleGuide ?? {}, work.styleGuide).tempo ?? 'medium';
  const durationS = framesToSeconds(outputLengthFrames(silent), silent.fps);
  const music = await filmSound(world, actor, work, brief, { durationS, tempo, scheme: schemeOf(silent), signal });
  const timeline = music ? await buildTimeline(world, work.id, { music }) : silent;
  await updateWork(world.database.kysely, work.id, { timeline, currentStep: 5 }, { by: 'server' });
  return timeline;
}

/** Light letters lie on dark pictures: the sound follows. */
function schemeOf({ texts }: Timeline): 'light' | 'dark' {
  const green = texts.map(({ fontColor }) => Number.parseInt(fontColor.slice(3, 5), 16));
  return green.filter((level) => level > 127).length * 2 > green.length ? 'dark' : 'light';
}

async function describe(
  world: World,
  work: WorkRow,
  exportId: string,
  sceneCount: number,
  brief: FilmBrief,
): Promise<MadeFilm> {
  const row = await getExport(world.database.kysely, exportId);
  const media = row?.sha256 ? await getMedia(world.database.kysely, row.sha256) : null;
  if (!row || !media) throw new Problem('media_missing', { sha256: row?.sha256 ?? exportId });
  const takes = await listTakes(world.database.kysely, { workId: work.id });
  return {
    projectId: work.projectId,
    workId: work.id,
    exportId,
    sha256: media.sha256,
    sizeBytes: media.sizeBytes,
    durationS: framesToSeconds(row.framesTotal, row.timeline.fps),
    width: row.timeline.width,
    height: row.timeline.height,
    sceneCount,
    costMicroUsd: sumCosts(takes.map((take) => take.costMicroUsd)),
    sound: brief.musicPath ? 'your music' : brief.sound === 'bed' ? 'our sound bed' : 'no sound',
    notes: exportNotes(row),
  };
}

async function cancelUnderWay(world: World, actor: Actor, workId: string): Promise<void> {
  const jobs = await listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    workId,
    status: ['queued', 'running'],
  });
  for (const job of jobs) await cancelJob(world, actor, job.id);
}
