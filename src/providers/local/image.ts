import type { ImageRequest, MediaAdapter } from '../provider.ts';
import { inDrawWorker } from './draw-pool.ts';

/** Pictures of the keyless provider: drawn from the words of a scene, or built from the user's own photos; done at once. */
export const image: MediaAdapter<ImageRequest> = {
  async submit(request, context) {
    const output = await inDrawWorker(
      { kind: 'still', input: { request, scratch: context.scratch } },
      { signal: context.signal, onProgress: context.progress },
    );
    return { status: 'done', outputs: [output], costMicroUsd: 0 };
  },
};
