import type { AnalysisResult } from '#contract/analysis.ts';
import { HEX_COLOUR } from '#contract/hex-colour.ts';
import type { StyleGuide } from '#contract/style-guide.ts';

// What a style guide holds (contract/style-guide.ts).
const MAX_COLOURS = 16;
const MAX_CHARACTERS = 500;

/** The look of an analysed video as a style guide; only what the analysis says is in it. */
export function styleGuideOfAnalysis(analysis: AnalysisResult): StyleGuide {
  const palette = [...new Set(analysis.color_palette.map((colour) => colour.trim().toLowerCase()))];
  const colours = palette.filter((colour) => HEX_COLOUR.test(colour)).slice(0, MAX_COLOURS);
  const said = toneOf(analysis).trim().slice(0, MAX_CHARACTERS);
  const camera = commonestMovement(analysis.scenes)?.slice(0, MAX_CHARACTERS);
  return {
    ...(said === '' ? {} : { tone: said }),
    ...(colours.length === 0 ? {} : { color_palette: colours }),
    tempo: analysis.tempo,
    ...(camera === undefined ? {} : { camera_style: camera }),
  };
}

/** Where the tone is the measured one, without what it says of the sound. */
function toneOf({ overall_tone, measured }: AnalysisResult): string {
  const tone = measured?.tone.join(', ');
  return tone && overall_tone.startsWith(`${tone};`) ? tone : overall_tone;
}

/** How the camera moves in most shots; of two that are as common, the one that is longer on screen. */
function commonestMovement(scenes: AnalysisResult['scenes']): string | undefined {
  const seen = new Map<string, { count: number; durationS: number }>();
  for (const { camera_movement, duration_seconds } of scenes) {
    const movement = camera_movement.trim().toLowerCase();
    if (movement === '') continue;
    const { count, durationS } = seen.get(movement) ?? { count: 0, durationS: 0 };
    seen.set(movement, { count: count + 1, durationS: durationS + duration_seconds });
  }
  const falling = [...seen].toSorted(([, a], [, b]) => b.count - a.count || b.durationS - a.durationS);
  return falling[0]?.[0];
}
