import type { ExamplesOf } from './example-of.ts';
import type { OperationId, Operations } from './operations.ts';
import {
  exampleAnalysis,
  exampleAsset,
  exampleContent,
  exampleEdit,
  exampleIds,
  exampleJob,
  exampleProject,
  exampleScene,
  exampleSetting,
  exampleShown,
  exampleStyle,
  exampleTake,
  exampleTemplate,
  exampleToken,
  exampleUser,
  exampleWork,
} from './example-things.ts';
import { costExamples } from './cost-examples.ts';
import { exportExamples } from './export-examples.ts';
import { sceneExamples } from './scene-examples.ts';
import { trashExamples } from './trash-examples.ts';

const { projectId, workId, assetId, templateId, mediaId, sessionId } = exampleIds;
const { createdAt, updatedAt } = exampleProject;
const media = `/api/media/${mediaId}`;
const tokens = { accessToken: 'swa_Zk3…', refreshToken: 'swr_p8Q…' };
const scenes = { scenes: [exampleScene] };
const imageUrl = exampleShown.imageUrl ?? '';
const videoUrl = exampleShown.videoUrl ?? '';

/** One for each operation, for the documentation; an operation without one does not compile. */
export const examples: ExamplesOf<Operations> = {
  getHealth: { answer: { status: 'ok', version: '0.1.0' } },
  getReady: { answer: { status: 'ready', database: 'embedded', ffmpeg: '7.1' } },
  getOpenapi: { answer: { openapi: '3.1.0', info: { title: 'Scenewright', version: '0.1.0' }, paths: {} } },
  getDocs: {},
  listProviders: {
    answer: [
      {
        id: 'local',
        name: 'This machine',
        category: 'image',
        description: 'Draws pictures here, without a key.',
        keyless: true,
        takesKey: false,
        needsKey: false,
        vendor: 'local',
        onlyListedModels: true,
        models: [
          { id: 'local-painter', name: 'Painter', description: 'Free and at once.', prices: [], isRetired: false },
        ],
      },
    ],
  },

  getRegistration: { answer: { isOpen: true, isFirst: false } },
  register: {
    body: { email: 'ada@example.com', password: 'a long pass phrase', name: 'Ada' },
    answer: { user: exampleUser, ...tokens },
  },
  login: {
    body: { email: 'ada@example.com', password: 'a long pass phrase' },
    answer: { user: exampleUser, ...tokens },
  },
  refreshSession: { body: { refreshToken: tokens.refreshToken }, answer: tokens },
  logout: { body: {} },
  getMe: { answer: exampleUser },
  changePassword: { body: { currentPassword: 'a long pass phrase', newPassword: 'another long one' } },
  listSessions: {
    answer: [
      {
        id: sessionId,
        userAgent: 'Mozilla/5.0',
        ip: '192.0.2.7',
        createdAt,
        lastUsedAt: updatedAt,
        expiresAt: createdAt + 30 * 86_400_000,
        current: true,
      },
    ],
  },
  revokeSession: {},
  deleteAccount: { body: { password: 'a long pass phrase' } },
  listTokens: { answer: [exampleToken] },
  createToken: {
    body: { name: exampleToken.name, scopes: exampleToken.scopes, expiresInDays: 90 },
    answer: { token: 'sw_Vb3kQ9xT…', meta: exampleToken },
  },
  revokeToken: {},

  listProviderSettings: { answer: [exampleSetting] },
  listRetiredModels: {
    answer: [
      {
        provider: 'gemini',
        providerName: 'Google Gemini',
        role: 'image',
        model: 'gemini-2.5-flash-image',
        retiredAt: 1_790_899_200_000,
        isRetired: true,
        replacedBy: 'gemini-nano-banana-2.1',
        isDefault: true,
        projects: [{ id: projectId, name: exampleProject.name }],
      },
    ],
  },
  getProviderSetting: { answer: exampleSetting },
  updateProviderSetting: {
    body: { apiKey: 'sk-proj-0000000000004f2a', models: { llm: 'gpt-6.1-terra' } },
    answer: exampleSetting,
  },
  deleteProviderSetting: {},
  testProvider: { body: {}, answer: { ok: true, says: 'The key is good.' } },

  listProjects: {
    answer: [
      {
        id: projectId,
        userId: exampleProject.userId,
        name: exampleProject.name,
        projectType: exampleProject.projectType,
        updatedAt,
      },
    ],
  },
  createProject: { body: { name: 'EcoBottle', projectType: 'ecommerce' }, answer: exampleProject },
  getProject: { answer: exampleProject },
  updateProject: { body: { name: 'EcoBottle 2' }, answer: { ...exampleProject, name: 'EcoBottle 2' } },
  saveStyleGuide: { body: { only: ['tone', 'color_palette'] }, answer: exampleProject },
  deleteProject: {},

  listWorks: {
    answer: [
      {
        id: workId,
        projectId,
        name: exampleWork.name,
        updatedAt,
        mode: exampleWork.mode,
        currentStep: exampleWork.currentStep,
        poster: `/api/projects/${projectId}/works/${workId}/scenes/0/poster`,
        counts: { scenes: 1, images: 1, videos: 1 },
      },
    ],
  },
  createWork: {
    body: {
      name: 'Summer film',
      mode: 'content_remix',
      productName: 'EcoBottle',
      productDescription: 'Keeps water cold for 24 hours.',
      videoDuration: 4,
      sceneCount: 1,
      resolution: { width: 1080, height: 1920 },
    },
    answer: { ...exampleWork, scenes: [], generatedScenes: [], currentStep: 0 },
  },
  getWork: { answer: exampleWork },
  getEdit: { answer: exampleEdit },
  getEditSound: {},
  updateWork: { body: { name: 'Winter film', targetAudience: null }, answer: { ...exampleWork, name: 'Winter film' } },
  deleteWork: {},

  listProjectOverviews: {
    answer: [
      {
        id: projectId,
        name: exampleProject.name,
        projectType: exampleProject.projectType,
        updatedAt,
        works: 1,
        finishedS: 4,
        spentMicroUsd: 160_000,
        latest: {
          id: workId,
          name: exampleWork.name,
          currentStep: exampleWork.currentStep,
          counts: { scenes: 1, images: 1, approved: 0, videos: 0 },
          frames: [`/api/projects/${projectId}/works/${workId}/scenes/0/takes/${exampleIds.takeId}/poster`],
        },
        needs: [{ what: 'review', count: 1, sceneIndex: 0, workId, workName: exampleWork.name }],
        running: [],
        film: null,
      },
    ],
  },
  listWorkOverviews: {
    answer: [
      {
        id: workId,
        projectId,
        name: exampleWork.name,
        mode: exampleWork.mode,
        currentStep: exampleWork.currentStep,
        resolution: exampleWork.resolution,
        hasReferenceVideo: false,
        updatedAt,
        hasBrief: true,
        hasAnalysis: false,
        durationS: 4,
        counts: { scenes: 1, images: 1, approved: 1, videos: 0 },
        frames: [`/api/projects/${projectId}/works/${workId}/scenes/0/takes/${exampleIds.takeId}/poster`],
        needs: [],
        running: {
          kind: 'video',
          count: 1,
          done: 0,
          total: 1,
          progress: 0.4,
          stage: 'rendering',
          etaMs: 40_000,
        },
        film: null,
      },
    ],
  },

  makeFilm: {
    body: {
      brief: 'A refill bottle that keeps tea hot for a day, for people who walk to work.',
      durationS: 15,
      resolution: { width: 1080, height: 1920 },
      language: 'en',
    },
    answer: { projectId, workId, jobId: exampleIds.jobId },
  },

  ...costExamples,
  ...sceneExamples,

  uploadReference: { answer: { ok: true } },
  getReference: {},
  getReferenceFacts: { answer: exampleTake.facts },
  removeReference: {},
  uploadSceneImage: { answer: { ok: true, url: imageUrl } },
  getSceneImage: {},
  uploadSceneVideo: { answer: { ok: true, url: videoUrl } },
  getSceneVideo: {},
  uploadTake: {
    answer: {
      ...exampleTake,
      origin: 'uploaded',
      provider: null,
      model: null,
      seed: null,
      prompt: null,
      tookMs: null,
      references: [],
      generationId: null,
      approved: false,
    },
  },
  uploadWorkAudio: { answer: { ok: true, audioUrl: `/api/projects/${projectId}/works/${workId}/media/audio` } },
  getWorkAudio: {},

  ...exportExamples,

  watchWork: {},
  watchAccount: {},

  listJobs: { answer: [exampleJob] },
  getJob: { answer: exampleJob },
  cancelJob: { answer: { ...exampleJob, status: 'cancelled' } },
  retryJob: { answer: { ...exampleJob, status: 'queued', progress: 0, stage: 'waiting' } },
  resolveJob: {
    body: { action: 'look' },
    answer: { ...exampleJob, status: 'running', progress: 0.5, stage: 'making' },
  },

  listAssets: { answer: { assets: [exampleAsset], totalSize: exampleAsset.size, count: 1 } },
  listAssetUses: { answer: [{ assetId, usedIn: 'brief', id: workId, name: exampleWork.name }] },
  uploadAsset: { answer: exampleAsset },
  getAssetMeta: { answer: exampleAsset },
  getAsset: {},
  updateAsset: { body: { tags: ['product', 'front'] }, answer: { ...exampleAsset, tags: ['product', 'front'] } },
  deleteAsset: {},
  describeAsset: { answer: { assetId, description: 'A steel bottle with a green cap on white.' } },
  describeAssets: {
    body: { assetIds: [assetId] },
    answer: { results: [{ assetId, description: 'A steel bottle with a green cap on white.' }] },
  },

  listFonts: {
    answer: [
      {
        family: 'Instrument Sans',
        script: 'Latn',
        faces: [
          { weight: 400, url: '/api/fonts/instrument-sans-0.4.2-400' },
          { weight: 700, url: '/api/fonts/instrument-sans-0.4.2-700' },
        ],
      },
      {
        family: 'Harbour Display',
        script: null,
        assetId,
        faces: [{ weight: 500, url: `/api/projects/${projectId}/assets/${assetId}` }],
      },
    ],
  },
  getFontFile: {},

  listTemplates: {
    answer: {
      templates: [
        {
          id: templateId,
          name: exampleTemplate.name,
          thumbnail: exampleTemplate.thumbnail,
          tags: ['title'],
          createdAt,
          updatedAt,
          textOverlayCount: 1,
          imageOverlayCount: 0,
          hasExportSettings: false,
        },
      ],
      count: 1,
    },
  },
  createTemplate: { body: { name: 'Lower title', tags: ['title'], content: exampleContent }, answer: exampleTemplate },
  getTemplate: { answer: exampleTemplate },
  updateTemplate: { body: { name: 'Title' }, answer: { ...exampleTemplate, name: 'Title' } },
  deleteTemplate: {},
  getTemplateThumbnail: {},
  layOutTemplate: {
    body: { videoDuration: 10, placeholderValues: { headline: 'Cold for 24 hours' } },
    answer: {
      textOverlays: {
        'ovl-1': { text: 'Cold for 24 hours', fontSize: 72, fontColor: '#ffffff', centerX: 0, centerY: 600 },
      },
      textTrackActions: [{ id: 'ovl-1', start: 0, end: 4 }],
      imageOverlays: {},
      imageTrackActions: [],
      missingAssetIds: [],
    },
  },
  applyTemplate: {
    body: { templateId, placeholderValues: { headline: 'Cold for 24 hours' } },
    answer: exampleWork,
  },

  analyzeVideo: { answer: exampleAnalysis },
  writeScenarioDirectly: {
    body: {
      intent: { mode: 'content_remix', product_name: 'EcoBottle', language: 'en', video_duration: 4, scene_count: 1 },
      styleGuide: exampleStyle,
    },
    answer: scenes,
  },
  generateImageDirectly: {
    body: { prompt: exampleScene.image_prompt, resolution: { width: 1080, height: 1920 } },
    answer: { imageUrl: media },
  },
  generateVideoDirectly: {
    body: { image_url: media, prompt: 'Slow push-in', duration: 4 },
    answer: { videoUrl: media },
  },
  extractStyleGuide: { body: { url: 'https://example.com/brand' }, answer: exampleStyle },

  getMedia: {},
  signMedia: { answer: { url: `${media}?exp=1795255500000&sig=…`, expiresAt: 1_795_255_500_000 } },
  getScenePoster: {},
  getSceneFilmstrip: {},
  getScenePeaks: {},
  getSceneProxy: {},
  getTakePoster: {},
  getTakeFilmstrip: {},
  getTakePeaks: {},
  getTakeProxy: {},
  getReferencePoster: {},
  getReferenceFilmstrip: {},
  getReferencePeaks: {},
  getReferenceProxy: {},
  getWorkAudioPeaks: {},
  getAssetPoster: {},
  getAssetFilmstrip: {},
  getAssetPeaks: {},
  getAssetProxy: {},
  ...trashExamples,
};

/** The example of an operation, whichever it is; nothing for one of a table of somebody's own. */
export function exampleOf(id: string): { readonly body?: unknown; readonly answer?: unknown } {
  return id in examples ? examples[id as OperationId] : {};
}
