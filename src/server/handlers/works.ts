import type { worksOperations } from '#contract/operations/works.ts';
import { createWork } from '#studio/works/create-work.ts';
import { deleteWork } from '#studio/works/delete-work.ts';
import { listWorks } from '#studio/works/list-works.ts';
import { readEdit } from '#studio/works/read-edit.ts';
import { soundOfEdit } from '#studio/works/sound-of-edit.ts';
import { readWork } from '#studio/works/read-work.ts';
import { updateWork } from '#studio/works/update-work.ts';
import { FIRST_REVISION } from './first-revision.ts';
import type { Handlers } from './handler.ts';

/** One video each, from its brief to its edit. */
export const worksHandlers: Handlers<typeof worksOperations> = {
  listWorks: async (world, actor, { projectId, ...page }, call) => {
    const { items, nextCursor } = await listWorks(world, actor, projectId, page);
    call.nextCursor(nextCursor);
    return items;
  },
  createWork: async (world, actor, { projectId, ...fields }, call) => {
    const work = await createWork(world, actor, projectId, fields);
    call.revision(FIRST_REVISION, 'in-part');
    return work;
  },
  getWork: async (world, actor, place, call) => {
    const { work, revision } = await readWork(world, actor, place);
    call.revision(revision, 'in-part');
    return work;
  },
  getEdit: (world, actor, place) => readEdit(world, actor, place),
  getEditSound: (world, actor, place, { signal }) => soundOfEdit(world, actor, place, signal),
  updateWork: async (world, actor, { projectId, workId, ...changes }, call) => {
    const { work, revision } = await updateWork(world, actor, { projectId, workId }, changes, call);
    call.revision(revision, 'in-part');
    return work;
  },
  deleteWork: (world, actor, place, call) => deleteWork(world, actor, place, call),
};
