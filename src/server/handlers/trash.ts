import type { trashOperations } from '#contract/operations/trash.ts';
import type { Scope } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { TrashKind } from '#contract/trash.ts';
import { derivedOfTrash } from '#studio/media/open-derived.ts';
import { deleteFromTrash } from '#studio/trash/delete-from-trash.ts';
import { listTrash } from '#studio/trash/list-trash.ts';
import { restoreFromTrash } from '#studio/trash/restore-from-trash.ts';
import { trashAsset } from '#studio/trash/trash-asset.ts';
import { trashProject } from '#studio/trash/trash-project.ts';
import { trashScene } from '#studio/trash/trash-scene.ts';
import { trashTemplate } from '#studio/trash/trash-template.ts';
import { trashWork } from '#studio/trash/trash-work.ts';
import { mayCall, type Call } from '../call.ts';
import type { Handlers } from './handler.ts';

/** What is deleted with a way back. */
export const trashHandlers: Handlers<typeof trashOperations> = {
  trashProject: (world, actor, { projectId }) => trashProject(world, actor, projectId),
  trashWork: (world, actor, place) => trashWork(world, actor, place),
  trashScene: (world, actor, place) => trashScene(world, actor, place),
  trashAsset: (world, actor, place) => trashAsset(world, actor, place),
  trashTemplate: (world, actor, place) => trashTemplate(world, actor, place),
  listTrash: async (world, actor, page, call) => {
    const kinds = TrashKind.options.filter((kind) => !isOfWorks(kind) || mayCall(call.credential, 'works:read'));
    const { items, nextCursor } = await listTrash(world, actor, { ...page, kinds });
    call.nextCursor(nextCursor);
    return items;
  },
  getTrashPoster: (world, actor, { trashId }, call) => {
    checkScope(trashId, 'works:read', call);
    return derivedOfTrash(world, actor, trashId, { kind: 'poster', signal: call.signal });
  },
  restoreFromTrash: (world, actor, { trashId }, call) => {
    checkScope(trashId, 'works:write', call);
    return restoreFromTrash(world, actor, trashId);
  },
  deleteFromTrash: (world, actor, { trashId }, call) => {
    checkScope(trashId, 'works:write', call);
    return deleteFromTrash(world, actor, trashId);
  },
};

const isOfWorks = (kind: TrashKind): boolean => kind === 'work' || kind === 'scene';

/** Leave for projects is not leave for works: an id says what it is of. */
function checkScope(trashId: string, scope: Scope, { credential }: Call): void {
  if (/^(work|scn)_/.test(trashId) && !mayCall(credential, scope)) throw new Problem('out_of_scope', { scope });
}
