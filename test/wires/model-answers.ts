import type { Ask } from './adapter-case.ts';

/** What a model of words answers to each ask: JSON of the schema that it is given, as text. */
export const modelAnswers: Readonly<Record<Exclude<Ask, 'image' | 'video'>, string>> = {
  scenario: JSON.stringify({
    scenes: [
      {
        duration_seconds: 4,
        image_prompt: 'A green bottle on a stone plinth',
        negative_prompt: 'text',
        video_prompt: 'Push in slowly',
        text_overlay: 'Cold for 24 hours',
        transition: 'cut',
      },
      {
        duration_seconds: 5,
        image_prompt: 'The same bottle beside a stream',
        negative_prompt: '',
        video_prompt: 'Drift to the left',
        text_overlay: null,
        transition: 'dissolve',
      },
    ],
  }),
  proposal: JSON.stringify({
    scenes: [
      {
        scene: 1,
        image_prompt: 'A green bottle in the evening sun',
        negative_prompt: '',
        video_prompt: 'Push in slowly',
        text_overlay: 'Cold for 24 hours',
        transition: 'cut',
      },
    ],
  }),
  'style-guide': JSON.stringify({
    tone: 'calm',
    color_palette: ['#1a2b3c'],
    tempo: 'slow',
    camera_style: null,
    brand_voice: 'plain words',
    must_include: null,
    must_avoid: null,
  }),
  'describe-image': JSON.stringify({ description: 'A single flat colour.' }),
  'analyze-video': JSON.stringify({
    scene_count: 1,
    overall_tone: 'calm',
    color_palette: ['#205080'],
    tempo: 'slow',
    has_text_overlay: false,
    scenes: [
      {
        index: 1,
        duration_seconds: 1,
        description: 'A blue field',
        transition: 'cut',
        text_overlay: null,
        camera_movement: 'static',
      },
    ],
  }),
};
