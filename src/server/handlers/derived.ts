import type { derivedOperations } from '#contract/operations/derived.ts';
import {
  derivedOfAsset,
  derivedOfReference,
  derivedOfScene,
  derivedOfTake,
  derivedOfWorkAudio,
} from '#studio/media/open-derived.ts';
import type { Handlers } from './handler.ts';

/** Posters, filmstrips, waveforms and proxies. */
export const derivedHandlers: Handlers<typeof derivedOperations> = {
  getScenePoster: (world, actor, input, { signal }) => derivedOfScene(world, actor, input, { kind: 'poster', signal }),
  getSceneFilmstrip: (world, actor, input, { signal }) =>
    derivedOfScene(world, actor, input, { kind: 'filmstrip', signal }),
  getScenePeaks: (world, actor, input, { signal }) => derivedOfScene(world, actor, input, { kind: 'peaks', signal }),
  getSceneProxy: (world, actor, input, { signal }) => derivedOfScene(world, actor, input, { kind: 'proxy', signal }),
  getTakePoster: (world, actor, input, { signal }) => derivedOfTake(world, actor, input, { kind: 'poster', signal }),
  getTakeFilmstrip: (world, actor, input, { signal }) =>
    derivedOfTake(world, actor, input, { kind: 'filmstrip', signal }),
  getTakePeaks: (world, actor, input, { signal }) => derivedOfTake(world, actor, input, { kind: 'peaks', signal }),
  getTakeProxy: (world, actor, input, { signal }) => derivedOfTake(world, actor, input, { kind: 'proxy', signal }),
  getReferencePoster: (world, actor, input, { signal }) =>
    derivedOfReference(world, actor, input, { kind: 'poster', signal }),
  getReferenceFilmstrip: (world, actor, input, { signal }) =>
    derivedOfReference(world, actor, input, { kind: 'filmstrip', signal }),
  getReferencePeaks: (world, actor, input, { signal }) =>
    derivedOfReference(world, actor, input, { kind: 'peaks', signal }),
  getReferenceProxy: (world, actor, input, { signal }) =>
    derivedOfReference(world, actor, input, { kind: 'proxy', signal }),
  getWorkAudioPeaks: (world, actor, input, { signal }) =>
    derivedOfWorkAudio(world, actor, input, { kind: 'peaks', signal }),
  getAssetPoster: (world, actor, input, { signal }) => derivedOfAsset(world, actor, input, { kind: 'poster', signal }),
  getAssetFilmstrip: (world, actor, input, { signal }) =>
    derivedOfAsset(world, actor, input, { kind: 'filmstrip', signal }),
  getAssetPeaks: (world, actor, input, { signal }) => derivedOfAsset(world, actor, input, { kind: 'peaks', signal }),
  getAssetProxy: (world, actor, input, { signal }) => derivedOfAsset(world, actor, input, { kind: 'proxy', signal }),
};
