import { z } from 'zod';
import { DERIVED_MIMES } from '../derived.ts';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { Restored, Trashed, TrashEntry, TrashId } from '../trash.ts';
import { inAsset, inProject, inScene, inTemplate, inWork, json, page } from './parts.ts';

const inTrash = z.object({ trashId: TrashId });

/**
 * Deleting with a way back: what is in the trash is as absent as what is gone, until it is restored. Works and scenes in
 * it are for those who may also read, or write, works.
 */
export const trashOperations = {
  trashProject: operation({
    method: 'POST',
    path: '/projects/{projectId}/trash',
    access: 'projects:write',
    summary: 'Put a project with everything in it into the trash, for 30 days.',
    params: inProject,
    answer: json(Trashed),
  }),
  trashWork: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/trash',
    access: 'works:write',
    summary: 'Put a work into the trash, for 30 days; what is under way for it is cancelled.',
    params: inWork,
    answer: json(Trashed),
  }),
  trashScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/trash',
    access: 'works:write',
    summary: 'Put a scene with its takes into the trash, for 30 days; those after it move up.',
    params: inScene,
    /** With its id, another that has moved to its place meanwhile is not taken for it. */
    body: z.strictObject({ sceneId: idSchema('scene').optional() }),
    answer: json(Trashed),
  }),
  trashAsset: operation({
    method: 'POST',
    path: '/projects/{projectId}/assets/{assetId}/trash',
    access: 'projects:write',
    summary: 'Put an asset into the trash, for 30 days.',
    params: inAsset,
    answer: json(Trashed),
  }),
  trashTemplate: operation({
    method: 'POST',
    path: '/projects/{projectId}/templates/{templateId}/trash',
    access: 'projects:write',
    summary: 'Put a template into the trash, for 30 days.',
    params: inTemplate,
    answer: json(Trashed),
  }),
  listTrash: operation({
    method: 'GET',
    path: '/trash',
    access: 'projects:read',
    summary: 'List what is in the trash, the last deleted first.',
    query: page,
    answer: json(z.array(TrashEntry)),
  }),
  getTrashPoster: operation({
    method: 'GET',
    path: '/trash/{trashId}/poster',
    access: 'projects:read',
    summary: 'Get a still of something in the trash, at most 640 px long.',
    params: inTrash,
    answer: { kind: 'file', mime: DERIVED_MIMES.poster },
    problems: ['not_made_yet', 'media_unreadable'],
  }),
  restoreFromTrash: operation({
    method: 'POST',
    path: '/trash/{trashId}/restore',
    access: 'projects:write',
    summary: 'Take something out of the trash, back to where it was, with all it had.',
    params: inTrash,
    answer: json(Restored),
    problems: ['conflict'],
  }),
  deleteFromTrash: operation({
    method: 'DELETE',
    path: '/trash/{trashId}',
    access: 'projects:write',
    summary: 'Delete something in the trash for good, with its media.',
    params: inTrash,
    answer: { kind: 'none' },
  }),
} as const;
