import type { DerivedKind } from '#contract/derived.ts';
import type { MediaFacts } from '#contract/take.ts';
import { DERIVED_OF } from '#render/derived/derive-media.ts';
import type { Trx } from '#store/database/tables.ts';
import { DERIVE_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { derivedName } from './derived-name.ts';

/** What has a limit of its own among derived files, so that a long video never holds up a poster. */
export const PROXY_GROUP = 'proxy';

/** Puts everything into the queue that is made of a file and not there yet; asked again, nothing is made twice. */
export async function startDerivations(
  world: Pick<World, 'queue' | 'files'>,
  media: { readonly sha256: string; readonly facts: MediaFacts },
  options: { readonly db?: Trx } = {},
): Promise<void> {
  for (const kind of DERIVED_OF[media.facts.kind]) {
    const there = await world.files.derived.sizeOf(media.sha256, derivedName(kind));
    if (there === null) await startDerivation(world, { sha256: media.sha256, kind }, options);
  }
}

/** Puts one into the queue. */
export async function startDerivation(
  world: Pick<World, 'queue'>,
  wanted: { readonly sha256: string; readonly kind: DerivedKind },
  options: { readonly db?: Trx; readonly priority?: number } = {},
): Promise<void> {
  const { sha256, kind } = wanted;
  await world.queue.add(
    DERIVE_QUEUE,
    { sha256, kind },
    { ...options, singletonKey: `${kind} ${sha256}`, ...(kind === 'proxy' ? { group: PROXY_GROUP } : {}) },
  );
}
