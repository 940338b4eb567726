import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { placeOfRuns } from '../run-directory.ts';
import { fill, type Filled } from './filled.ts';
import { openTestVendor, type TestVendor } from './test-vendor.ts';
import { openStudio, type Studio } from './open-studio.ts';

/**
 * What the tests of one worker share: a running server with the built app, and a vendor it may ask. Files that need
 * neither take `test` from here too: where one takes another, a new worker begins, with a new server and browser.
 */
interface Shared {
  readonly studio: Studio;
  readonly vendor: TestVendor;
  readonly filled: Filled;
}

/** Every test gets its own account in the studio of its worker, and a page on which that account is signed in. */
interface Own {
  /** Who is signed in on `page`; its `client` asks the API as the same account. */
  readonly account: Account;
}

export interface Account {
  readonly email: string;
  readonly password: string;
  readonly client: Studio['client'];
}

let accounts = 0;

export const test = base.extend<Own, Shared>({
  vendor: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await using vendor = await openTestVendor();
      await use(vendor);
    },
    { scope: 'worker' },
  ],
  studio: [
    async ({ vendor }, use) => {
      await using studio = await openStudio({ SCENEWRIGHT_RUNWAY_BASE_URL: vendor.url }, await placeOfRuns());
      await use(studio);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  filled: [
    async ({ studio, browser }, use) => {
      const context = await browser.newContext();
      const account = await signUp(studio, context);
      await context.close();
      await use(await fill(account));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ studio }, use) => use(studio.url),
  page: async ({ page }, use) => {
    await use(page);
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' }); // what is still under way at the end is nobody's concern
  },
  account: async ({ studio, context, vendor }, use) => {
    vendor.reset(); // whatever an earlier test taught it
    await use(await signUp(studio, context));
  },
});

/** Opens an account and signs the browser in, as the form would: by the cookies that register answers with. */
export async function signUp(studio: Studio, context: BrowserContext): Promise<Account> {
  accounts += 1;
  const email = `maker${accounts}-${process.pid}@example.com`;
  const password = 'correct horse battery';
  const answer = await context.request.post(`${studio.url}/api/auth/register`, {
    data: { email, password, name: `Maker ${accounts}` },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return { email, password, client: studio.clientAs(accessToken) };
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeItself = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Fails with what axe finds on the page as it is now: WCAG 2.2 A and AA, and best practice. */
export async function expectNoViolations(page: Page): Promise<void> {
  await atRest(page);
  // Asked in the page itself, which takes half the time of a page of its own for the answers; that one is for frames.
  expect(page.frames(), page.url()).toHaveLength(1);
  // A page takes longer to read axe than to be judged by it, and AxeBuilder would have it read twice each time: once will do.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeItself);
  const { violations } = await new AxeBuilder({ page, axeSource: 'void 0' })
    .options({ resultTypes: ['violations'] }) // nobody reads what else it finds, which takes as long again to write down
    .withTags(RULES)
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.slice(0, 5).map(({ target, failureSummary }) => ({ target, failureSummary })),
  }));
  expect(found, page.url()).toEqual([]);
}

/** Fails where the page is wider than the window, and stays so; names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = (): Promise<string[]> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const parts = [...document.body.querySelectorAll('*')].filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        return right > clientWidth + 0.5 || left < -0.5;
      });
      const outer = parts.slice(0, 5).map((part) => (part.cloneNode() as Element).outerHTML);
      return [`${scrollWidth} px in a window of ${clientWidth} px`, ...outer];
    });
  // A page that was made narrower just now may take a moment to find its form.
  await expect.poll(tooWide, { message: `${page.url()} is wider than the window`, timeout: 3000 }).toEqual([]);
}

/** The sizes and themes that every screen is looked at in. */
export const LOOKS = [
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 390, height: 844 },
  { theme: 'light', width: 390, height: 844 },
] as const;

/** Shows the page in each look, and does something there: take its picture, ask axe. */
export async function inEachLook(page: Page, then: (look: (typeof LOOKS)[number]) => Promise<void>): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.evaluate((theme) => {
      localStorage.setItem('scenewright.theme', theme);
      document.documentElement.dataset['theme'] = theme;
    }, look.theme);
    await then(look);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/**
 * Waits until everything that is shown is there, and what follows a new size or theme has done so; the stream of events
 * never ends, so that the network is never idle.
 */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await atRest(page);
}

/** The same, also where something stays at work: fonts and pictures are there, and no colour is on its way to another. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const isInSight = ({ top, bottom }: DOMRect): boolean => top < innerHeight && bottom > 0;
    const pictures = [...document.images].filter((image) => isInSight(image.getBoundingClientRect()));
    await Promise.all(pictures.map((image) => image.decode().catch(() => {})));
    const isEnding = ({ playState, effect }: Animation): boolean =>
      playState === 'running' && Number.isFinite(Number(effect?.getComputedTiming().endTime));
    await Promise.all(
      document
        .getAnimations()
        .filter(isEnding)
        .map(({ finished }) => finished.catch(() => {})),
    );
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
  });
}

/** Waits until the frame is there: before that nobody listens to keys. */
export async function framed(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const isForPictures = process.env['CI'] !== 'true'; // in a build nobody looks at them; a test that fails keeps its own

/** Writes out/screens/<name>-<theme>-<width>.png in each look, and fails for what axe finds or what is too wide. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await inEachLook(page, async ({ theme, width }) => {
    await settled(page);
    if (isForPictures) await page.screenshot({ path: `out/screens/${name}-${theme}-${width}.png` });
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

export { expect };
