import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectKeyboardReachesAll } from './keyboard.ts';
import { expect, goTo, PLACES, test } from './places.ts';
import { hiddenAgain, rowOfRequests, watchForHiding } from './row-of-requests.ts';
import { expectNoSidewaysScroll, lookAt, settled } from './studio.ts';

/** Hears what the browser complains of: errors, what the content security policy stops, code that throws. */
async function complaintsOf(page: Page, expected: RegExp | null): Promise<readonly string[]> {
  const complaints: string[] = [];
  const hear = (what: string): void => void (expected?.test(what) || complaints.push(what));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') hear(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => hear(String(error)));
  await page.exposeFunction('hearViolation', hear);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { hearViolation } = globalThis as unknown as { hearViolation: (what: string) => void };
      hearViolation(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return complaints;
}

/** What other files look at; where every test runs, it is not looked at twice. */
const lookedAtElsewhere = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.e2e.ts'))
  .flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/lookAt\(page, '([\w-]+)'\)/g)])
  .map(([, name]) => name);
const isWhole = process.env['CI'] === 'true';

test.describe.configure({ mode: 'parallel' }); // the last of the files, and long: both workers see it to its end

// Each place is come to once for all that is asked of it: coming there is half of what asking costs.
for (const place of PLACES) {
  const { name, isOutside } = place;
  test(`${name} asks at most twice in a row, stands in every look and from right to left, and is worked by the keyboard`, async ({
    page,
    filled,
  }) => {
    test.slow(); // it is several tests in one
    // A browser says of each answer that is a refusal that it was one.
    const complaints = await complaintsOf(
      page,
      isOutside ? /\b401\b/ : name.startsWith('no-such') ? /404|not found|No such/i : null,
    );
    await watchForHiding(page);
    await test.step('asks at most twice in a row, and hides nothing that it has shown', async () => {
      const row = await rowOfRequests(page, () => goTo(page, filled, place), 2);
      expect.soft(row.length, row.join('\n')).toBeLessThanOrEqual(2);
      expect.soft(await hiddenAgain(page)).toEqual([]);
    });
    await test.step('stands in both themes and sizes', async () => {
      if (!isWhole || !lookedAtElsewhere.includes(name)) await lookAt(page, name);
    });
    await test.step('stands from right to left', async () => {
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await settled(page);
        await expectNoSidewaysScroll(page);
      }
    });
    await test.step('the browser complains of nothing', () => expect.soft(complaints).toEqual([]));
    await test.step('everything is reached and seen by the keyboard alone', async () => {
      await page.evaluate(() => (document.documentElement.dir = 'ltr'));
      await page.setViewportSize({ width: 1440, height: 900 });
      await expectKeyboardReachesAll(page);
    });
  });
}
