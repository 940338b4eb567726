import { z } from 'zod';
import { Export, ExportQuality } from '../export.ts';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { inWork, json } from './parts.ts';

/** Films. */
export const exportsOperations = {
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
} as const;
