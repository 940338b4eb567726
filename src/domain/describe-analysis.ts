import type { AnalysisResult } from '#contract/analysis.ts';
import type { MediaFacts } from '#contract/take.ts';

const LONGEST = 4000; // what a description may hold

/** What was found in a video, in sentences: how long and large it is, how it looks, and its scenes one by one. */
export function describeAnalysis(analysis: AnalysisResult, facts: MediaFacts): string {
  const { scenes, color_palette, overall_tone, tempo, has_text_overlay } = analysis;
  const size = facts.width === null || facts.height === null ? '' : `, ${String(facts.width)}x${String(facts.height)}`;
  const length = facts.durationS === null ? '' : ` of ${rounded(facts.durationS)} s`;
  const sentences = [
    `Video${length}${size}, ${facts.hasAudio ? 'with' : 'without'} sound, ${counted(scenes.length, 'scene')}, ${tempo} tempo.`,
    ended(overall_tone),
    color_palette.length === 0 ? '' : `Colours: ${color_palette.join(', ')}.`,
    has_text_overlay ? 'Words are laid over it.' : '',
    ...scenes.map(
      ({ index, duration_seconds, camera_movement, description }) =>
        `Scene ${String(index)} (${rounded(duration_seconds)} s, ${camera_movement}): ${ended(description)}`,
    ),
  ];
  return sentences.filter(Boolean).join(' ').slice(0, LONGEST);
}

const rounded = (seconds: number): string => String(Math.round(seconds * 10) / 10);
const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

function ended(sentence: string): string {
  const trimmed = sentence.trim();
  return trimmed === '' || /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
