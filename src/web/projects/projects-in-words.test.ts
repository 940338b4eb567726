import { expect, test } from 'vitest';
import type { ProjectOverview } from '#contract/overview.ts';
import { enProjects } from '../strings/en/projects.ts';
import { enWorks } from '../strings/en/works.ts';
import { orderProjects } from './order-projects.ts';
import { stateOfProject, titleOfProjects } from './state-of-project.ts';

const t = { projects: enProjects, works: enWorks };
const ofWork = { workId: 'work_1', workName: 'Spring' };
const project = (fields: Partial<ProjectOverview> = {}): ProjectOverview => ({
  id: fields.name ?? 'proj_1',
  name: 'EcoBottle',
  projectType: 'ecommerce',
  updatedAt: 0,
  works: 1,
  finishedS: 0,
  spentMicroUsd: 0,
  latest: {
    id: 'work_1',
    name: 'Spring',
    currentStep: 0,
    counts: { scenes: 0, images: 0, approved: 0, videos: 0 },
    frames: [],
  },
  needs: [],
  running: [],
  film: null,
  ...fields,
});
const review = { what: 'review', count: 1, sceneIndex: 3, ...ofWork } as const;
const analysis = { what: 'analysis', count: 1, sceneIndex: null, ...ofWork } as const;
const refused = { what: 'failed', count: 1, sceneIndex: 0, code: 'provider_invalid_key', ...ofWork } as const;

test('a project says all that waits in it, each kind once', () => {
  expect(stateOfProject(project({ needs: [review, analysis] }), t)).toEqual({
    kind: 'needs',
    words: 'Scene 4 to review and one analysis to read',
  });
  expect(stateOfProject(project({ needs: [review, { ...review, count: 4 }] }), t).words).toBe('5 pictures to review');
  expect(stateOfProject(project({ needs: [refused] }), t)).toEqual({
    kind: 'failed',
    words: 'Spring: The key was refused',
  });
  expect(stateOfProject(project({ works: 0, latest: null }), t).words).toBe('No works yet. A work is one video.');
});

test('the title says what waits, and where', () => {
  const waiting = project({ needs: [review, analysis] });
  expect(titleOfProjects([waiting, project()], enProjects)).toBe('Two things wait for you in EcoBottle');
  expect(titleOfProjects([waiting, project({ needs: [review] })], enProjects)).toBe('Three things wait for you');
  expect(titleOfProjects([project({ needs: [refused] })], enProjects)).toBe('Something failed in EcoBottle');
  expect(titleOfProjects([project()], enProjects)).toBe('Your projects');
});

test('what needs its user is listed first, then what runs, then what failed, then by the last change', () => {
  const running = { kind: 'film', count: 1, progress: 0, stage: 'clips', ...ofWork } as const;
  const projects = [
    project({ name: 'old', updatedAt: 1 }),
    project({ name: 'new', updatedAt: 9 }),
    project({ name: 'failed', needs: [refused] }),
    project({ name: 'runs', running: [running] }),
    project({ name: 'waits', needs: [review] }),
  ];
  const names = (order: 'needs' | 'name', words = '') =>
    orderProjects(projects, { order, words, language: 'en' }).map(({ name }) => name);
  expect(names('needs')).toEqual(['waits', 'runs', 'failed', 'new', 'old']);
  expect(names('name')).toEqual(['failed', 'new', 'old', 'runs', 'waits']);
  expect(names('needs', ' OLD ')).toEqual(['old']);
  expect(names('needs', 'spring')).toHaveLength(5);
});
