import { z } from 'zod';
import { Export, ExportQuality } from './export.ts';
import { idSchema } from './ids.ts';
import { Job, JobStatus } from './job.ts';
import { operation, type Operation } from './operation.ts';
import { Project, ProjectFields, ProjectSummary } from './project.ts';
import { ProviderInfo } from './provider-info.ts';
import { ScenarioScene } from './scene.ts';
import { Take } from './take.ts';
import { Work, WorkFields, WorkSummary } from './work.ts';

const inProject = z.object({ projectId: idSchema('project') });
const inWork = inProject.extend({ workId: idSchema('work') });
const inScene = inWork.extend({
  sceneIndex: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a place from 0 to 999')
    .transform(Number),
});
const jobStarted = z.object({ jobId: idSchema('job') });

const json = <S extends z.ZodType, N extends 200 | 201 | 202 = 200>(schema: S, status = 200 as N) =>
  ({ kind: 'json', status, schema }) as const;

/** Every operation there is, in one table; the only list. */
export const operations = {
  getHealth: operation({
    method: 'GET',
    path: '/health',
    access: 'open',
    summary: 'Say that the process is alive.',
    answer: json(z.object({ status: z.literal('ok'), version: z.string() })),
  }),
  getReady: operation({
    method: 'GET',
    path: '/ready',
    access: 'open',
    summary: 'Say whether the database answers and FFmpeg was found.',
    answer: json(z.object({ status: z.literal('ready'), database: z.string(), ffmpeg: z.string() })),
    problems: ['ffmpeg_missing'],
  }),
  getOpenapi: operation({
    method: 'GET',
    path: '/openapi.json',
    access: 'open',
    summary: 'Describe every operation as OpenAPI 3.1.',
    answer: json(z.record(z.string(), z.unknown())),
  }),
  listProviders: operation({
    method: 'GET',
    path: '/providers',
    access: 'open',
    summary: 'List the engines and their models, by role.',
    answer: json(z.array(ProviderInfo)),
  }),

  listProjects: operation({
    method: 'GET',
    path: '/projects',
    access: 'projects:read',
    summary: 'List the projects.',
    answer: json(z.array(ProjectSummary)),
  }),
  createProject: operation({
    method: 'POST',
    path: '/projects',
    access: 'projects:write',
    summary: 'Create a project; its type fills what is left out.',
    body: ProjectFields,
    answer: json(Project, 201),
  }),
  getProject: operation({
    method: 'GET',
    path: '/projects/{projectId}',
    access: 'projects:read',
    summary: 'Get a project.',
    params: inProject,
    answer: json(Project),
  }),

  listWorks: operation({
    method: 'GET',
    path: '/projects/{projectId}/works',
    access: 'works:read',
    summary: 'List the works of a project.',
    params: inProject,
    answer: json(z.array(WorkSummary)),
  }),
  createWork: operation({
    method: 'POST',
    path: '/projects/{projectId}/works',
    access: 'works:write',
    summary: 'Create a work from a brief.',
    params: inProject,
    body: WorkFields,
    answer: json(Work, 201),
  }),
  getWork: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}',
    access: 'works:read',
    summary: 'Get a whole work: scenes, what they show, the edit.',
    params: inWork,
    answer: json(Work),
  }),
  writeScenario: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenario',
    access: 'ai:generate',
    summary: 'Write the scenario of a work and save it.',
    params: inWork,
    answer: json(z.object({ scenes: z.array(ScenarioScene) })),
    problems: ['provider_transient', 'still_running', 'cancelled'],
  }),
  generateScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/scene/{sceneIndex}',
    access: 'ai:generate',
    summary: 'Make the picture of a scene, then its clip.',
    params: inScene,
    answer: json(z.object({ imageUrl: z.string(), videoUrl: z.string() })),
    problems: ['provider_transient', 'still_running', 'cancelled'],
  }),
  generateImages: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/images',
    access: 'ai:generate',
    summary: 'Start the picture of every scene that has none.',
    params: inWork,
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    problems: ['work_has_no_scenes'],
  }),
  generateVideos: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/videos',
    access: 'ai:generate',
    summary: 'Start the clip of every approved scene that has none.',
    params: inWork,
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    problems: ['work_has_no_scenes'],
  }),
  approveScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/approve',
    access: 'works:write',
    summary: 'Approve the picture a scene shows; `animate` also starts its clip.',
    params: inScene,
    body: z.strictObject({ animate: z.boolean().optional() }),
    answer: json(z.object({ takeId: idSchema('take'), jobId: idSchema('job').nullable() })),
    problems: ['scene_has_no_picture'],
  }),
  listTakes: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes',
    access: 'works:read',
    summary: 'List every take of a scene, newest first.',
    params: inScene,
    answer: json(z.array(Take)),
  }),
  getSceneImage: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/image',
    access: 'works:read',
    summary: 'Get the picture a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'image/*' },
  }),
  getSceneVideo: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/video',
    access: 'works:read',
    summary: 'Get the clip a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'video/*' },
  }),

  startExport: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports',
    access: 'works:write',
    summary: 'Render the edit of a work to an MP4; the file is kept.',
    params: inWork,
    body: z.strictObject({ quality: ExportQuality.optional() }),
    answer: json(Export, 202),
    problems: ['work_has_no_scenes'],
  }),
  listExports: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports',
    access: 'works:read',
    summary: 'List the exports of a work, newest first.',
    params: inWork,
    answer: json(z.array(Export)),
  }),
  getExportFile: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/file',
    access: 'works:read',
    summary: 'Download an exported MP4.',
    params: inWork.extend({ exportId: idSchema('export') }),
    answer: { kind: 'file', mime: 'video/mp4' },
  }),

  listJobs: operation({
    method: 'GET',
    path: '/jobs',
    access: 'works:read',
    summary: 'List jobs, newest first.',
    query: z.strictObject({ workId: idSchema('work').optional(), status: JobStatus.optional() }),
    answer: json(z.array(Job)),
  }),
  getJob: operation({
    method: 'GET',
    path: '/jobs/{jobId}',
    access: 'works:read',
    summary: 'Get a job: its state, progress, result or error.',
    params: z.object({ jobId: idSchema('job') }),
    answer: json(Job),
  }),
  cancelJob: operation({
    method: 'POST',
    path: '/jobs/{jobId}/cancel',
    access: 'works:write',
    summary: 'Cancel a job; the scene goes back to the best it has.',
    params: z.object({ jobId: idSchema('job') }),
    answer: json(Job),
  }),
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
