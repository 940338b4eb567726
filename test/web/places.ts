import type { Page } from '@playwright/test';
import type { Filled, WorkPlace } from './filled.ts';
import { expect, settled, test as base } from './studio.ts';

/** Every test of a file that goes through the screens is signed in as the one account that has them all filled. */
export const test = base.extend<{ readonly visitor: undefined }>({
  visitor: [
    async ({ studio, context, filled: { account } }, use) => {
      const { email, password } = account;
      const answer = await context.request.post(`${studio.url}/api/auth/login`, { data: { email, password } });
      expect(answer.ok()).toBe(true);
      await use(undefined);
    },
    { auto: true },
  ],
});

/** An address of the app, as somebody comes to it. */
export interface Place {
  /** Of the pictures of it. */
  readonly name: string;
  readonly at: (filled: Filled) => string;
  /** Shown to who is not signed in. */
  readonly isOutside?: true;
  /** What lies over it or beside it, and comes a little later. */
  readonly shows?: 'dialog' | 'complementary';
}

const project = ({ projectId }: WorkPlace): string => `/p/${projectId}`;
const work = (of: WorkPlace): string => `${project(of)}/w/${of.workId}`;

/** Every route of the app, and those of its states that an address tells apart. */
export const PLACES: readonly Place[] = [
  { name: 'login', at: () => '/login', isOutside: true },
  { name: 'register', at: () => '/register', isOutside: true },
  { name: 'projects', at: () => '/projects' },
  { name: 'projects-new', at: () => '/projects?new=true', shows: 'dialog' },
  { name: 'works', at: ({ half }) => project(half) },
  { name: 'works-list', at: ({ half }) => `${project(half)}?view=list` },
  { name: 'works-empty', at: ({ empty }) => project(empty) },
  { name: 'assets', at: ({ half }) => `${project(half)}/assets` },
  { name: 'assets-one', at: ({ half, assetId }) => `${project(half)}/assets?asset=${assetId}`, shows: 'complementary' },
  { name: 'assets-empty', at: ({ empty }) => `${project(empty)}/assets` },
  { name: 'templates', at: ({ half }) => `${project(half)}/templates` },
  {
    name: 'templates-one',
    at: ({ half, templateId }) => `${project(half)}/templates?template=${templateId}`,
    shows: 'dialog',
  },
  { name: 'templates-empty', at: ({ empty }) => `${project(empty)}/templates` },
  ...(['general', 'style', 'prompts', 'knowledge', 'budget'] as const).map((tab) => ({
    name: `project-${tab}`,
    at: ({ half }: Filled) => `${project(half)}/settings/${tab}`,
  })),
  { name: 'init', at: ({ empty }) => `${work(empty)}/init` },
  { name: 'init-reference', at: ({ half }) => `${work(half)}/init` },
  { name: 'analyze', at: ({ half }) => `${work(half)}/analyze` },
  { name: 'analyze-none', at: ({ empty }) => `${work(empty)}/analyze` },
  { name: 'scenario', at: ({ half }) => `${work(half)}/scenario` },
  { name: 'scenario-open', at: ({ half }) => `${work(half)}/scenario?scene=1` },
  { name: 'scenario-empty', at: ({ empty }) => `${work(empty)}/scenario` },
  { name: 'generate', at: ({ half }) => `${work(half)}/generate` },
  { name: 'generate-panel', at: ({ half }) => `${work(half)}/generate?scene=1`, shows: 'complementary' },
  {
    name: 'generate-panel-video',
    at: ({ half }) => `${work(half)}/generate?scene=0&tab=video`,
    shows: 'complementary',
  },
  { name: 'generate-done', at: ({ film }) => `${work(film)}/generate` },
  { name: 'generate-empty', at: ({ empty }) => `${work(empty)}/generate` },
  { name: 'editor', at: ({ film }) => `${work(film)}/editor` },
  { name: 'editor-empty', at: ({ empty }) => `${work(empty)}/editor` },
  ...(['providers', 'tokens', 'account', 'appearance', 'spend'] as const).map((tab) => ({
    name: tab,
    at: () => `/settings/${tab}`,
  })),
  { name: 'trash', at: () => '/trash' },
  { name: 'no-such-page', at: () => '/no/such/page' },
  { name: 'no-such-project', at: () => '/p/proj_01jaaaaaaaaaaaaaaaaaaaaaaa' },
];

/** Opens a place, and waits until it is what it is. */
export async function goTo(page: Page, filled: Filled, { at, isOutside, shows }: Place): Promise<void> {
  if (isOutside) await page.context().clearCookies();
  await page.goto(at(filled));
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  if (shows) await expect(page.getByRole(shows)).toBeVisible();
  await settled(page);
}

export { expect };
