import { expect, test } from 'vitest';
import { keys } from '../queries/keys.ts';
import { staleAfter } from './stale-after.ts';

test.each([
  ['PUT', '/projects/proj_1', keys.project('proj_1')],
  ['POST', '/projects', keys.projects],
  ['POST', '/projects/proj_1/assets', keys.project('proj_1')],
  ['POST', '/projects/proj_1/works', keys.project('proj_1')],
  ['POST', '/projects/proj_1/works/work_1/trash', keys.trash],
  ['POST', '/projects/proj_1/works/work_1/style-guide', keys.project('proj_1')],
  ['POST', '/trash/tr_1/restore', keys.projects],
  ['PUT', '/settings/providers/gemini', keys.providers],
  ['DELETE', '/auth/sessions/ses_1', keys.sessions],
])('%s %s is asked for again in other tabs', (method, path, key) => {
  expect(staleAfter({ method, path })).toContainEqual(key);
});

test('what the server tells of by itself is not told twice', () => {
  expect(staleAfter({ method: 'PUT', path: '/projects/proj_1/works/work_1' })).toEqual([]);
  expect(staleAfter({ method: 'POST', path: '/projects/proj_1/works/work_1/generate/images' })).toEqual([]);
  expect(staleAfter({ method: 'POST', path: '/estimate' })).toEqual([]);
  expect(staleAfter({ method: 'POST', path: '/projects/proj_1/templates/tpl_1/apply' })).toEqual([]);
});
