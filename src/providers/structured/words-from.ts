import { join } from 'node:path';
import type { MeasuredVideo } from '#contract/analysis.ts';
import { Problem } from '#contract/problems.ts';
import { probe } from '#media/probe.ts';
import { scalePicture } from '#media/scale-picture.ts';
import type { MediaInput, ProviderContext, ScenarioAdapter, VisionAdapter } from '../provider.ts';
import { analysisQuestion, type AnalysedFilm } from './analysis-question.ts';
import { askQuestion } from './ask-question.ts';
import { descriptionQuestion } from './description-question.ts';
import { measureFilm } from './measure-film.ts';
import { proposalQuestion } from './proposal-question.ts';
import { sampleFrames } from './sample-frames.ts';
import { scenarioQuestion } from './scenario-question.ts';
import type { AskStructured } from './structured-ask.ts';
import { styleGuideQuestion } from './style-guide-question.ts';

/** A vendor of words: how it is asked, and what it can look at beside pictures. */
export interface WordsVendor {
  /** The provider's id. */
  readonly id: string;
  readonly ask: AskStructured;
  /** `frames`: it takes no videos, and is shown stills of them. */
  readonly video: 'native' | 'frames';
  /** Stills of a video at most; two dozen unless said. */
  readonly mostFrames?: number;
  /** True where it takes sounds. */
  readonly sound?: true;
}

/** Everything a vendor of words does here, made of its one way to be asked. */
export function wordsFrom(vendor: WordsVendor): {
  readonly scenario: Required<ScenarioAdapter>;
  readonly vision: VisionAdapter;
} {
  const scenario: Required<ScenarioAdapter> = {
    async write(request, context) {
      const { value: scenes, ...cost } = await askQuestion(vendor, scenarioQuestion(request), [], context);
      return { scenes, ...cost };
    },
    async propose(request, context) {
      const { value: scenes, ...cost } = await askQuestion(vendor, proposalQuestion(request), [], context);
      return { scenes, ...cost };
    },
    async extractStyleGuide(request, context) {
      const { value: styleGuide, ...cost } = await askQuestion(vendor, styleGuideQuestion(request), [], context);
      return { styleGuide, ...cost };
    },
  };

  const vision: VisionAdapter = {
    async analyzeVideo({ video, prompt }, context) {
      const { media, measured, ...film } = await shown(vendor, video, context);
      const question = analysisQuestion({ prompt, ...film });
      const { value: analysis, ...cost } = await askQuestion(vendor, question, media, context);
      return { analysis: { ...analysis, ...(measured ? { measured } : {}) }, ...cost };
    },
    async describeImage({ image, prompt }, context) {
      const question = descriptionQuestion('picture', prompt);
      const media = [await smallPicture(image, context)];
      const { value: description, ...cost } = await askQuestion(vendor, question, media, context);
      return { description, ...cost };
    },
    ...(vendor.sound && {
      async describeSound({ sound, prompt }, context) {
        const question = descriptionQuestion('sound', prompt);
        const { value: description, ...cost } = await askQuestion(vendor, question, [sound], context);
        return { description, ...cost };
      },
    }),
  };
  return { scenario, vision };
}

const MAX_SIDE_PX = 1568; // no vendor looks closer (Anthropic's guide to vision); more is only paid for

/** A picture as every vendor takes it: a small JPEG, upright, without what a camera writes into its files. */
async function smallPicture(image: MediaInput, { scratch }: ProviderContext): Promise<MediaInput> {
  const path = join(scratch, 'picture.jpg');
  await scalePicture(image.path, { name: image.name ?? 'The picture', maxSidePx: MAX_SIDE_PX, outputPath: path });
  return { ...image, path, mime: 'image/jpeg' };
}

const MOST_SHOTS = 100; // more make a prompt no better

/** A video as the vendor can take it, and what is known of it; what is wrong with the file is found before anything is paid. */
async function shown(
  vendor: WordsVendor,
  video: MediaInput,
  context: ProviderContext,
): Promise<
  Omit<AnalysedFilm, 'prompt'> & { readonly media: readonly MediaInput[]; readonly measured?: MeasuredVideo }
> {
  const name = video.name ?? 'The file';
  const { kind, durationS } = await probe(video.path, { ffmpeg: context.ffmpeg, name });
  if (kind !== 'video') throw new Problem('unsupported_media', { name, reason: 'it is not a video' });
  const isNative = vendor.video === 'native';
  const frames = isNative ? null : await sampleFrames(video, durationS, context, vendor.mostFrames);
  const film = await measureFilm(video, durationS, context);
  return {
    durationS,
    media: frames ? frames.map(({ picture }) => picture) : [video],
    framesAtS: frames && frames.map(({ atS }) => atS),
    shots: film && film.scenes.length <= MOST_SHOTS ? film.scenes : null,
    ...(film?.measured ? { measured: film.measured } : {}),
  };
}
