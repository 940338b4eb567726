import type { ExamplesOf } from './example-of.ts';
import { exampleIds, exampleProject, exampleScene, exampleTemplate, exampleWork } from './example-things.ts';
import type { trashOperations } from './operations/trash.ts';
import type { Trashed } from './trash.ts';

const { projectId, workId, sceneId, assetId, templateId } = exampleIds;
const DAY_MS = 86_400_000;

const deletedAt = exampleProject.createdAt + DAY_MS;
const trashed = { deletedAt, purgeAt: deletedAt + 30 * DAY_MS };
const scene: Trashed = { trashId: sceneId, kind: 'scene', name: exampleScene.image_prompt, ...trashed };

/** The examples of the trash. */
export const trashExamples: ExamplesOf<typeof trashOperations> = {
  trashProject: { answer: { trashId: projectId, kind: 'project', name: exampleProject.name, ...trashed } },
  trashWork: { answer: { trashId: workId, kind: 'work', name: exampleWork.name, ...trashed } },
  trashScene: { body: { sceneId }, answer: scene },
  trashAsset: { answer: { trashId: assetId, kind: 'asset', name: 'Bottle', ...trashed } },
  trashTemplate: { answer: { trashId: templateId, kind: 'template', name: exampleTemplate.name, ...trashed } },
  listTrash: {
    answer: [
      {
        ...scene,
        projectId,
        projectName: exampleProject.name,
        workId,
        workName: exampleWork.name,
        sceneIndex: 0,
        poster: `/api/trash/${sceneId}/poster`,
        inside: null,
      },
    ],
  },
  getTrashPoster: {},
  restoreFromTrash: { answer: { id: sceneId, kind: 'scene', name: scene.name, projectId, workId, sceneIndex: 0 } },
  deleteFromTrash: {},
};
