import type { AnalysisResult } from './analysis.ts';
import type { Asset } from './asset.ts';
import type { Budget } from './budget.ts';
import type { Edit } from './edit.ts';
import type { Export } from './export.ts';
import type { Job } from './job.ts';
import type { Project } from './project.ts';
import type { GeneratedScene, ScenarioScene } from './scene.ts';
import type { StyleGuide } from './style-guide.ts';
import type { Take } from './take.ts';
import type { Template, TemplateContent } from './template.ts';
import type { ApiToken } from './token.ts';
import type { ProviderSetting } from './provider-setting.ts';
import type { User } from './user.ts';
import type { Work } from './work.ts';

/*
 * One small film, from account to export, as the examples of the documentation tell it.
 */

const createdAt = 1_795_255_200_000; // 21 November 2026, 10:00 UTC
const updatedAt = createdAt + 90_000;

/** Ids of the example, as they stand in paths and bodies. */
export const exampleIds = {
  userId: 'user_01k9zj0000000000000000000a',
  projectId: 'proj_01k9zj1111111111111111111b',
  workId: 'work_01k9zj2222222222222222222c',
  sceneId: 'scn_01k9zj3333333333333333333d',
  takeId: 'take_01k9zj4444444444444444444e',
  assetId: 'asset_01k9zj5555555555555555555f',
  templateId: 'tmpl_01k9zj6666666666666666666g',
  exportId: 'exp_01k9zj7777777777777777777h',
  jobId: 'job_01k9zj8888888888888888888j',
  mediaId: 'med_01k9zj9999999999999999999k',
  tokenId: 'tok_01k9zjaaaaaaaaaaaaaaaaaaam',
  sessionId: 'ses_01k9zjbbbbbbbbbbbbbbbbbbbn',
  generationId: 'gen_01k9zjcccccccccccccccccccp',
} as const;

const { userId, projectId, workId, sceneId, takeId, assetId, templateId, exportId, jobId, tokenId, generationId } =
  exampleIds;

const workUrl = `/api/projects/${projectId}/works/${workId}`;

export const exampleUser: User = { id: userId, email: 'ada@example.com', name: 'Ada', createdAt, updatedAt };

export const exampleToken: ApiToken = {
  id: tokenId,
  name: 'n8n',
  tokenPrefix: 'sw_Vb3kQ9xT',
  scopes: ['works:read', 'works:write', 'ai:generate'],
  lastUsedAt: null,
  expiresAt: createdAt + 90 * 86_400_000,
  createdAt,
};

export const exampleSetting: ProviderSetting = {
  provider: 'openai',
  name: 'OpenAI',
  vendor: 'openai',
  keyless: false,
  takesKey: true,
  needsKey: true,
  hasKey: true,
  keyHint: '…4f2a',
  baseUrl: null,
  usualBaseUrl: 'https://api.openai.com',
  models: { llm: 'gpt-6.1-terra' },
  concurrent: null,
  usualConcurrent: 8,
  settings: {},
  testedAt: updatedAt,
  testResult: { ok: true, says: 'The key is good.', tookMs: 412 },
  updatedAt,
};

export const exampleStyle: StyleGuide = {
  tone: 'calm and sure',
  color_palette: ['#0b3d2e', '#e8efe9'],
  tempo: 'slow',
  camera_style: 'slow push-ins',
  must_avoid: ['plastic'],
};

export const exampleProject: Project = {
  id: projectId,
  userId,
  name: 'EcoBottle',
  projectType: 'ecommerce',
  systemPrompt: 'You write short product films.',
  knowledge: 'The bottle keeps water cold for 24 hours.',
  styleGuide: exampleStyle,
  analyzerPrompt: 'Describe shots, tempo and colours.',
  imageSystemPrompt: 'Product photography, soft light.',
  videoSystemPrompt: 'One slow camera movement.',
  createdAt,
  updatedAt,
};

export const exampleScene: ScenarioScene = {
  id: sceneId,
  scene_index: 0,
  duration_seconds: 4,
  image_prompt: 'A steel bottle on a wet stone, morning light',
  negative_prompt: 'text, watermark',
  video_prompt: 'Slow push-in, drops run down',
  text_overlay: 'Cold for 24 hours',
  transition: 'fade',
};

export const exampleShown: GeneratedScene = {
  sceneIndex: 0,
  imageUrl: `${workUrl}/media/scene/0/image`,
  videoUrl: `${workUrl}/media/scene/0/video`,
  status: 'done',
};

export const exampleAnalysis: AnalysisResult = {
  scene_count: 1,
  overall_tone: 'calm',
  color_palette: ['#0b3d2e', '#e8efe9'],
  tempo: 'slow',
  has_text_overlay: false,
  scenes: [
    {
      index: 1,
      duration_seconds: 3.2,
      description: 'Green hills at dawn',
      transition: 'cut',
      camera_movement: 'pan right',
    },
  ],
};

export const exampleWork: Work = {
  id: workId,
  projectId,
  name: 'Summer film',
  mode: 'content_remix',
  productName: 'EcoBottle',
  productDescription: 'Keeps water cold for 24 hours.',
  targetAudience: 'hikers',
  language: 'en',
  videoDuration: 4,
  sceneCount: 1,
  selectedAssetIds: [assetId],
  assetUsageMode: 'reference',
  resolution: { width: 1080, height: 1920 },
  styleGuide: null,
  currentStep: 3,
  hasReferenceVideo: false,
  systemPrompt: exampleProject.systemPrompt,
  analyzerPrompt: exampleProject.analyzerPrompt,
  imageSystemPrompt: exampleProject.imageSystemPrompt,
  videoSystemPrompt: exampleProject.videoSystemPrompt,
  analysis: null,
  scenes: [exampleScene],
  generatedScenes: [exampleShown],
  editorState: {
    editorData: {
      videoTrack: [{ id: 'clip-1', start: 0, end: 4, sceneIndex: 0 }],
      textTrack: [{ id: 'text-1', start: 0.5, end: 3.5 }],
    },
    textOverlays: {
      'text-1': { text: 'Cold for 24 hours', fontSize: 72, fontColor: '#ffffff', centerX: 0, centerY: 600 },
    },
    audioVolume: 1,
    exportSettings: { width: 1080, height: 1920, fps: 30 },
  },
  createdAt,
  updatedAt,
};

const clipHash = '3f0a'.repeat(16);

export const exampleEdit: Edit = {
  timeline: {
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    clips: [
      {
        id: 'clip-1',
        sceneId,
        media: { sha256: clipHash, kind: 'video', takeId },
        startFrame: 0,
        endFrame: 120,
        sourceStartFrame: 0,
        volume: 1,
        muted: false,
        transition: null,
      },
    ],
    texts: [],
    images: [],
    audio: [],
    loudnessLufs: null,
    extra: {},
  },
  isSaved: true,
  revision: 7,
  sources: {
    [clipHash]: {
      sha256: clipHash,
      kind: 'video',
      name: null,
      url: `/api/media/${takeId}`,
      proxyUrl: `${workUrl}/scenes/0/takes/${takeId}/proxy`,
      posterUrl: `${workUrl}/scenes/0/takes/${takeId}/poster`,
      filmstripUrl: `${workUrl}/scenes/0/takes/${takeId}/filmstrip`,
      peaksUrl: null,
      width: 1080,
      height: 1920,
      fps: { num: 30, den: 1 },
      frames: 120,
      durationS: 4,
      hasAudio: false,
      isMissing: false,
    },
  },
  scenes: [
    {
      sceneId,
      sceneIndex: 0,
      imagePrompt: exampleScene.image_prompt,
      plannedFrames: 120,
      transition: exampleScene.transition,
      textOverlay: 'Cold for 24 hours',
      media: { sha256: clipHash, kind: 'video', takeId },
      takeNumber: 1,
    },
  ],
};

export const exampleTake: Take = {
  id: takeId,
  workId,
  sceneId,
  kind: 'image',
  origin: 'generated',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  facts: {
    kind: 'image',
    mime: 'image/png',
    sizeBytes: 812_345,
    width: 1080,
    height: 1920,
    durationS: null,
    frameCount: null,
    fps: null,
    hasAudio: false,
    rotation: 0,
    pixelAspect: 1,
    codec: 'png',
  },
  prompt: exampleScene.image_prompt,
  negativePrompt: exampleScene.negative_prompt,
  provider: 'local',
  model: 'local-picture',
  seed: 7,
  costMicroUsd: 0,
  tookMs: 840,
  parentIds: [],
  references: [
    { sha256: 'a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447', assetId, name: 'Bottle, front' },
  ],
  generationId,
  inputsChanged: false,
  notes: [],
  inputsHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  recipe: null,
  picked: true,
  approved: true,
  createdAt,
};

export const exampleJob: Job = {
  id: jobId,
  kind: 'scene',
  workId,
  projectId,
  projectName: 'Steel bottle',
  workName: 'Launch',
  sceneIndex: 0,
  parts: [],
  status: 'running',
  progress: 0.4,
  stage: 'drawing the picture',
  createdAt,
  updatedAt,
};

export const exampleExport: Export = {
  id: exportId,
  workId,
  jobId,
  status: 'running',
  framesDone: 60,
  framesTotal: 120,
  sizeBytes: null,
  durationS: null,
  notes: [],
  url: null,
  createdAt,
  width: 1080,
  height: 1920,
  fps: 30,
  quality: 'standard',
  framing: 'crop',
  captions: 'burned',
  ahead: null,
  startedAt: createdAt,
  finishedAt: null,
  stage: 'picture',
  stages: [
    { stage: 'check', elapsedMs: 40 },
    { stage: 'texts', elapsedMs: 310 },
  ],
  etaMs: 6200,
  segments: {
    total: 2,
    reused: 1,
    done: 0,
    pieces: [
      { frames: 45, state: 'reused' },
      { frames: 75, state: 'running' },
    ],
  },
  editsSince: 0,
  captionsUrl: null,
  posterUrl: null,
  bundleUrl: null,
};

export const exampleAsset: Asset = {
  id: assetId,
  projectId,
  name: 'Bottle, front',
  type: 'image',
  filename: 'bottle.jpg',
  mimeType: 'image/jpeg',
  size: 245_120,
  sha256: '9c1e'.repeat(16),
  width: 1600,
  height: 1200,
  tags: ['product'],
  thumbnail: `/api/projects/${projectId}/assets/${assetId}/poster`,
  description: 'A steel bottle with a green cap on white.',
  createdAt,
  updatedAt,
  url: `/api/projects/${projectId}/assets/${assetId}`,
};

export const exampleContent: TemplateContent = {
  textOverlays: [
    {
      id: 'title',
      text: '{{headline}}',
      fontSize: 72,
      fontColor: '#ffffff',
      centerX: 0,
      centerY: 600,
      timingMode: 'relative',
      startPercent: 0,
      endPercent: 40,
    },
  ],
  imageOverlays: [],
  defaultTransition: { type: 'fade', duration: 0.5 },
};

export const exampleTemplate: Template = {
  id: templateId,
  projectId,
  name: 'Lower title',
  description: 'One line near the foot.',
  thumbnail: `/api/projects/${projectId}/templates/${templateId}/thumbnail`,
  tags: ['title'],
  content: exampleContent,
  createdAt,
  updatedAt,
};

export const exampleBudget: Budget = {
  target: 'project',
  targetId: exampleProject.id,
  name: exampleProject.name,
  limitMicroUsd: 5_000_000,
  period: 'total',
  spentMicroUsd: 1_200_000,
  reservedMicroUsd: 0,
  leftMicroUsd: 3_800_000,
};
