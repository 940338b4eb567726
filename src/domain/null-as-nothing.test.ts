import { expect, test } from 'vitest';
import { GivenAnalysis } from '#contract/analysis.ts';
import { ExportRequest } from '#contract/export.ts';
import { aiOperations } from '#contract/operations/ai.ts';
import { ProjectFields } from '#contract/project.ts';
import { WorkFields } from '#contract/work.ts';
import { timelineFromExportRequest } from './timeline/from-export-request.ts';

const nulls = (...keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, null]));

test('an export takes null for what may be left out, and is the same film', () => {
  const span = { position: 0, end: 1 };
  const picture = { assetId: 'asset_1', width: 10, height: 10 };
  const least = {
    projectId: 'proj_1',
    workId: 'work_1',
    clips: [{ sceneIndex: 0, ...span }],
    texts: [{ text: 'Hi', ...span }],
    images: [{ ...picture, ...span }],
    options: { width: 64, height: 64, fps: 30 },
  };
  const corner = nulls('x', 'y', 'centerX', 'centerY', 'opacity', 'rotation');
  const full = {
    ...least,
    clips: [{ sceneIndex: 0, ...span, ...nulls('cutFrom', 'transition', 'transitionDuration') }],
    texts: [{ text: 'Hi', ...span, ...corner, ...nulls('fontSize', 'fontColor') }],
    images: [{ ...picture, ...span, ...corner, maintainAspectRatio: null }],
    options: { ...least.options, quality: null },
    audio: null,
  };
  const media = { sha256: 'a'.repeat(64), kind: 'image' } as const;
  const [one, other] = [least, full].map((request) =>
    timelineFromExportRequest(ExportRequest.parse(request), {
      ofScene: () => media,
      ofAsset: () => media,
      music: null,
    }),
  );
  expect(other).toEqual(one);
  const none = { ...least, ...nulls('texts', 'images', 'audio') };
  expect(ExportRequest.safeParse(none).success).toBe(true);
});

test('an analysis and a style guide lose what is null in them', () => {
  const scene = { index: 1, duration_seconds: 1, description: '', transition: 'cut', camera_movement: 'pan' };
  const analysis = { scene_count: 1, overall_tone: '', color_palette: [], tempo: 'slow', has_text_overlay: false };
  const given = GivenAnalysis.parse({ ...analysis, scenes: [{ ...scene, text_overlay: null }] });
  expect(given.scenes).toEqual([scene]);
  const bare = GivenAnalysis.parse({ ...analysis, scenes: [], measured: null, said_by: null });
  expect(bare).toEqual({ ...analysis, scenes: [] });
  expect(WorkFields.parse({ name: null, styleGuide: { tone: 'dry', tempo: null, must_avoid: null } })).toEqual({
    name: null,
    styleGuide: { tone: 'dry' },
  });
});

test('a project, and models that are asked directly, take null for what may be left out', () => {
  expect(ProjectFields.safeParse(nulls(...Object.keys(ProjectFields.shape))).success).toBe(true);
  const { writeScenarioDirectly, generateImageDirectly, generateVideoDirectly, extractStyleGuide } = aiOperations;
  const optional = nulls('systemPrompt', 'knowledge', 'styleGuide', 'analysis');
  expect(writeScenarioDirectly.body.safeParse({ intent: { mode: 'style_transfer' }, ...optional }).success).toBe(true);
  const image = nulls('negative_prompt', 'image_instruction', 'styleGuide', 'resolution');
  expect(generateImageDirectly.body.safeParse({ prompt: 'a', ...image }).success).toBe(true);
  const video = nulls('duration', 'video_instruction', 'styleGuide', 'resolution');
  expect(generateVideoDirectly.body.parse({ prompt: 'a', image_url: 'x', ...video })).toMatchObject({ duration: 5 });
  expect(generateVideoDirectly.body.parse({ prompt: 'a', image_url: 'x' })).toMatchObject({ duration: 5 });
  expect(extractStyleGuide.body.safeParse({ text: 'calm', url: null }).success).toBe(true);
  expect(extractStyleGuide.body.safeParse({ text: null, url: null }).success).toBe(false);
});
