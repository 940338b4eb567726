import { exampleExport, exampleIds, exampleProject } from './example-things.ts';
import type { ExamplesOf } from './example-of.ts';
import type { Export } from './export.ts';
import type { exportsOperations } from './operations/exports.ts';

const { projectId, workId, exportId } = exampleIds;
const { createdAt } = exampleProject;
const address = `/api/projects/${projectId}/works/${workId}/exports/${exportId}`;

const waiting: Export = {
  ...exampleExport,
  status: 'queued',
  framesDone: 0,
  ahead: null,
  startedAt: null,
  stage: null,
  stages: [],
  etaMs: null,
  segments: null,
};

/** Films made of works. */
export const exportExamples: ExamplesOf<typeof exportsOperations> = {
  exportClips: {
    body: {
      projectId,
      workId,
      clips: [{ sceneIndex: 0, position: 0, end: 4 }],
      texts: [
        {
          text: 'Cold for 24 hours',
          position: 0.5,
          end: 3.5,
          fontSize: 72,
          fontColor: '#ffffff',
          centerX: 0,
          centerY: 600,
        },
      ],
      options: { width: 1080, height: 1920, fps: 30 },
    },
  },
  startExport: {
    body: {
      quality: 'standard',
      frame: { width: 1080, height: 1080, fps: 30 },
      framing: 'blur',
      captions: 'file',
      posterFrame: 45,
    },
    answer: {
      ...exampleExport,
      status: 'queued',
      framesDone: 0,
      height: 1080,
      framing: 'blur',
      captions: 'file',
      ahead: 1,
      startedAt: null,
      stage: null,
      stages: [],
      etaMs: null,
      segments: null,
    },
  },
  estimateExport: {
    body: { quality: 'standard', captions: 'off' },
    answer: {
      width: 1080,
      height: 1920,
      fps: 30,
      framesTotal: 690,
      durationS: 23,
      segments: { total: 7, reused: 3, framesMissing: 410 },
      sizeBytes: { least: 15_200_000, most: 21_800_000 },
      renderS: { least: 14, most: 22 },
      freeBytes: 81_000_000_000,
      neededBytes: 120_000_000,
      notes: [],
    },
  },
  pauseExports: { answer: [{ ...waiting, isPaused: true }] },
  resumeExports: { answer: [{ ...waiting, ahead: 1 }] },
  listExports: { answer: [exampleExport] },
  getExport: {
    answer: {
      ...exampleExport,
      status: 'done',
      jobId: null,
      framesDone: 120,
      sizeBytes: 2_345_678,
      durationS: 4,
      url: `${address}/file`,
      finishedAt: createdAt + 9_400,
      stage: null,
      etaMs: null,
      segments: { total: 2, reused: 1, done: 1 },
      captionsUrl: `${address}/captions.srt`,
      posterUrl: `${address}/poster`,
      bundleUrl: `${address}/bundle.zip`,
    },
  },
  getExportFile: {},
  getExportSrt: {},
  getExportVtt: {},
  getExportPoster: {},
  getExportBundle: {},
  getFrame: {},
  cancelExport: { answer: { ...exampleExport, status: 'cancelled' } },
  deleteExport: {},
};
