import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { probe } from '#media/probe.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import type { MediaOutput } from '#providers/provider.ts';
import { retirementNote } from '#providers/retirement-note.ts';
import type { GenerationRow } from '#store/generations.ts';
import { keepMedia } from '#store/keep-media.ts';
import type { NewTake, TakeRow } from '#store/takes.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { StoredImageRequest, StoredVideoRequest } from './generation-request.ts';

/** A take that is to be written, but for what it cost. */
export type KeptOutput = Omit<NewTake, 'costMicroUsd'>;

/** Probes a result and moves it into the media store; what comes back is the take to be written. */
export async function keepOutput(
  world: World,
  generation: GenerationRow & { readonly workId: string; readonly sceneId: string },
  output: MediaOutput,
): Promise<KeptOutput> {
  const id = newId(world, 'take');
  const { path, facts, kind } = await outputFile(world, generation, output);
  const kept = await keepMedia(world.database, world.files, {
    path,
    mime: facts.mime,
    facts,
    owner: { kind: 'take', id },
    workspaceId: generation.workspaceId,
  });
  return {
    ...lineage(generation),
    id,
    workspaceId: generation.workspaceId,
    createdBy: generation.createdBy,
    workId: generation.workId,
    sceneId: generation.sceneId,
    kind,
    origin: 'generated',
    sha256: kept.sha256,
    facts,
    provider: generation.provider,
    model: generation.model,
    inputsHash: generation.inputsHash,
    recipe: output.recipe ?? null,
    generationId: generation.id,
    tookMs: generation.submittingAt === null ? null : Math.max(0, world.clock.nowMs() - generation.submittingAt),
    notes: [...retirement(world, generation), ...(output.notes ?? [])],
  };
}

/** That its model is retired is told with what it made: the next may not come. */
function retirement(world: Pick<World, 'providers' | 'clock'>, { provider, role, model }: GenerationRow): string[] {
  const offered = world.providers.find(({ id }) => id === provider);
  const note = retirementNote(offered && descriptorFor(offered, role, model), world.clock.nowMs());
  return note === null ? [] : [note];
}

/**
 * A result on this machine's disk, measured.
 *
 * @throws Problem `provider_permanent` where it is not what was asked for
 */
export async function outputFile(
  world: World,
  generation: GenerationRow,
  output: MediaOutput,
): Promise<{ readonly path: string; readonly facts: MediaFacts; readonly kind: 'image' | 'video' }> {
  const { path } = output;
  if (path === undefined)
    throw new Problem('provider_permanent', { provider: generation.provider, reason: 'it sent no bytes' });
  const facts = await probe(path, { ffmpeg: world.ffmpeg.path });
  const kind = generation.role === 'video' ? 'video' : 'image';
  if (facts.kind !== kind) {
    throw new Problem('provider_permanent', {
      provider: generation.provider,
      reason: `it sent ${facts.mime} in place of a ${kind}`,
    });
  }
  return { path, facts, kind };
}

/** What went in: kept with the take, so that it can be asked for again. */
function lineage(
  generation: GenerationRow,
): Pick<TakeRow, 'prompt' | 'negativePrompt' | 'seed' | 'parentIds' | 'referenceSha256s'> {
  if (generation.role === 'video') {
    const { prompt, negativePrompt, seed, image, lastImage } = StoredVideoRequest.parse(generation.request);
    const pictures = lastImage === undefined ? [image] : [image, lastImage];
    const parentIds = pictures.flatMap(({ takeId }) => takeId ?? []);
    return { prompt, negativePrompt, seed, parentIds, referenceSha256s: pictures.map(({ sha256 }) => sha256) };
  }
  const { prompt, negativePrompt, seed, references } = StoredImageRequest.parse(generation.request);
  return { prompt, negativePrompt, seed, parentIds: [], referenceSha256s: references.map(({ sha256 }) => sha256) };
}
