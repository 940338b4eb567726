import { ProjectFields, ProjectType } from '#contract/project.ts';
import { describe, expect, test } from 'vitest';
import { fieldsOfNewProject, projectPresets } from './project-presets.ts';

describe('a new project', () => {
  test.each(ProjectType.options)('of type %s is complete and valid as it is', (projectType) => {
    const fields = fieldsOfNewProject({ projectType });
    expect(ProjectFields.parse(fields)).toEqual(fields);
    for (const text of [
      fields.systemPrompt,
      fields.analyzerPrompt,
      fields.imageSystemPrompt,
      fields.videoSystemPrompt,
    ]) {
      expect(text.length).toBeGreaterThan(100);
    }
    expect(fields.styleGuide).toMatchObject({
      tone: expect.stringMatching(/./),
      tempo: expect.stringMatching(/./),
      camera_style: expect.stringMatching(/./),
      brand_voice: expect.stringMatching(/./),
      color_palette: expect.any(Array),
      must_include: expect.any(Array),
      must_avoid: expect.any(Array),
    });
  });

  test('without a type is blank', () => {
    expect(fieldsOfNewProject({})).toMatchObject({ projectType: 'blank', name: 'New project', knowledge: '' });
  });

  test('keeps what was given, also when it is empty, and fills the style guide field by field', () => {
    const fields = fieldsOfNewProject({ projectType: 'saas', systemPrompt: '', styleGuide: { tone: 'dry' } });
    expect(fields.systemPrompt).toBe('');
    expect(fields.styleGuide).toEqual({ ...projectPresets.saas.styleGuide, tone: 'dry' });
  });

  test('of each type is told differently', () => {
    const presets = Object.values(projectPresets);
    for (const key of ['systemPrompt', 'analyzerPrompt', 'imageSystemPrompt', 'videoSystemPrompt'] as const) {
      expect(new Set(presets.map((preset) => preset[key])).size).toBe(presets.length);
    }
  });
});
