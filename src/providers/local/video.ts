import { join } from 'node:path';
import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { inDrawWorker } from './draw-pool.ts';

/** The camera of the keyless provider: it films a picture with the move its prompt asks for. */
export const video: MediaAdapter<VideoRequest> = {
  async submit(request, context) {
    const { image, scene, seed, durationS, fps } = request;
    const path = join(context.scratch, 'clip.mp4');
    const prompt = request.scenePrompt === '' ? request.prompt : request.scenePrompt;
    const frameCount = Math.max(1, Math.round((durationS * fps.num) / fps.den));
    const tempo = scene?.styleGuide?.tempo;
    const output = await inDrawWorker(
      {
        kind: 'clip',
        input: {
          image,
          references: request.references ?? [],
          frame: { width: evenSide(request.width), height: evenSide(request.height) },
          fps,
          frameCount,
          seed,
          move: {
            prompt,
            seed,
            durationS,
            ...(scene === undefined
              ? {}
              : {
                  scene: {
                    sceneIndex: scene.sceneIndex,
                    sceneCount: scene.sceneCount,
                    ...(tempo === undefined ? {} : { tempo }),
                  },
                }),
          },
          ffmpeg: context.ffmpeg,
          path,
        },
      },
      { signal: context.signal, onProgress: context.progress },
    );
    return {
      status: 'done',
      outputs: [
        {
          mime: 'video/mp4',
          path,
          recipe: { v: 1, provider: 'local', kind: 'clip', move: output.move, seed, typeHint: output.typeHint },
        },
      ],
    };
  },
};

/** 4:2:0 needs even sides. */
function evenSide(pixels: number): number {
  return Math.max(16, 2 * Math.round(pixels / 2));
}
