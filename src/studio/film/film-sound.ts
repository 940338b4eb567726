import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tempo } from '#contract/style-guide.ts';
import type { MediaRef } from '#contract/timeline.ts';
import { probe } from '#media/probe.ts';
import { inDrawWorker } from '#providers/local/draw-pool.ts';
import { keepMedia } from '#store/keep-media.ts';
import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { addAsset } from '../assets/add-asset.ts';
import { examineFile } from '../media/examine-file.ts';
import { startDerivations } from '../media/start-derivations.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import type { FilmBrief } from './film-brief.ts';

/**
 * What is heard under a film: the user's music, an asset; else a bed of our own as long as the film, which is to be the
 * sound of the work; else nothing.
 */
export async function filmSound(
  world: World,
  actor: Actor,
  work: WorkRow,
  brief: Pick<FilmBrief, 'musicPath' | 'sound' | 'seed'>,
  film: {
    readonly durationS: number;
    readonly tempo: Tempo;
    readonly scheme: 'light' | 'dark';
    readonly signal: AbortSignal;
  },
): Promise<MediaRef | undefined> {
  if (brief.musicPath) {
    const asset = await addAsset(world, actor, work.projectId, await examineFile(world, brief.musicPath, 'audio'));
    return { sha256: asset.sha256, kind: 'audio', assetId: asset.id };
  }
  if (brief.sound === 'none') return undefined;
  const directory = join(world.directories.scratch, newId(world, 'asset'));
  await mkdir(directory, { recursive: true });
  try {
    const path = join(directory, 'bed.wav');
    const input = { path, durationS: film.durationS, tempo: film.tempo, seed: brief.seed, scheme: film.scheme };
    await inDrawWorker({ kind: 'sound', input }, { signal: film.signal });
    const facts = await probe(path, { ffmpeg: world.ffmpeg.path });
    const owner = { kind: 'work', id: work.id } as const;
    const kept = await keepMedia(world.database, world.files, {
      path,
      mime: facts.mime,
      facts,
      owner,
      workspaceId: actor.workspaceId,
    });
    await startDerivations(world, { sha256: kept.sha256, facts });
    return { sha256: kept.sha256, kind: 'audio' };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
