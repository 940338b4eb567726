import type { Page } from '@playwright/test';
import { mouse } from './hands.ts';
import { makeFilm } from './make-film.ts';
import { expect, test } from './studio.ts';

test('from no account to a film whose clips are made, free, with nothing set up', async ({ page }) => {
  await makeFilm(page, mouse);
});

const card = (page: Page, number: number) => page.locator(`[data-scene="${number - 1}"]`);

test('an engine that is slow, refuses, fails and vanishes, a reload, a second tab and a power cut: nothing is lost, nothing paid twice', async ({
  page,
  account: { client },
  vendor,
  studio,
  context,
}) => {
  vendor.reset();
  vendor.manners.pictureMs = 12_000; // long enough for one answer on the way: Runway is asked every five seconds
  const seen = new Map<string, number>();
  vendor.manners.fate = ({ kind, prompt }) => {
    const scene = /Bottle number (\d)/.exec(prompt)?.[1] ?? '?';
    const key = `${kind} ${scene}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    if (nth > 1) return 'made';
    if (key === 'image 2') return { status: 400, error: 'The prompt is not allowed.' };
    if (key === 'image 3') return 'fails';
    return key === 'image 4' ? 'vanishes' : 'made';
  };
  await client.updateProviderSetting({
    provider: 'runway',
    apiKey: 'key_journey',
    models: { image: 'gen4_image', video: 'gen4_turbo' },
  });
  const project = await client.createProject({ name: 'EcoBottle' });
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch' });
  const place = { projectId: project.id, workId: work.id };
  const scenes = [1, 2, 3, 4].map((number) => ({
    duration_seconds: 2,
    image_prompt: `Bottle number ${number} on warm stone`,
    video_prompt: `Bottle number ${number}, slow push in`,
  }));
  await client.arrangeScenes({ ...place, scenes });

  await page.goto(`/p/${place.projectId}/w/${place.workId}/generate`);
  await page.getByRole('button', { name: /^Make all images.*\$/ }).click();
  await expect(card(page, 1)).toContainText(/Making image\s*\d+%/, { timeout: 30_000 });
  const second = await context.newPage();
  await second.goto(page.url());
  await page.reload();
  await expect(card(page, 1)).toHaveAttribute('data-state', 'making_image');
  await studio.killAndStart();

  for (const tab of [page, second]) {
    await expect(card(tab, 1)).toHaveAttribute('data-state', 'review', { timeout: 60_000 });
    await expect(card(tab, 2)).toHaveAttribute('data-state', 'failed', { timeout: 60_000 });
    await expect(card(tab, 3)).toHaveAttribute('data-state', 'failed', { timeout: 60_000 });
    await expect(card(tab, 4)).toHaveAttribute('data-state', 'uncertain', { timeout: 60_000 });
  }
  await expect(card(page, 2)).toContainText('The prompt is not allowed');
  expect(Object.fromEntries(seen)).toEqual({ 'image 1': 1, 'image 2': 1, 'image 3': 1, 'image 4': 1 });

  vendor.manners.pictureMs = 200;
  await card(page, 3)
    .getByRole('button', { name: /^Try again.*\$/ })
    .click();
  await expect(card(page, 3)).toHaveAttribute('data-state', 'review', { timeout: 45_000 });
  await card(page, 4).getByRole('button', { name: 'Choose what to do' }).click();
  await page.getByRole('button', { name: /^Try again for \$/ }).click();
  await expect(card(page, 4)).toHaveAttribute('data-state', 'review', { timeout: 45_000 });
  await card(page, 2).getByRole('button', { name: 'Edit the prompt', exact: true }).click();
  const panel = page.getByRole('complementary', { name: /^Scene 2/ });
  await panel.getByRole('textbox', { name: 'Image prompt' }).fill('Bottle number 2 in the morning');
  await panel
    .getByRole('button', { name: /^(Make|Redo|Try).*\$/ })
    .first()
    .click();
  await expect(card(second, 2)).toHaveAttribute('data-state', 'review', { timeout: 45_000 });

  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: /^Approve all and make the clips/ }).click();
  for (const tab of [page, second]) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('All 4 scenes are done', { timeout: 60_000 });
  }
  expect(Object.fromEntries(seen)).toEqual({
    'image 1': 1,
    'image 2': 2,
    'image 3': 2,
    'image 4': 2,
    'video 1': 1,
    'video 2': 1,
    'video 3': 1,
    'video 4': 1,
  });
  expect(vendor.submits).toHaveLength(11);
});
