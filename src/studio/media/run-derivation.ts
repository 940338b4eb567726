import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DerivedKind } from '#contract/derived.ts';
import { Problem } from '#contract/problems.ts';
import type { DeadJob, JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { deriveMedia } from '#render/derived/derive-media.ts';
import { keepDerived } from '#store/keep-derived.ts';
import { getMedia } from '#store/media.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { derivedFailureName, derivedName } from './derived-name.ts';
import { isWhole } from './is-whole.ts';

const Payload = z.object({ sha256: z.string(), kind: DerivedKind });

/** Makes one derived file, unless it is there or its source has gone; why it cannot be made is remembered beside it. */
export async function runDerivation(world: World, job: RunningJob): Promise<JobOutcome> {
  const { sha256, kind } = Payload.parse(job.payload);
  const media = await getMedia(world.database.kysely, sha256);
  const name = derivedName(kind);
  if (!media?.facts || !(await isWhole(world, sha256))) return { status: 'done' };
  if ((await world.files.derived.sizeOf(sha256, name)) !== null) return { status: 'done' };
  // Nothing is lost by it, so it stops at once when the process closes.
  const signal = AbortSignal.any([job.signal, job.closing]);
  const scratch = join(world.directories.scratch, job.id);
  await mkdir(scratch, { recursive: true });
  try {
    const path = join(scratch, name);
    const derivation = { ffmpeg: world.ffmpeg.path, path: world.files.pathOf(sha256), facts: media.facts };
    await deriveMedia(kind, { ...derivation, name: 'The file', outputPath: path, signal });
    await keepDerived(world.database, world.files, { sha256, name, path });
  } catch (error) {
    if (job.signal.aborted) throw error;
    if (signal.aborted) return { status: 'again', afterMs: 0 };
    if (!(error instanceof Problem) || /no space left/i.test(error.message)) throw error; // not the file's fault
    world.log({ level: 'warn', event: 'derivation_failed', sha256, kind, reason: error.message });
    await rememberFailure(world, { sha256, kind }, error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { status: 'done' };
}

/** Remembers that the queue has given one up. */
export async function giveUpDerivation(world: World, job: DeadJob, problem: Problem): Promise<void> {
  await rememberFailure(world, Payload.parse(job.payload), problem);
}

/** What FFmpeg said is for the log: it names places of this machine, and the user can do nothing about it. */
async function rememberFailure(world: World, wanted: z.infer<typeof Payload>, failure: Problem): Promise<void> {
  const { sha256, kind } = wanted;
  const told =
    failure.code === 'media_unreadable'
      ? failure
      : new Problem('media_unreadable', { name: 'The file', reason: `no ${kind} can be made of it` });
  const name = derivedFailureName(kind);
  const path = join(world.directories.scratch, `${sha256}-${name}`);
  await writeFile(path, JSON.stringify(storedError(told)));
  if (!(await keepDerived(world.database, world.files, { sha256, name, path }))) await rm(path, { force: true });
}
