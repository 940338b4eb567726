import { z } from 'zod';
import { Edit } from '../edit.ts';
import { MAX_EDIT_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { Work, WorkChanges, WorkFields, WorkSummary } from '../work.ts';
import { inProject, inWork, json, page } from './parts.ts';

/** One video each, from its brief to its edit. */
export const worksOperations = {
  listWorks: operation({
    method: 'GET',
    path: '/projects/{projectId}/works',
    access: 'works:read',
    summary: 'List the works of a project, the last changed first.',
    params: inProject,
    query: page,
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
    versioned: true,
  }),
  getWork: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}',
    access: 'works:read',
    summary: 'Get a whole work: scenes, what they show, the edit.',
    params: inWork,
    answer: json(Work),
    versioned: true,
    findsItself: true,
  }),
  getEdit: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/edit',
    access: 'works:read',
    summary: 'Get the edit of a work in frames, the saved one or a first one of its scenes, and where its files are.',
    params: inWork,
    answer: json(Edit),
  }),
  getEditSound: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/sound',
    access: 'works:read',
    summary: 'Get the sound of the saved edit of a work, mixed as an export has it.',
    params: inWork,
    answer: { kind: 'file', mime: 'audio/mp4' },
    problems: ['work_has_no_scenes', 'asset_missing', 'media_missing', 'conflict', 'ffmpeg_failed'],
  }),
  updateWork: operation({
    method: 'PUT',
    path: '/projects/{projectId}/works/{workId}',
    access: 'works:write',
    summary: 'Change a work; what is left out stays.',
    params: inWork,
    body: WorkChanges,
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(Work),
    versioned: true,
    problems: ['stale'],
  }),
  deleteWork: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/works/{workId}',
    access: 'works:write',
    summary: 'Delete a work for good, with its media.',
    params: inWork,
    answer: { kind: 'none' },
    versioned: true,
    problems: ['stale'],
  }),
} as const;
