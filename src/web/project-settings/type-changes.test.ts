import { expect, test } from 'vitest';
import { fieldsOfNewProject } from '#domain/project-presets.ts';
import { editedPrompts, typeChanges } from './type-changes.ts';

test('a project that nobody worked on may take over everything of another type', () => {
  const changes = typeChanges(fieldsOfNewProject({ projectType: 'news' }), 'social');
  expect(changes.map(({ field }) => field)).toEqual([
    'systemPrompt',
    'analyzerPrompt',
    'imageSystemPrompt',
    'videoSystemPrompt',
    'styleGuide',
  ]);
  expect(changes.every(({ isEdited }) => !isEdited)).toBe(true);
});

test('what somebody has written is marked, so that it is not replaced unasked', () => {
  const project = fieldsOfNewProject({ projectType: 'news', imageSystemPrompt: 'Woodcuts.' });
  expect(typeChanges(project, 'social').filter(({ isEdited }) => isEdited)).toEqual([
    { field: 'imageSystemPrompt', isEdited: true },
  ]);
  expect(editedPrompts(project)).toEqual(['imageSystemPrompt']);
});

test('a project that has everything of a type already gets nothing new of it', () => {
  const project = { ...fieldsOfNewProject({ projectType: 'news' }), projectType: 'blank' as const };
  expect(typeChanges(project, 'news')).toEqual([]);
});
