import type { ExamplesOf } from './example-of.ts';
import {
  exampleAnalysis,
  exampleAsset,
  exampleIds,
  exampleScene,
  exampleShown,
  exampleTake,
} from './example-things.ts';
import type { generateOperations } from './operations/generate.ts';
import type { proposalsOperations } from './operations/proposals.ts';
import type { scenesOperations } from './operations/scenes.ts';
import type { Proposal } from './proposal.ts';

const { takeId, jobId } = exampleIds;
const [otherTakeId, clipId] = ['take_01k9zjddddddddddddddddddddq', 'take_01k9zjeeeeeeeeeeeeeeeeeeeer'];
const scenes = { scenes: [exampleScene] };
const jobs = { jobs: [{ jobId }] };
const imageUrl = exampleShown.imageUrl ?? '';
const videoUrl = exampleShown.videoUrl ?? '';

const exampleProposal: Proposal = {
  jobId,
  status: 'done',
  stage: 'done',
  sceneId: exampleIds.sceneId,
  ask: 'Shorter, and calmer',
  attempt: 1,
  scenes: [{ ...exampleScene, text_overlay: 'Cold all day', video_prompt: 'Static camera.' }],
  notes: [],
  createdAt: 1_795_255_230_000,
};

/** The examples of what is done to a scene. */
export const sceneExamples: ExamplesOf<
  typeof generateOperations & typeof scenesOperations & typeof proposalsOperations
> = {
  analyzeWork: { answer: exampleAnalysis },
  writeScenario: { answer: scenes },
  generateScene: { body: {}, answer: { imageUrl, videoUrl, takeIds: [takeId, clipId] } },
  generateImage: { body: { variants: 2, seed: 7 }, answer: { imageUrl, takeIds: [takeId, otherTakeId] } },
  generateVideo: { body: { reuse: true, lastTakeId: otherTakeId }, answer: { videoUrl, takeIds: [clipId] } },
  generateImages: { body: { only: 'changed' }, answer: jobs },
  generateVideos: { body: { only: 'both' }, answer: jobs },

  proposeScenario: {
    body: { sceneIndex: 0, ask: 'Shorter, and calmer', attempt: 1 },
    answer: { scenes: exampleProposal.scenes },
  },
  listProposals: { answer: { proposals: [exampleProposal] } },
  settleProposals: { body: { sceneIds: [exampleIds.sceneId] }, answer: { proposals: [] } },

  arrangeScenes: {
    body: {
      scenes: [
        { duration_seconds: 2, image_prompt: 'Mountains at dawn', video_prompt: 'Pan right' },
        { id: exampleIds.sceneId, transition: 'cut' },
      ],
    },
    answer: scenes,
  },
  approveScene: { body: { animate: true }, answer: { takeId, jobId } },
  listTakes: { answer: [exampleTake] },
  compareTakes: {
    answer: {
      a: exampleTake,
      b: { ...exampleTake, id: otherTakeId, seed: 8, tookMs: 910, picked: false, approved: false },
      differences: [
        { field: 'seed', a: 7, b: 8 },
        { field: 'tookMs', a: 840, b: 910 },
      ],
    },
  },
  listChanges: {
    answer: {
      scenes: [
        {
          sceneId: exampleIds.sceneId,
          sceneIndex: 0,
          image: 'changed',
          imageReasons: ['prompt', 'style guide'],
          video: 'current',
        },
      ],
    },
  },
  previewRequest: {
    body: { kind: 'image', image_prompt: 'Mountains at dawn', literal: true },
    answer: {
      kind: 'image',
      provider: 'runway',
      providerName: 'Runway',
      model: 'gen4_image_turbo',
      modelName: 'Gen-4 Image Turbo',
      prompt: 'Tone: warm.\n\nMountains at dawn\n\nAvoid: text',
      promptMax: 1000,
      negativePrompt: 'text',
      negativePromptGoes: 'prompt',
      width: 1080,
      height: 1920,
      sizeFields: { ratio: '1080:1920' },
      sceneDurationS: null,
      askedDurationS: null,
      references: [{ name: 'Bottle', assetId: exampleIds.assetId, takeId: null, isSent: true }],
      firstFrame: null,
      lastFrame: null,
      takesSeed: true,
      notes: [],
      call: {
        method: 'POST',
        path: '/v1/text_to_image',
        body: {
          model: 'gen4_image_turbo',
          promptText: 'Tone: warm.\n\nMountains at dawn\n\nAvoid: text',
          ratio: '1080:1920',
          referenceImages: [{ uri: '(image/jpeg, 84 kB)' }],
        },
      },
    },
  },
  adoptTake: { body: { name: 'Mountains, approved' }, answer: { ...exampleAsset, name: 'Mountains, approved' } },
  pickTake: { answer: exampleTake },
};
