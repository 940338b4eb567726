import type { AnalysisResult } from '#contract/analysis.ts';
import { analyzeVideo } from '../local/vision/analyze-video.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';

type Shot = Pick<AnalysisResult['scenes'][number], 'duration_seconds' | 'camera_movement' | 'transition'>;

// A shorter film is one shot. Measuring 20 seconds of 1080x1920 takes 1.3 s of this process beside FFmpeg's decoding: of a
// long film it would hold others up.
const SHORTEST_S = 2;
const LONGEST_S = 180;
const MOST_SHOTS = 100; // more make a prompt no better

/**
 * The shots of a film as this machine measures them, for a model that only sees stills of it; null where that is not worth
 * while, or cannot be done.
 */
export async function measuredShots(
  video: MediaInput,
  durationS: number | null,
  context: Pick<ProviderContext, 'ffmpeg' | 'signal' | 'progress'>,
): Promise<readonly Shot[] | null> {
  if (durationS === null || durationS < SHORTEST_S || durationS > LONGEST_S) return null;
  try {
    const progress = (done: number): void => context.progress(done / 2);
    const { scenes } = await analyzeVideo(video, { ...context, progress });
    return scenes.length > MOST_SHOTS ? null : scenes;
  } catch {
    context.signal.throwIfAborted();
    return null; // the stills are enough to ask
  }
}
