import { setTimeout as sleep } from 'node:timers/promises';
import { DERIVED_MIMES, type DerivedKind } from '#contract/derived.ts';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { DERIVED_OF } from '#render/derived/derive-media.ts';
import { getMedia } from '#store/media.ts';
import { StoredError } from '#store/stored-error.ts';
import { getTake } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { findAsset } from '../assets/find-asset.ts';
import { findScene } from '../scenes/find-scene.ts';
import { findTake, type TakePlace } from '../scenes/find-take.ts';
import { problemOfStored } from '../stored-error.ts';
import { findTrashed } from '../trash/find-trashed.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { derivedFailureName, derivedName } from './derived-name.ts';
import { isWhole } from './is-whole.ts';
import { startDerivation } from './start-derivations.ts';

/** What is wanted, and for how long somebody is there to get it. */
export interface WantedDerived {
  readonly kind: DerivedKind;
  readonly signal: AbortSignal;
}

type Reach = Pick<World, 'database' | 'files' | 'queue' | 'clock'>;
type WorkPlace = { readonly projectId: string; readonly workId: string };

const WAIT_MS = 20_000; // a poster takes a moment; whoever wants the proxy of a long video asks again
const LOOK_EVERY_MS = 80; // a look at a folder
const WAITED_FOR = 10; // priority over what is made ahead

/** Of what a scene shows: its clip, else its picture. @throws Problem `not_found`, `not_made_yet`, `media_unreadable` */
export async function derivedOfScene(
  world: Reach,
  _: Actor,
  { workId, sceneIndex }: { readonly workId: string; readonly sceneIndex: number },
  wanted: WantedDerived,
): Promise<FileAnswer> {
  const scene = await findScene(world, workId, sceneIndex);
  const takeId = scene.pickedVideoTakeId ?? scene.pickedImageTakeId;
  const take = takeId ? await getTake(world.database.kysely, takeId) : null;
  return openDerived(world, take?.sha256, wanted);
}

/** Of a take. */
export async function derivedOfTake(
  world: Reach,
  _: Actor,
  place: TakePlace,
  wanted: WantedDerived,
): Promise<FileAnswer> {
  return openDerived(world, (await findTake(world, place)).sha256, wanted);
}

/** Of a work's reference video. */
export async function derivedOfReference(
  world: Reach,
  actor: Actor,
  place: WorkPlace,
  wanted: WantedDerived,
): Promise<FileAnswer> {
  return openDerived(world, (await findWork(world, actor, place)).referenceSha256, wanted);
}

/** Of the music of a work. */
export async function derivedOfWorkAudio(
  world: Reach,
  actor: Actor,
  place: WorkPlace,
  wanted: WantedDerived,
): Promise<FileAnswer> {
  return openDerived(world, (await findWork(world, actor, place)).audioSha256, wanted);
}

/** Of an asset. */
export async function derivedOfAsset(
  world: Reach,
  actor: Actor,
  place: { readonly projectId: string; readonly assetId: string },
  wanted: WantedDerived,
): Promise<FileAnswer> {
  return openDerived(world, (await findAsset(world, actor, place)).sha256, wanted);
}

/** Of what is in the trash, which has no other picture. */
export async function derivedOfTrash(
  world: Reach,
  actor: Actor,
  trashId: string,
  wanted: WantedDerived,
): Promise<FileAnswer> {
  return openDerived(world, (await findTrashed(world, actor, trashId)).posterSha256, wanted);
}

/** What is not made yet is put into the queue and waited for; a failure that is remembered is told at once. */
async function openDerived(
  world: Reach,
  sha256: string | null | undefined,
  { kind, signal }: WantedDerived,
): Promise<FileAnswer> {
  const media = sha256 ? await getMedia(world.database.kysely, sha256) : null;
  const possible: readonly DerivedKind[] = media?.facts ? DERIVED_OF[media.facts.kind] : [];
  if (!media || !possible.includes(kind)) throw new Problem('not_found', { what: kind });
  const made = (): Promise<FileAnswer | null> => madeAlready(world, media.sha256, kind);
  let answer = await made();
  if (answer) return answer;
  if (!(await isWhole(world, media.sha256))) throw new Problem('media_missing', { sha256: media.sha256 });
  await startDerivation(world, { sha256: media.sha256, kind }, { priority: WAITED_FOR });
  const untilMs = world.clock.nowMs() + WAIT_MS;
  while (!answer && world.clock.nowMs() < untilMs) {
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    answer = await made();
  }
  if (!answer) throw new Problem('not_made_yet', { what: kind });
  return answer;
}

async function madeAlready(
  { files }: Pick<World, 'files'>,
  sha256: string,
  kind: DerivedKind,
): Promise<FileAnswer | null> {
  const name = derivedName(kind);
  const sizeBytes = await files.derived.sizeOf(sha256, name);
  if (sizeBytes !== null) {
    const path = files.derived.pathOf(sha256, name);
    return { path, mime: DERIVED_MIMES[kind], filename: name, sizeBytes, etag: `${sha256}-${name}` };
  }
  const failure = await files.derived.textOf(sha256, derivedFailureName(kind));
  if (failure !== null) throw problemOfStored(StoredError.parse(JSON.parse(failure)));
  return null;
}
