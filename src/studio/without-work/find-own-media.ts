import { idSchema } from '#contract/ids.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { getAsset } from '#store/assets.ts';
import { getMedia } from '#store/media.ts';
import { listScenes } from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import { getUserMedia } from '#store/user-media.ts';
import type { Actor } from '../actor.ts';
import { findProject } from '../projects/find-project.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';

/** A file of the actor's that an address names. */
export interface OwnMedia {
  readonly sha256: string;
  readonly mime: string;
  readonly facts: MediaFacts | null;
  readonly takeId?: string;
  readonly assetId?: string;
}

type Found = Pick<OwnMedia, 'sha256' | 'takeId' | 'assetId'>;
type Find = (world: Pick<World, 'database'>, actor: Actor, names: readonly string[]) => Promise<Found | null>;

/** The addresses media have here; whose it is is looked up, as it is when it is downloaded. */
const addresses: readonly (readonly [path: RegExp, find: Find])[] = [
  [/^\/api\/media\/(take_\w+)$/, (world, actor, [id = '']) => ofTake(world, actor, id)],
  [/^\/api\/media\/(med_\w+)$/, (world, actor, [id = '']) => ofUser(world, actor, id)],
  [/^\/api\/projects\/(\w+)\/assets\/(\w+)$/, ofAsset],
  [/^\/api\/projects\/(\w+)\/works\/(\w+)\/media\/(audio|reference)$/, ofWork],
  [/^\/api\/projects\/(\w+)\/works\/(\w+)\/media\/scene\/(\d{1,3})\/(image|video)$/, ofScene],
];

/**
 * What an address of ours names, relative or with any host before it; null where it is none of ours. What is somebody
 * else's is as absent as what never was.
 *
 * @throws Problem `not_found`
 */
export async function findOwnMedia(
  world: Pick<World, 'database'>,
  actor: Actor,
  address: string,
): Promise<OwnMedia | null> {
  if (!URL.canParse(address, 'http://here')) return null;
  const { pathname, protocol, host } = new URL(address, 'http://here');
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  for (const [path, find] of addresses) {
    const match = path.exec(pathname);
    if (!match) continue;
    const found = await find(world, actor, match.slice(1)).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    });
    const media = found && (await getMedia(world.database.kysely, found.sha256));
    if (found && media) return { ...found, mime: media.mime, facts: media.facts };
    if (host === 'here') throw new Problem('not_found', { what: 'such media' });
    return null; // another host may have such a path too
  }
  if (host === 'here') throw new Problem('not_found', { what: 'such media' });
  return null;
}

async function ofTake(world: Pick<World, 'database'>, actor: Actor, id: string): Promise<Found | null> {
  const take = idSchema('take').safeParse(id).success ? await getTake(world.database.kysely, id) : null;
  return take?.workspaceId === actor.workspaceId ? { sha256: take.sha256, takeId: take.id } : null;
}

async function ofUser(world: Pick<World, 'database'>, actor: Actor, id: string): Promise<Found | null> {
  const media = idSchema('media').safeParse(id).success ? await getUserMedia(world.database.kysely, id) : null;
  return media?.workspaceId === actor.workspaceId ? { sha256: media.sha256 } : null;
}

async function ofAsset(
  world: Pick<World, 'database'>,
  actor: Actor,
  [projectId = '', assetId = '']: readonly string[],
): Promise<Found | null> {
  await findProject(world, actor, projectId);
  const asset = await getAsset(world.database.kysely, assetId);
  return asset?.projectId === projectId ? { sha256: asset.sha256, assetId } : null;
}

async function ofWork(
  world: Pick<World, 'database'>,
  actor: Actor,
  [projectId = '', workId = '', what = '']: readonly string[],
): Promise<Found | null> {
  const work = await findWork(world, actor, { projectId, workId });
  const sha256 = what === 'audio' ? work.audioSha256 : work.referenceSha256;
  return sha256 === null ? null : { sha256 };
}

async function ofScene(
  world: Pick<World, 'database'>,
  actor: Actor,
  [projectId = '', workId = '', place = '', kind = '']: readonly string[],
): Promise<Found | null> {
  await findWork(world, actor, { projectId, workId });
  const scene = (await listScenes(world.database.kysely, workId))[Number(place)];
  const takeId = kind === 'image' ? scene?.pickedImageTakeId : scene?.pickedVideoTakeId;
  return takeId ? ofTake(world, actor, takeId) : null;
}
