import type { mediaOperations } from '#contract/operations/media.ts';
import { signPath } from '#studio/accounts/sign-path.ts';
import { mediaById } from '#studio/media/open-media.ts';
import type { Handlers } from './handler.ts';

/** Media by id, and signed addresses of it. */
export const mediaHandlers: Handlers<typeof mediaOperations> = {
  getMedia: (world, actor, { mediaId }) => mediaById(world, actor, mediaId),
  signMedia: async (world, actor, { mediaId }) => {
    await mediaById(world, actor, mediaId);
    return signPath(world, actor, `/api/media/${mediaId}`);
  },
};
