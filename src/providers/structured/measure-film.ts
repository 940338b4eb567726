import type { AnalysisResult } from '#contract/analysis.ts';
import { analyzeVideo } from '../local/vision/analyze-video.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';

// A shorter film is one shot. Measuring 20 seconds of 1080x1920 takes 1.3 s of this process beside FFmpeg's decoding: of a
// long film it would hold others up.
const SHORTEST_S = 2;
const LONGEST_S = 180;

/** A film as this machine measures it, beside what a model says of it; null where that is not worth while, or cannot be done. */
export async function measureFilm(
  video: MediaInput,
  durationS: number | null,
  context: Pick<ProviderContext, 'ffmpeg' | 'signal' | 'progress'>,
): Promise<AnalysisResult | null> {
  if (durationS === null || durationS < SHORTEST_S || durationS > LONGEST_S) return null;
  try {
    const progress = (done: number): void => context.progress(done / 2);
    return await analyzeVideo(video, { ...context, progress });
  } catch {
    context.signal.throwIfAborted();
    return null; // what a model sees is enough
  }
}
