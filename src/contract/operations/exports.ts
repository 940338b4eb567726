import { z } from 'zod';
import { Export, ExportEstimate, ExportRequest, ExportWishes } from '../export.ts';
import { idSchema } from '../ids.ts';
import { MAX_EDIT_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { inWork, json, page } from './parts.ts';

const inExport = inWork.extend({ exportId: idSchema('export') });

/** Films made of works, kept to be downloaded. */
export const exportsOperations = {
  exportClips: operation({
    method: 'POST',
    path: '/export',
    access: 'works:read',
    summary: 'Render clips of a work, words, pictures and sound to an MP4, and send it.',
    body: ExportRequest,
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: { kind: 'file', mime: 'video/mp4' },
    waits: true,
    problems: [
      'not_found',
      'scene_has_no_picture',
      'asset_missing',
      'media_missing',
      'clip_damaged',
      'ffmpeg_failed',
      'disk_low',
      'still_running',
    ],
  }),
  startExport: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports',
    access: 'works:write',
    summary: 'Render the saved edit of a work, with what is sent along in its place, to an MP4; the file is kept.',
    params: inWork,
    body: ExportWishes,
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(Export, 202),
    idempotent: true,
    problems: ['work_has_no_scenes', 'scene_has_no_picture'],
  }),
  estimateExport: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports/estimate',
    access: 'works:read',
    summary: 'Say what an export would take: frames, what of it is rendered already, size, time, and the disk.',
    params: inWork,
    body: ExportWishes,
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(ExportEstimate),
    problems: ['work_has_no_scenes', 'scene_has_no_picture'],
  }),
  pauseExports: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports/pause',
    access: 'works:write',
    summary: 'Pause the exports of a work that wait; the one that is being rendered is finished.',
    params: inWork,
    answer: json(z.array(Export)),
  }),
  resumeExports: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports/resume',
    access: 'works:write',
    summary: 'Resume the paused exports of a work, in the order they were asked for.',
    params: inWork,
    answer: json(z.array(Export)),
  }),
  listExports: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports',
    access: 'works:read',
    summary: 'List the exports of a work, newest first.',
    params: inWork,
    query: page,
    answer: json(z.array(Export)),
  }),
  getExport: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}',
    access: 'works:read',
    summary: 'Get an export: how far it is, and where its file is.',
    params: inExport,
    answer: json(Export),
  }),
  getExportFile: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/file',
    access: 'works:read',
    summary: 'Download an exported MP4.',
    params: inExport,
    answer: { kind: 'file', mime: 'video/mp4' },
    problems: ['media_missing'],
  }),
  getExportSrt: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/captions.srt',
    access: 'works:read',
    summary: 'Get the captions of an export as SubRip, else all its words, in the times of the film.',
    params: inExport,
    answer: { kind: 'file', mime: 'application/x-subrip' },
  }),
  getExportVtt: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/captions.vtt',
    access: 'works:read',
    summary: 'Get the captions of an export as WebVTT, else all its words, in the times of the film.',
    params: inExport,
    answer: { kind: 'file', mime: 'text/vtt' },
  }),
  getExportPoster: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/poster',
    access: 'works:read',
    summary: 'Get the poster of an export: one of its frames, in full size.',
    params: inExport,
    answer: { kind: 'file', mime: 'image/jpeg' },
    problems: ['ffmpeg_failed'],
  }),
  getExportBundle: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/bundle.zip',
    access: 'works:read',
    summary:
      'Download an export with all that goes along: captions, poster, media, the edit for other editors, a manifest.',
    params: inExport,
    answer: { kind: 'file', mime: 'application/zip' },
    problems: ['media_missing', 'ffmpeg_failed'],
  }),
  getFrame: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/frame',
    access: 'works:read',
    summary: 'Get one frame of the saved edit of a work in full quality, as an export would show it.',
    params: inWork,
    query: z.strictObject({
      /** Seconds of the film; past its end it is the last frame. */
      t: z
        .string()
        .regex(/^\d{1,5}(\.\d{1,20})?(e-\d{1,2})?$/, 'expected seconds') // as any program writes a quotient
        .transform(Number)
        .optional(),
    }),
    answer: { kind: 'file', mime: 'image/png' },
    problems: ['work_has_no_scenes', 'asset_missing', 'media_missing', 'conflict', 'ffmpeg_failed'],
  }),
  cancelExport: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}/cancel',
    access: 'works:write',
    summary: 'Stop an export; one that has ended stays as it is.',
    params: inExport,
    answer: json(Export),
  }),
  deleteExport: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/works/{workId}/exports/{exportId}',
    access: 'works:write',
    summary: 'Delete an export and its file for good; one under way is stopped.',
    params: inExport,
    answer: { kind: 'none' },
  }),
} as const;
