import type { Page } from '@playwright/test';
import { sixtyScenes } from './sixty-scenes.ts';
import { expect, test } from './studio.ts';

/** Writes down of which scenes anything is drawn anew, from now on. */
async function watchScenes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { drawnAnew: Set<string> };
    scope.drawnAnew = new Set();
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const scene = element?.closest('[data-scene]')?.getAttribute('data-scene');
        if (scene) scope.drawnAnew.add(scene);
      }
    });
    const list = document.querySelector('[data-scene]')?.parentElement;
    if (list) observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

const drawnAnew = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as { drawnAnew: Set<string> }).drawnAnew]);

test('of sixty scenes on the board only the one that is being made is drawn anew', async ({
  page,
  account,
  vendor,
}) => {
  vendor.reset();
  vendor.manners.pictureMs = 3000;
  const work = await sixtyScenes(account.client);
  await account.client.updateProviderSetting({ provider: 'runway', apiKey: 'key_60', models: { image: 'gen4_image' } });
  await page.goto(`${work.url}/generate`);
  const card = page.locator('[data-scene="2"]');
  await expect(page.locator('[data-scene]')).toHaveCount(60);
  await expect(card.getByRole('button', { name: /Make image\s*\$/ })).toBeVisible();
  await card.getByRole('button', { name: /Make image\s*\$/ }).click();
  await watchScenes(page);
  await expect(card).toHaveAttribute('data-state', 'making_image');
  await expect(card).toHaveAttribute('data-state', 'review', { timeout: 30_000 });
  expect(await drawnAnew(page)).toEqual(['2']);
});

test('of sixty scenes in the script only the one that is written in is drawn anew', async ({ page, account }) => {
  const work = await sixtyScenes(account.client);
  await page.goto(`${work.url}/scenario?scene=2`);
  await expect(page.locator('[data-scene]')).toHaveCount(60);
  const picture = page.getByLabel('Picture', { exact: true });
  await picture.focus();
  await watchScenes(page);
  await page.keyboard.type(' in the morning');
  await expect
    .poll(async () => (await account.client.getWork(work)).scenes[2]?.image_prompt)
    .toContain('in the morning');
  const written = (await account.client.getWork(work)).scenes[2]?.id;
  expect(await drawnAnew(page)).toEqual([written]);
});
