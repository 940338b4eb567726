/** What an example asks for beside its line, which is in the words of the first run. */
export interface ExampleLine {
  readonly id: 'bottle' | 'saturn' | 'coffee';
  readonly projectType: 'ecommerce' | 'educational' | 'social';
  readonly durationS: 15 | 20 | 12;
  /** Which of the films that can be made of the line its frames are of. */
  readonly seed: number;
}

/** The lines that the first run offers to be taken and changed. */
export const exampleLines: readonly ExampleLine[] = [
  { id: 'bottle', projectType: 'ecommerce', durationS: 15, seed: 3 },
  { id: 'saturn', projectType: 'educational', durationS: 20, seed: 3 },
  { id: 'coffee', projectType: 'social', durationS: 12, seed: 2 },
];

/** Frames that are shown of each. */
export const FRAMES_OF_A_LINE = 4;
