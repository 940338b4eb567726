import { expect, test } from 'vitest';
import type { AnalysisResult } from '#contract/analysis.ts';
import { StyleGuide } from '#contract/style-guide.ts';
import { styleGuideOfAnalysis } from './style-guide-of-analysis.ts';

const shot = (camera_movement: string, duration_seconds = 1): AnalysisResult['scenes'][number] => ({
  index: 1,
  duration_seconds,
  description: '',
  transition: 'cut',
  camera_movement,
});
const analysis = (more: Partial<AnalysisResult>): AnalysisResult => ({
  scene_count: 0,
  overall_tone: '',
  color_palette: [],
  tempo: 'slow',
  has_text_overlay: false,
  scenes: [],
  ...more,
});

test('tone, colours, tempo and the commonest movement of the camera are the style', () => {
  const scenes = [shot('Push in'), shot('static', 30), shot('push in ')];
  const color_palette = ['#0A7D5C', '#fff', '#0a7d5c'];
  expect(styleGuideOfAnalysis(analysis({ overall_tone: ' calm ', color_palette, tempo: 'fast', scenes }))).toEqual({
    tone: 'calm',
    color_palette: ['#0a7d5c', '#fff'],
    tempo: 'fast',
    camera_style: 'push in',
  });
});

test('of two movements that are as common, the one that is longer on screen counts', () => {
  const { camera_style } = styleGuideOfAnalysis(analysis({ scenes: [shot('pan left', 2), shot('static', 3)] }));
  expect(camera_style).toBe('static');
});

test('what the analysis does not say, or a style guide cannot hold, is not in it', () => {
  expect(styleGuideOfAnalysis(analysis({ scenes: [shot('')] }))).toEqual({ tempo: 'slow' });
  const colours = Array.from({ length: 40 }, (_, index) => `#0000${index + 10}`);
  const long = analysis({
    overall_tone: 'x'.repeat(2000),
    color_palette: ['dark green', ...colours],
    scenes: [shot('y'.repeat(500))],
  });
  expect(StyleGuide.parse(styleGuideOfAnalysis(long)).color_palette).toEqual(colours.slice(0, 16));
});
