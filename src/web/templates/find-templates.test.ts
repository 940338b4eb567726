import { expect, test } from 'vitest';
import type { TemplateSummary } from '#contract/template.ts';
import { findTemplates } from './find-templates.ts';

const template = (name: string, updatedAt: number, tags: readonly string[] = []): TemplateSummary => ({
  id: `tpl_${name}`,
  name,
  tags: [...tags],
  createdAt: 0,
  updatedAt,
  textOverlayCount: 1,
  imageOverlayCount: 0,
  hasExportSettings: false,
});

test('templates are found by their name and their tags, whatever the letters, the last changed first', () => {
  const all = [template('Opening', 1, ['Title']), template('Lower third', 2), template('End card', 3, ['title'])];
  const names = (q?: string) => findTemplates(all, q).map(({ name }) => name);
  expect(names()).toEqual(['End card', 'Lower third', 'Opening']);
  expect(names(' TITLE ')).toEqual(['End card', 'Opening']);
  expect(names('nothing')).toEqual([]);
});
