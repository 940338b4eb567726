import type { VisionAdapter } from '../../provider.ts';
import { analyzeVideo } from './analyze-video.ts';
import { describeImage } from './describe-image.ts';
import { describeSound } from './describe-sound.ts';

/** Looks by measuring: says what it measured and no more, in English; the prompt is not used. */
export const vision: VisionAdapter = {
  async analyzeVideo({ video }, context) {
    return { analysis: await analyzeVideo(video, context) };
  },
  async describeImage({ image }, context) {
    return { description: await describeImage(image, context) };
  },
  async describeSound({ sound }, context) {
    return { description: await describeSound(sound, context) };
  },
};
