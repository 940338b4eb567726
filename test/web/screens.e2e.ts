import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, goTo, PLACES, test } from './places.ts';
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

for (const place of PLACES) {
  const { name, isOutside } = place;
  test(`${name} stands in both themes and sizes, from right to left, and the browser complains of nothing`, async ({
    page,
    filled,
  }) => {
    // A browser says of each answer that is a refusal that it was one.
    const complaints = await complaintsOf(
      page,
      isOutside ? /\b401\b/ : name.startsWith('no-such') ? /404|not found|No such/i : null,
    );
    await goTo(page, filled, place);
    if (!isWhole || !lookedAtElsewhere.includes(name)) await lookAt(page, name);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await settled(page);
      await expectNoSidewaysScroll(page);
    }
    expect(complaints).toEqual([]);
  });
}
