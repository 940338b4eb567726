import type { MediaFacts } from '#contract/take.ts';
import type { FileSource } from '#store/files/file-store.ts';
import { keepMedia } from '#store/keep-media.ts';
import { insertUserMedia, type UserMediaRow } from '#store/user-media.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';

const KEPT_DAYS = 30; // what docs/api.md promises
const DAY_MS = 24 * 60 * 60 * 1000;

/** Keeps the result of a call without a work as the user's own for 30 days: `/api/media/<id>`. */
export async function keepUserMedia(
  world: Pick<World, 'database' | 'files' | 'clock' | 'random'>,
  owner: { readonly workspaceId: string; readonly userId: string | null },
  media: FileSource & { readonly facts: MediaFacts; readonly filename: string },
): Promise<UserMediaRow> {
  const id = newId(world, 'media');
  const { workspaceId, userId } = owner;
  const { filename, ...source } = media;
  const kept = await keepMedia(world.database, world.files, { ...source, owner: { kind: 'user', id }, workspaceId });
  return insertUserMedia(world.database.kysely, {
    id,
    workspaceId,
    createdBy: userId,
    sha256: kept.sha256,
    filename,
    expiresAt: world.clock.nowMs() + KEPT_DAYS * DAY_MS,
  });
}
