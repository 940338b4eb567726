import type { Page } from '@playwright/test';
import { expect, test, type Account } from './studio.ts';

/** Opens the board of a work of which a picture is being made: there things move, for who wants them to. */
async function watchMaking(page: Page, { client }: Account): Promise<void> {
  const project = await client.createProject({ name: 'Motion' });
  const work = await client.createWork({ projectId: project.id, name: 'In the making' });
  const place = { projectId: project.id, workId: work.id };
  await client.arrangeScenes({ ...place, scenes: [{ duration_seconds: 2, image_prompt: 'Bottle on warm stone' }] });
  await client.updateProviderSetting({ provider: 'runway', apiKey: 'key_still', models: { image: 'gen4_image' } });
  await page.goto(`/p/${place.projectId}/w/${place.workId}/generate`);
  await page.getByRole('button', { name: /^Make image\s*\$/ }).click();
  await expect(page.locator('[data-state="making_image"]')).toBeVisible();
}

/** Everything that moves by itself, or takes its time to become what it is. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration } = getComputedStyle(element);
      const isMoving = animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01;
      return isMoving ? [`${animationName} of ${element.tagName}`] : [];
    }),
  );

test('nothing moves by itself for who wants no motion, and what is being made moves for who does', async ({
  page,
  account,
  vendor,
}) => {
  vendor.reset();
  vendor.manners.pictureMs = 60_000;
  await watchMaking(page, account);
  expect(await moving(page)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(async () => (await moving(page)).length).toBeGreaterThan(0);
});
