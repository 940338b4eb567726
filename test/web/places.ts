import type { Browser, Page } from '@playwright/test';
import { smallResults } from '../chaos/media.ts';
import { solidPng } from '../solid-png.ts';
import type { Studio } from './open-studio.ts';
import { expect, settled, signUp, test as base, type Account } from './studio.ts';

interface WorkPlace {
  readonly projectId: string;
  readonly workId: string;
}

/** An account that has something on every screen. */
export interface Filled {
  readonly account: Account;
  /** A finished film, made of one line. */
  readonly film: WorkPlace;
  /** Three scenes: one done, one to review, one not begun; and a reference video that was looked at. */
  readonly half: WorkPlace;
  /** A project and a work that hold nothing. */
  readonly empty: WorkPlace;
  readonly assetId: string;
  readonly templateId: string;
}

/** Every test of a file that goes through the screens is signed in as the one account that has them all filled. */
export const test = base.extend<{ readonly visitor: undefined }, { readonly filled: Filled }>({
  filled: [async ({ studio, browser }, use) => use(await fill(studio, browser)), { scope: 'worker', timeout: 180_000 }],
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

const SMALL = { width: 144, height: 256 };

async function fill(studio: Studio, browser: Browser): Promise<Filled> {
  const context = await browser.newContext();
  const account = await signUp(studio, context);
  await context.close();
  const { client } = account;
  const { projectId, workId, jobId } = await client.makeFilm({
    brief: 'A refill bottle that keeps water cold for a day, for people who walk to work.',
    durationS: 3,
    resolution: SMALL,
  });
  const project = await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' });
  const halfId = await halfWork(account, project.id);
  const assetId = await files(account, project.id);
  const templateId = await template(account, project.id, assetId);
  await client.createToken({ name: 'Nightly build', scopes: ['works:read'], expiresInDays: 90 });
  const gone = await client.createWork({ projectId: project.id, name: 'Autumn, first try' });
  await client.trashWork({ projectId: project.id, workId: gone.id });
  await client.setProjectBudget({ projectId: project.id, limitMicroUsd: 5_000_000, period: 'total' });
  const bare = await client.createProject({ name: 'Not begun' });
  const nothing = await client.createWork({ projectId: bare.id, name: 'Empty' });
  await expect
    .poll(async () => (await client.getJob({ jobId })).status, { timeout: 120_000, intervals: [250] })
    .toBe('done');
  return {
    account,
    film: { projectId, workId },
    half: { projectId: project.id, workId: halfId },
    empty: { projectId: bare.id, workId: nothing.id },
    assetId,
    templateId,
  };
}

async function halfWork({ client }: Account, projectId: string): Promise<string> {
  const about = 'EcoBottle keeps water cold for 24 hours. It weighs 280 grams. The cap is made of cork.';
  const work = await client.createWork({
    projectId,
    name: 'Spring launch',
    productName: 'EcoBottle',
    productDescription: about,
    videoDuration: 6,
    resolution: SMALL,
  });
  const place = { projectId, workId: work.id };
  const { clip } = await smallResults();
  const video = new Blob([new Uint8Array(clip)], { type: 'video/mp4' });
  await client.uploadReference({ ...place, file: { name: 'reference.mp4', content: video } });
  await client.analyzeWork(place);
  const scenes = ['Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks'].map((image_prompt) => ({
    image_prompt,
    video_prompt: 'slow push in',
    duration_seconds: 2,
  }));
  await client.arrangeScenes({ ...place, scenes });
  for (const sceneIndex of [0, 1]) await client.generateImage({ ...place, sceneIndex });
  await client.approveScene({ ...place, sceneIndex: 0 });
  await client.generateVideo({ ...place, sceneIndex: 0 });
  return work.id;
}

async function files({ client }: Account, projectId: string): Promise<string> {
  const ids: string[] = [];
  for (const [name, colour] of [
    ['leaf', '#88aa22'],
    ['bottle', '#1f7a5c'],
  ] as const) {
    const content = new Blob([new Uint8Array(solidPng(colour, 240))], { type: 'image/png' });
    ids.push((await client.uploadAsset({ projectId, file: { name: `${name}.png`, content } })).id);
  }
  return ids.at(-1) ?? '';
}

/** A title with a placeholder, and a picture. */
async function template({ client }: Account, projectId: string, assetId: string): Promise<string> {
  const timing = { timingMode: 'relative', startPercent: 0, endPercent: 50 } as const;
  const centred = { centerX: 0, centerY: 0 };
  const { id } = await client.createTemplate({
    projectId,
    name: 'Opening title',
    description: 'The name of the product over the first half.',
    tags: ['title'],
    content: {
      textOverlays: [{ id: 't', text: 'Meet {{product}}', fontSize: 96, fontColor: '#ffffff', ...centred, ...timing }],
      imageOverlays: [
        { id: 'i', assetId, width: 200, height: 200, ...centred, centerY: 400, opacity: 1, rotation: 0, ...timing },
      ],
    },
  });
  return id;
}

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
