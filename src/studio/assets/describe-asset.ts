import { Problem } from '#contract/problems.ts';
import type { AssetRow } from '#store/assets.ts';
import type { Actor } from '../actor.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import type { StoredDescriptionRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';
import { noEar } from './describe-media.ts';

/** What a model that sees is asked; one that measures needs no words. */
export const DESCRIPTION_PROMPT =
  'Describe this for somebody who plans scenes of a video with it and cannot see it: what it shows, its composition, ' +
  'colours, light and mood. Two to four plain sentences, no guesses about names or places.';

/**
 * Starts to look at (or listen to) an asset; what is found becomes its description. Where that is under way, it is the one.
 *
 * @throws Problem `unsupported_media` for a font, and for a sound where the engine has no ear
 */
export function describeAsset(
  world: Pick<World, 'database' | 'queue' | 'clock' | 'random' | 'secrets'>,
  actor: Actor,
  asset: AssetRow,
  chosen: ChosenModel,
): Promise<{ readonly jobId: string }> {
  const { id, type, name, sha256, facts } = asset;
  if (type === 'font' || facts === null) {
    throw new Problem('unsupported_media', { name, reason: 'a font is not something to look at' });
  }
  if (type === 'audio' && !chosen.provider.vision?.describeSound) throw noEar(name);
  const request: StoredDescriptionRequest = {
    ask: 'description',
    assetId: id,
    type,
    media: { sha256, mime: facts.mime, name },
    prompt: DESCRIPTION_PROMPT,
  };
  const inputsHash = hashOf(['description', request]);
  const wanted = {
    role: 'vision',
    kind: 'describe',
    chosen,
    workId: null,
    sceneId: null,
    projectId: asset.projectId,
    request,
    inputsHash,
  } as const;
  return requestGeneration(world, actor, wanted, { join: true });
}
