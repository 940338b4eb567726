import type { TakeComparison, TakeField } from '#contract/take-comparison.ts';
import type { Take } from '#contract/take.ts';
import type { World } from '../world.ts';
import { describeTakes } from './describe-takes.ts';
import { findScene } from './find-scene.ts';
import { findTake } from './find-take.ts';

/**
 * Puts two takes of a scene beside each other.
 *
 * @throws Problem `not_found` where one of them is no take of this scene
 */
export async function compareTakes(
  world: Pick<World, 'database'>,
  place: { readonly workId: string; readonly sceneIndex: number; readonly a: string; readonly b: string },
): Promise<TakeComparison> {
  const scene = await findScene(world, place.workId, place.sceneIndex);
  const rows = [
    await findTake(world, { ...place, takeId: place.a }),
    await findTake(world, { ...place, takeId: place.b }),
  ];
  const [a, b] = await describeTakes(world, scene, rows);
  if (!a || !b) throw new TypeError('a take was described as none');
  return { a, b, differences: differencesOf(a, b) };
}

type Compared = TakeComparison['differences'][number]['a'];

/** What is told of a take, by the field it is told under; in the order in which somebody asks. */
const told: Readonly<Record<TakeField, (take: Take) => Compared>> = {
  kind: ({ kind }) => kind,
  origin: ({ origin }) => origin,
  prompt: ({ prompt }) => prompt,
  negativePrompt: ({ negativePrompt }) => negativePrompt,
  provider: ({ provider }) => provider,
  model: ({ model }) => model,
  seed: ({ seed }) => seed,
  references: ({ references }) => references.map(({ name, sha256 }) => name ?? sha256),
  parentIds: ({ parentIds }) => parentIds,
  width: ({ facts }) => facts.width,
  height: ({ facts }) => facts.height,
  durationS: ({ facts }) => facts.durationS,
  costMicroUsd: ({ costMicroUsd }) => costMicroUsd,
  tookMs: ({ tookMs }) => tookMs,
};

function differencesOf(a: Take, b: Take): TakeComparison['differences'] {
  const fields = Object.keys(told) as TakeField[];
  return fields
    .map((field) => ({ field, a: told[field](a), b: told[field](b) }))
    .filter((one) => JSON.stringify(one.a) !== JSON.stringify(one.b));
}
