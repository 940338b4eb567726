import type { OperationId } from '#contract/operations.ts';
import { PASSWORD } from '../open-test-server.ts';
import type { TinyMedia } from './tiny-media.ts';

/** The things a request may name, as they stand in a path. */
export type Ids = Readonly<Record<IdName, string>>;
export type IdName =
  | 'projectId'
  | 'workId'
  | 'sceneIndex'
  | 'takeId'
  | 'assetId'
  | 'templateId'
  | 'exportId'
  | 'jobId'
  | 'mediaId'
  | 'tokenId'
  | 'sessionId'
  | 'provider'
  | 'fontId'
  | 'trashId';

/** How an operation is asked for so that it would say yes; the path is filled by the names of its parameters. */
export interface Aim {
  /** A body it accepts, or the text fields beside a file. */
  readonly body?: (ids: Ids) => Readonly<Record<string, unknown>>;
  /** Query parameters it cannot do without. */
  readonly query?: (ids: Ids) => Readonly<Record<string, string>>;
  readonly file?: keyof TinyMedia;
  /** What the request uses up, so that each one needs its own. */
  readonly uses?:
    | 'project'
    | 'work'
    | 'scene'
    | 'asset'
    | 'template'
    | 'export'
    | 'token'
    | 'session'
    | 'account'
    | 'password'
    | 'setting'
    | 'trash';
  /** What was made of media beforehand; asked for anything else, it would wait for a worker. */
  readonly readyMade?: true;
}

const SMALL = { width: 96, height: 128 };
const styleGuide = { tone: 'warm', color_palette: ['#0a7d5c'], tempo: 'slow', must_avoid: ['slang'] };
const scene = {
  scene_index: 0,
  duration_seconds: 1,
  image_prompt: 'a bottle',
  negative_prompt: '',
  video_prompt: 'push in',
  transition: 'cut',
};
const content = (ids: Ids) => ({
  textOverlays: [
    {
      id: 'a',
      text: 'Hello {{name}}',
      fontSize: 20,
      fontColor: '#ffffff',
      centerX: 0,
      centerY: 0,
      timingMode: 'relative',
      startPercent: 0,
      endPercent: 100,
    },
  ],
  imageOverlays: [
    {
      id: 'b',
      assetId: ids.assetId,
      width: 10,
      height: 10,
      centerX: 0,
      centerY: 0,
      opacity: 1,
      rotation: 0,
      timingMode: 'absolute',
      startSeconds: 0,
      endSeconds: 1,
    },
  ],
});
const editorState = (ids: Ids) => ({
  editorData: {
    videoTrack: [{ id: 'c', start: 0, end: 1, sceneIndex: 0, transitionType: 'fade', transitionDuration: 0.2 }],
    textTrack: [{ id: 't', start: 0, end: 1 }],
    imageTrack: [{ id: 'i', start: 0, end: 1 }],
    audioTrack: [],
  },
  textOverlays: { t: { text: 'Hello', fontSize: 20, fontColor: '#ffffff', centerX: 0, centerY: 0 } },
  imageOverlays: {
    i: { assetId: ids.assetId, width: 10, height: 10, centerX: 0, centerY: 0, opacity: 1, rotation: 0 },
  },
  audioVolume: 1,
  exportSettings: { ...SMALL, fps: 30 },
});
const analysis = {
  scene_count: 1,
  overall_tone: 'calm',
  color_palette: ['#112233'],
  tempo: 'slow',
  has_text_overlay: false,
  scenes: [{ index: 1, duration_seconds: 2, description: 'a lake', transition: 'cut', camera_movement: 'static' }],
};
const project = {
  name: 'P',
  projectType: 'saas',
  systemPrompt: 's',
  knowledge: 'k',
  styleGuide,
  analyzerPrompt: 'a',
  imageSystemPrompt: 'i',
  videoSystemPrompt: 'v',
};
const brief = (ids: Ids) => ({
  name: 'W',
  mode: 'content_remix',
  productName: 'EcoBottle',
  productDescription: 'Cold for a day.',
  targetAudience: 'hikers',
  language: 'en',
  videoDuration: 2,
  sceneCount: 2,
  selectedAssetIds: [ids.assetId],
  assetUsageMode: 'reference',
  resolution: SMALL,
  styleGuide,
});
const none = {} as const;
const readyMade = { readyMade: true } as const;

/** Every operation; one that is added without a line here does not compile. */
export const aims: Readonly<Record<OperationId, Aim>> = {
  getHealth: none,
  getReady: none,
  getOpenapi: none,
  getDocs: none,
  listProviders: none,

  getRegistration: none,
  register: {
    body: () => ({ email: `${Math.random().toString(36).slice(2)}@example.org`, password: PASSWORD, name: 'X' }),
  },
  login: { body: () => ({ email: 'nobody@example.org', password: PASSWORD }) },
  refreshSession: { body: () => ({ refreshToken: `swr_${'a'.repeat(43)}` }) },
  logout: { uses: 'session' },
  getMe: none,
  changePassword: { body: () => ({ currentPassword: PASSWORD, newPassword: 'a better password' }), uses: 'password' },
  listSessions: none,
  revokeSession: { uses: 'session' },
  deleteAccount: { body: () => ({ password: PASSWORD }), uses: 'account' },
  listTokens: none,
  createToken: { body: () => ({ name: 'x', scopes: ['works:read'], expiresInDays: 3 }) },
  revokeToken: { uses: 'token' },

  listProviderSettings: none,
  listRetiredModels: none,
  getProviderSetting: none,
  updateProviderSetting: { body: () => ({ models: { image: 'local-painter' } }) },
  deleteProviderSetting: { uses: 'setting' },
  testProvider: { body: () => ({}) },

  listProjects: none,
  createProject: { body: () => project },
  getProject: none,
  updateProject: { body: () => project },
  saveStyleGuide: { body: () => ({ only: ['tone'] }) },
  deleteProject: { uses: 'project' },

  listWorks: none,
  createWork: { body: brief },
  getWork: none,
  getEdit: none,
  getEditSound: none,
  updateWork: {
    body: (ids) => ({
      ...brief(ids),
      currentStep: 2,
      systemPrompt: 's',
      analysis,
      scenes: [scene, { ...scene, scene_index: 1 }],
      editorState: editorState(ids),
    }),
  },
  deleteWork: { uses: 'work' },

  listProjectOverviews: none,
  listWorkOverviews: none,

  makeFilm: { body: () => ({ brief: 'A bottle.', durationS: 1, resolution: SMALL }) },

  analyzeWork: none,
  writeScenario: none,
  proposeScenario: { body: () => ({ sceneIndex: 0, ask: 'calmer', attempt: 2 }) },
  listProposals: none,
  settleProposals: { body: () => ({}) },
  generateScene: { body: () => ({ variants: 1, seed: 7, reuse: false }) },
  generateImages: { body: () => ({ only: 'missing' }) },
  generateVideos: { body: () => ({ only: 'both' }) },
  approveScene: { body: () => ({ animate: false }) },
  listTakes: none,
  compareTakes: { query: ({ takeId }) => ({ a: takeId, b: takeId }) },
  listChanges: none,
  previewRequest: { body: () => ({ kind: 'image' }) },
  pickTake: none,
  adoptTake: { body: () => ({ name: 'Adopted' }) },
  arrangeScenes: { body: () => ({ scenes: [scene, scene] }) },
  generateImage: { body: () => ({ variants: 1, seed: 7, reuse: false }) },
  generateVideo: { body: () => ({ variants: 1, seed: 7, reuse: false }) },

  uploadReference: { file: 'mp4' },
  getReference: none,
  getReferenceFacts: none,
  removeReference: { uses: 'work' },
  uploadSceneImage: { file: 'png' },
  getSceneImage: none,
  uploadSceneVideo: { file: 'mp4' },
  getSceneVideo: none,
  uploadTake: { file: 'png' },
  uploadWorkAudio: { file: 'wav' },
  getWorkAudio: none,

  exportClips: {
    body: (ids) => ({
      projectId: ids.projectId,
      workId: ids.workId,
      clips: [{ sceneIndex: 0, position: 0, end: 1, cutFrom: 0.1, transition: 'fade', transitionDuration: 0.2 }],
      texts: [{ text: 'Hello', position: 0, end: 1, fontSize: 12, fontColor: '#ffffff', centerX: 0, centerY: 0 }],
      images: [
        { assetId: ids.assetId, position: 0, end: 1, width: 10, height: 10, x: 0, y: 0, opacity: 1, rotation: 0 },
      ],
      audio: { volume: 0.5 },
      options: { ...SMALL, fps: 30 },
    }),
  },
  startExport: { body: (ids) => ({ quality: 'draft', editorState: editorState(ids) }) },
  estimateExport: { body: (ids) => ({ quality: 'draft', editorState: editorState(ids) }) },
  pauseExports: none,
  resumeExports: none,
  listExports: none,
  getExport: none,
  getExportFile: none,
  getExportSrt: none,
  getExportVtt: none,
  getExportPoster: none,
  getExportBundle: none,
  getFrame: none,
  cancelExport: none,
  deleteExport: { uses: 'export' },
  watchWork: none,
  watchAccount: none,
  listJobs: none,
  getJob: none,
  cancelJob: none,
  retryJob: none,
  resolveJob: { body: () => ({ action: 'look' }) },

  estimateCost: { body: ({ projectId, workId }) => ({ projectId, workId, action: 'work', variants: 2 }) },
  estimateReading: { body: ({ projectId, assetId }) => ({ projectId, assetIds: [assetId], textBytes: 100 }) },
  getSpend: none,
  listBudgets: none,
  setMyBudget: { body: () => ({ limitMicroUsd: 20_000_000, period: 'month' }) },
  liftMyBudget: none,
  setProjectBudget: { body: () => ({ limitMicroUsd: 5_000_000, period: 'total' }) },
  liftProjectBudget: none,
  setWorkBudget: { body: () => ({ limitMicroUsd: 1_000_000 }) },
  liftWorkBudget: none,
  setTokenBudget: { body: () => ({ limitMicroUsd: 500_000, period: 'day' }) },
  liftTokenBudget: none,

  listAssets: none,
  listAssetUses: none,
  uploadAsset: { file: 'png', body: () => ({ name: 'A', tags: '["x"]', description: 'd' }) },
  getAssetMeta: none,
  getAsset: none,
  updateAsset: { body: () => ({ name: 'A', tags: ['x'], description: 'd' }) },
  deleteAsset: { uses: 'asset' },
  describeAsset: none,
  describeAssets: { body: (ids) => ({ assetIds: [ids.assetId] }) },

  listFonts: none,
  getFontFile: none,

  listTemplates: none,
  createTemplate: { body: (ids) => ({ name: 'T', description: 'd', tags: ['x'], content: content(ids) }) },
  getTemplate: none,
  updateTemplate: { body: (ids) => ({ name: 'T', description: 'd', content: content(ids) }) },
  deleteTemplate: { uses: 'template' },
  getTemplateThumbnail: none,
  layOutTemplate: { body: () => ({ videoDuration: 4, placeholderValues: { name: 'Ada' } }) },
  applyTemplate: { body: (ids) => ({ templateId: ids.templateId, placeholderValues: { name: 'Ada' } }) },

  analyzeVideo: { file: 'mp4', body: () => ({ mode: 'style_transfer', analyzerPrompt: 'Look.' }) },
  writeScenarioDirectly: {
    body: () => ({
      analysis,
      intent: { mode: 'content_remix', product_name: 'EcoBottle', language: 'en', video_duration: 2, scene_count: 2 },
      systemPrompt: 's',
      knowledge: 'k',
      styleGuide,
    }),
  },
  generateImageDirectly: {
    body: () => ({
      prompt: 'a bottle',
      negative_prompt: 'people',
      image_instruction: 'i',
      styleGuide,
      resolution: SMALL,
    }),
  },
  generateVideoDirectly: {
    body: (ids) => ({
      image_url: `/api/media/${ids.mediaId}`,
      prompt: 'push in',
      duration: 1,
      video_instruction: 'v',
      styleGuide,
      resolution: SMALL,
    }),
  },
  extractStyleGuide: { body: () => ({ text: 'We are calm. Our green is #0a7d5c.' }) },

  getMedia: none,
  signMedia: none,
  getScenePoster: readyMade,
  getSceneFilmstrip: readyMade,
  getScenePeaks: readyMade,
  getSceneProxy: readyMade,
  getTakePoster: readyMade,
  getTakeFilmstrip: readyMade,
  getTakePeaks: readyMade,
  getTakeProxy: readyMade,
  getReferencePoster: readyMade,
  getReferenceFilmstrip: readyMade,
  getReferencePeaks: readyMade,
  getReferenceProxy: readyMade,
  getWorkAudioPeaks: readyMade,
  getAssetPoster: readyMade,
  getAssetFilmstrip: readyMade,
  getAssetPeaks: readyMade,
  getAssetProxy: readyMade,

  trashProject: { uses: 'project' },
  trashWork: { uses: 'work' },
  trashScene: { uses: 'scene' },
  trashAsset: { uses: 'asset' },
  trashTemplate: { uses: 'template' },
  listTrash: none,
  getTrashPoster: readyMade,
  restoreFromTrash: { uses: 'trash' },
  deleteFromTrash: { uses: 'trash' },
};
