import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, lookAt, test, type Account } from './studio.ts';

const SMALL = { width: 360, height: 640 }; // what is proved does not grow with the picture, what it takes to draw does

/** A work with as many scenes as are wanted, each with a sentence of its own. */
async function aWork({ client }: Account, count: number) {
  const project = await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' });
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution: SMALL });
  const place = { projectId: project.id, workId: work.id };
  const scenes = Array.from({ length: count }, (_, index) => ({
    duration_seconds: 2,
    image_prompt: `Bottle number ${index + 1} on warm stone`,
    video_prompt: 'slow push in',
  }));
  await client.arrangeScenes({ ...place, scenes });
  return { ...place, url: `/p/${project.id}/w/${work.id}/generate` };
}

const card = (page: Page, number: number) => page.locator(`[data-scene="${number - 1}"]`);

test('from nothing to approved pictures and clips, all on the board', async ({ page, account }) => {
  const work = await aWork(account, 3);
  await page.goto(work.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 scenes, nothing made yet');
  await page.getByRole('button', { name: /Make all images\s*free/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 scenes are ready for your review', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Approve the picture of scene 1' }).click();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'approved');
  await card(page, 1)
    .getByRole('button', { name: /Make clip/ })
    .click();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: /Approve all and make the clips/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 scenes are done', { timeout: 90_000 });
  await card(page, 2)
    .getByRole('button', { name: /Play the clip/ })
    .click();
  await expect
    .poll(
      () =>
        card(page, 2)
          .locator('video')
          .evaluate((video: HTMLVideoElement) => video.videoWidth),
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
});

test('the pictures of a paid engine carry their price, progress and number, in every tab and after a reload', async ({
  page,
  account,
  vendor,
  context,
}) => {
  vendor.reset();
  vendor.manners.pictureMs = 12_000; // long enough for one answer on the way: Runway is asked every five seconds
  const work = await aWork(account, 2);
  await account.client.updateProviderSetting({
    provider: 'runway',
    apiKey: 'key_test',
    models: { image: 'gen4_image', video: 'gen4_turbo' },
  });
  await page.goto(work.url);
  const make = card(page, 1).getByRole('button', { name: /Make image\s*\$0/ });
  await make.click();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'making_image');
  await expect(card(page, 1)).toContainText(/Making image\s*\d+%/, { timeout: 30_000 });
  const second = await context.newPage();
  await second.goto(work.url);
  await expect(card(second, 1)).toHaveAttribute('data-state', 'making_image');
  await page.reload();
  for (const tab of [page, second]) {
    await expect(card(tab, 1)).toHaveAttribute('data-state', 'review', { timeout: 30_000 });
    await expect(card(tab, 1)).toContainText('v1');
  }
  expect(vendor.submits.length).toBe(1);
});

test('a request of which nobody knows whether it arrived is settled by a person, and paid for once unless they say so', async ({
  page,
  account,
  vendor,
}) => {
  vendor.reset();
  vendor.manners.fate = () => 'vanishes';
  const work = await aWork(account, 2);
  await account.client.updateProviderSetting({
    provider: 'runway',
    apiKey: 'key_test',
    models: { image: 'gen4_image' },
  });
  await page.goto(work.url);
  await card(page, 1)
    .getByRole('button', { name: /Make image/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Scene 1: Runway may have taken the job$/, {
    timeout: 45_000,
  });
  await expect(card(page, 1)).toContainText('Sent, or not?');
  await card(page, 1).getByRole('button', { name: 'Choose what to do' }).click();
  await expect(page.getByRole('heading', { name: 'Did Runway take this job?' })).toBeVisible();
  await lookAt(page, 'uncertain');
  expect(vendor.submits.length).toBe(1);
  vendor.manners.fate = () => 'made';
  await page.getByRole('button', { name: /^Try again for \$/ }).click();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'review', { timeout: 45_000 });
  expect(vendor.submits.length).toBe(2);
});

test('a refusal is told in words, with the one thing that helps', async ({ page, account, vendor }) => {
  vendor.reset();
  vendor.manners.fate = () => ({ status: 401, error: 'Invalid API key' });
  const work = await aWork(account, 1);
  await account.client.updateProviderSetting({
    provider: 'runway',
    apiKey: 'key_wrong',
    models: { image: 'gen4_image' },
  });
  await page.goto(work.url);
  await card(page, 1)
    .getByRole('button', { name: /Make image/ })
    .click();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'failed', { timeout: 30_000 });
  await expect(card(page, 1)).toContainText('refused the key');
  await expect(card(page, 1).getByRole('link', { name: 'Fix the key' })).toHaveAttribute('href', '/settings/providers');
});

test('the board by keyboard alone: go, open, approve, play, leave', async ({ page, account }) => {
  const work = await aWork(account, 3);
  await account.client.generateImage({ ...work, sceneIndex: 1 });
  await page.goto(work.url);
  await page.locator('[data-scene-title]').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-scene-title]').nth(1)).toBeFocused();
  await page.keyboard.press('a');
  await expect(card(page, 2)).toHaveAttribute('data-state', 'approved');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/scene=1/);
  await expect(page.getByRole('complementary', { name: /Scene 2/ })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/scene=/);
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'In order' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the board is no wider than a small window, however long the words of a scene are', async ({ page, account }) => {
  const work = await aWork(account, 2);
  const words = 'Many warm mugs among moss and mown meadows'; // as long as a title is, and of wide letters
  const scenes = [words, 'Bottle'].map((image_prompt) => ({
    duration_seconds: 2,
    image_prompt,
    video_prompt: 'drift',
  }));
  await account.client.arrangeScenes({ ...work, scenes });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(work.url);
  await expect(card(page, 1)).toContainText(words);
  await expectNoSidewaysScroll(page);
});

test('the board in every size and theme', async ({ page, account }) => {
  const work = await aWork(account, 5);
  for (const sceneIndex of [0, 1, 2]) await account.client.generateImage({ ...work, sceneIndex });
  await account.client.generateVideo({ ...work, sceneIndex: 0 });
  await page.goto(work.url);
  await expect(card(page, 1)).toHaveAttribute('data-state', 'done');
  await lookAt(page, 'generate');
  await page.goto(`${work.url}?scene=1`);
  await expect(page.getByRole('complementary', { name: /Scene 2/ })).toBeVisible();
  await lookAt(page, 'generate-panel');
});
