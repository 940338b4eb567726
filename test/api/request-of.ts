import { randomBytes } from 'node:crypto';
import { makeId, idPrefixes, type IdKind } from '#contract/ids.ts';
import type { Operation } from '#contract/operation.ts';
import { operations, type OperationId } from '#contract/operations.ts';
import { formOf, type Ask } from '../open-test-server.ts';
import { aims, type IdName, type Ids } from './aims.ts';
import { tiny } from './tiny-media.ts';

/** Every operation with its name. */
export const everyOperation = Object.entries(operations) as readonly [OperationId, Operation][];

/** The parameters of an operation's path, from left to right. */
export function paramsOf(declaration: Operation): readonly IdName[] {
  return [...declaration.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as IdName);
}

/** The path of an operation, below `/api`, with these things in it. */
export function fillPath(declaration: Operation, ids: Ids): string {
  return declaration.path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const id = ids[name as IdName];
    if (id === undefined) throw new Error(`${whole} of ${declaration.path} is nowhere in aims.ts`);
    return id;
  });
}

/** The same with the query that the operation cannot do without. */
export function addressOf(id: OperationId, inPath: Ids, inQuery: Ids = inPath): string {
  const path = fillPath(operations[id], inPath);
  const { query } = aims[id];
  return query ? `${path}?${new URLSearchParams(query(inQuery)).toString()}` : path;
}

/** A request that would be granted: by its aim, with these things in its path and those in its body. */
export function requestOf(id: OperationId, inPath: Ids, inBody: Ids = inPath): { path: string; options: Ask } {
  const declaration: Operation = operations[id];
  const { body, file } = aims[id];
  const path = addressOf(id, inPath, inBody);
  if (file) {
    const fields = (body?.(inBody) ?? {}) as Record<string, string>;
    const field = declaration.upload?.field ?? 'file';
    return { path, options: { form: formOf({ field, bytes: tiny[file], name: `a.${file}` }, fields) } };
  }
  return { path, options: body ? { body: body(inBody) } : {} };
}

/** Things that are well named and not there. */
export function absentIds(): Ids {
  const absent = (kind: IdKind): string => makeId(kind, Date.now(), randomBytes(16));
  return {
    projectId: absent('project'),
    workId: absent('work'),
    sceneIndex: '0',
    takeId: absent('take'),
    assetId: absent('asset'),
    templateId: absent('template'),
    exportId: absent('export'),
    jobId: absent('job'),
    mediaId: absent('media'),
    tokenId: absent('token'),
    sessionId: absent('session'),
    provider: 'nobody',
    fontId: 'none-400',
    trashId: absent('work'),
  };
}

const ID = new RegExp(`\\b(${Object.values(idPrefixes).join('|')})_[0-9a-z]{20,40}\\b`, 'g');

/** An answer without what differs from one request to the next: ids, moments, what else the machine is at. */
export function withoutIds(text: string): string {
  return text
    .replaceAll(ID, '$1_*')
    .replaceAll(/\b1[67]\d{11}\b/g, 'time')
    .replaceAll(/"(ahead|freeBytes|least|most)":\d+/g, '"$1":0');
}
