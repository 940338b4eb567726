import type { MediaFacts } from '#contract/take.ts';

/** What one derived file is made of and where it goes. */
export interface Derivation {
  readonly ffmpeg: string;
  readonly path: string;
  readonly facts: MediaFacts;
  /** What the source is called in a problem's sentence. */
  readonly name: string;
  /** Written whole before the promise resolves; whatever is there is replaced. */
  readonly outputPath: string;
  readonly signal: AbortSignal;
}

/** No title, no author, above all no place: nothing of what a camera writes into a file comes along. */
export const WITHOUT_METADATA: readonly string[] = ['-map_metadata', '-1', '-map_chapters', '-1'];

/** FFmpeg makes a wide-pixelled picture as wide as it is shown; it turns it upright by itself. */
export const SQUARE_PIXELS = "scale=w='max(2,2*round(iw*if(gt(sar,0),sar,1)/2))':h='max(2,2*round(ih/2))',setsar=1";
