import type { Input, Output } from '#contract/operation.ts';
import type { OperationId, Operations } from '#contract/operations.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { approveScene } from '#studio/approve-scene.ts';
import { cancelJob } from '#studio/cancel-job.ts';
import { createProject } from '#studio/create-project.ts';
import { createWork } from '#studio/create-work.ts';
import { editOf } from '#studio/edit-of.ts';
import { exportOf } from '#studio/export-of.ts';
import { ensureScenario } from '#studio/film-steps.ts';
import { findJob } from '#studio/find-job.ts';
import { findProject } from '#studio/find-project.ts';
import { findScene } from '#studio/find-scene.ts';
import { findWork } from '#studio/find-work.ts';
import { generateScene } from '#studio/generate-scene.ts';
import { jobOf } from '#studio/job-of.ts';
import { listExports } from '#studio/list-exports.ts';
import { listJobs } from '#studio/list-jobs.ts';
import { listProjects } from '#studio/list-projects.ts';
import { listProviders } from '#studio/list-providers.ts';
import { listTakes } from '#studio/list-takes.ts';
import { listWorks } from '#studio/list-works.ts';
import { exportFile, sceneMedia } from '#studio/open-media.ts';
import { projectOf } from '#studio/project-of.ts';
import { startExport } from '#studio/start-export.ts';
import { freshSeed, startImages, startVideo, startVideos } from '#studio/start-generations.ts';
import { scenarioSceneOf, workOf } from '#studio/work-of.ts';
import type { World } from '#studio/world.ts';
import { openapiDocument } from './openapi.ts';
import { version } from './version.ts';

/** Answers an operation: parsed input in, output of its schema out. */
type Handler<K extends OperationId> = (
  world: World,
  actor: Actor,
  input: Input<Operations[K]>,
) => Promise<Output<Operations[K]>> | Output<Operations[K]>;

/** Any of them, for the loop that has parsed the input by the operation's own schema. */
export type AnyHandler = (world: World, actor: Actor, input: object) => unknown;

const WAIT_MS = 15 * 60_000; // DESIGN.md section 8, point 11: then 504, and the job goes on

const waiting = () => ({ signal: AbortSignal.timeout(WAIT_MS + 60_000), timeoutMs: WAIT_MS });

/** One handler an operation; a missing one does not compile. */
export const handlers: { readonly [K in OperationId]: Handler<K> } = {
  getHealth: () => ({ status: 'ok', version }),
  getReady: async (world, actor) => {
    await listJobs(world, actor, {}); // a question that reaches the tables
    return { status: 'ready', database: world.database.engine, ffmpeg: world.ffmpeg.version };
  },
  getOpenapi: () => openapiDocument(version),
  listProviders: (world) => listProviders(world.providers),

  listProjects: (world, actor) => listProjects(world, actor),
  createProject: (world, actor, fields) => createProject(world, actor, fields),
  getProject: async (world, actor, { projectId }) => projectOf(await findProject(world, actor, projectId)),

  listWorks: (world, actor, { projectId }) => listWorks(world, actor, projectId),
  createWork: (world, actor, { projectId, ...fields }) => createWork(world, actor, projectId, fields),
  getWork: async (world, actor, input) => workOf(world, await findWork(world, actor, input)),
  writeScenario: async (world, actor, input) => {
    const work = await findWork(world, actor, input);
    const scenes = await ensureScenario(world, actor, work, { seed: freshSeed(world), again: true }, waiting());
    return { scenes: scenes.map(scenarioSceneOf) };
  },
  generateScene: async (world, actor, { workId, sceneIndex, projectId }) => {
    await generateScene(world, actor, { workId, sceneIndex }, waiting());
    const media = `/api/projects/${projectId}/works/${workId}/media/scene/${sceneIndex}`;
    return { imageUrl: `${media}/image`, videoUrl: `${media}/video` };
  },
  generateImages: async (world, actor, { workId }) => ({ jobs: await startImages(world, actor, workId) }),
  generateVideos: async (world, actor, { workId }) => ({ jobs: await startVideos(world, actor, workId) }),
  approveScene: async (world, actor, { workId, sceneIndex, animate }) => {
    const scene = await approveScene(world, await findScene(world, workId, sceneIndex));
    if (!scene.approvedTakeId) throw new Problem('scene_has_no_picture', { scene: sceneIndex + 1 });
    const started = animate ? await startVideo(world, actor, workId, scene) : null;
    return { takeId: scene.approvedTakeId, jobId: started?.jobId ?? null };
  },
  listTakes: (world, _, { workId, sceneIndex }) => listTakes(world, workId, sceneIndex),
  getSceneImage: (world, _, scene) => sceneMedia(world, scene, 'image'),
  getSceneVideo: (world, _, scene) => sceneMedia(world, scene, 'video'),

  startExport: async (world, actor, { projectId, workId, quality }) => {
    const timeline = await editOf(world, await findWork(world, actor, { projectId, workId }));
    const { row, jobId } = await startExport(world, actor, { workId, timeline, quality: quality ?? 'standard' });
    return exportOf(world, row, { projectId, job: jobId === null ? null : { id: jobId, progress: 0 } });
  },
  listExports: (world, actor, input) => listExports(world, actor, input),
  getExportFile: (world, _, input) => exportFile(world, input),

  listJobs: (world, actor, filter) => listJobs(world, actor, filter),
  getJob: async (world, actor, { jobId }) => jobOf(await findJob(world, actor, jobId)),
  cancelJob: async (world, actor, { jobId }) => jobOf(await cancelJob(world, actor, jobId)),
};
