import type { Page } from '@playwright/test';

const DELAY_MS = 400;
/** On a busy machine a screen may take longer to ask all it wants than an answer takes; what waits for one waits for this too. */
const LONG_DELAY_MS = 2000;

/** Something that a page read of the API, and when. */
export interface Asked {
  readonly what: string;
  readonly fromMs: number;
  toMs: number;
}

/**
 * Writes down what a page reads of the API; every answer takes at least `delayMs`, so that what is asked after an answer
 * came is told apart from what was asked beside it.
 */
async function record(page: Page, delayMs: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  await page.route('**/api/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const isStream = pathname === '/api/events'; // never ends, and nothing waits for it
    const isWrite = route.request().method() !== 'GET'; // how far somebody has come: no screen waits for that
    if (isStream || isWrite || /^(image|media)$/.test(route.request().resourceType())) return route.continue();
    const one: Asked = {
      what: `${pathname}${search}`,
      fromMs: performance.now(),
      toMs: Infinity,
    };
    // What is asked again (the stream of events says it may have changed) was there already.
    if (!asked.some(({ what }) => what === one.what)) asked.push(one);
    const [response] = await Promise.all([route.fetch(), new Promise((resolve) => setTimeout(resolve, delayMs))]);
    one.toMs = performance.now();
    // A clip that is decoded is asked for by a script; it is shown where it comes in, and holds nothing back.
    if (isPictureOrSound(response.headers()['content-type'])) asked.splice(asked.indexOf(one), 1);
    return route.fulfill({ response });
  });
  return asked;
}

const isPictureOrSound = (type = ''): boolean => /^(image|video|audio)\//.test(type);

/** Writes down what is taken out of sight after it was shown: what a part that waits for something does to all around it. */
export async function watchForHiding(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const scope = globalThis as unknown as { hidden: string[] };
    scope.hidden = [];
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        // React alone hides with !important: whatever stands in a Suspense that waits anew.
        const { style } = target as HTMLElement;
        if (style.getPropertyPriority('display') === 'important')
          scope.hidden.push((target as Element).outerHTML.slice(0, 200));
      }
    });
    observer.observe(document, { subtree: true, attributeFilter: ['style'] });
  });
}

/** What was taken out of sight since `watchForHiding`. */
export const hiddenAgain = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { hidden: string[] }).hidden);

/** The longest row of requests of which each was asked only when the one before was answered. */
export function longestChain(asked: readonly Asked[]): readonly string[] {
  const chains = new Map<Asked, readonly string[]>();
  for (const one of [...asked].sort((a, b) => a.fromMs - b.fromMs)) {
    let longest: readonly string[] = [];
    for (const [before, chain] of chains) {
      if (before.toMs <= one.fromMs && chain.length > longest.length) longest = chain;
    }
    chains.set(one, [...longest, one.what]);
  }
  return [...chains.values()].reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

/**
 * The longest row of requests that a page makes while it is opened; when it seems too long, it is opened once more with
 * answers that take so long that a busy machine makes no difference.
 */
export async function rowOfRequests(page: Page, open: () => Promise<void>, atMost: number): Promise<readonly string[]> {
  const rowAt = async (delayMs: number): Promise<readonly string[]> => {
    const asked = await record(page, delayMs);
    await open();
    // Two turns of the longest row: whatever waits for these answers has begun by then.
    await page.waitForTimeout(2 * delayMs);
    await page.unrouteAll({ behavior: 'wait' });
    return longestChain(asked);
  };
  const quick = await rowAt(DELAY_MS);
  return quick.length > atMost ? await rowAt(LONG_DELAY_MS) : quick;
}
