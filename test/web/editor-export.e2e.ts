import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { codedClip, codeOf, showFrame } from './coded-clip.ts';
import { expect, lookAt, test, type Account } from './studio.ts';

test.slow(); // films are really rendered

const dialogOf = (page: Page) => page.getByRole('dialog');
const titleOf = (page: Page) => dialogOf(page).getByRole('heading', { level: 2 });

interface Place {
  readonly projectId: string;
  readonly workId: string;
}

/** A work of so many scenes, with nothing to show yet. */
async function newWork(
  { client }: Account,
  film: { readonly width: number; readonly height: number; readonly scenes: number; readonly seconds: number },
): Promise<Place> {
  const { width, height, scenes, seconds } = film;
  const project = await client.createProject({ name: 'EcoBottle' });
  const resolution = { width, height };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution });
  const place = { projectId: project.id, workId: work.id };
  await client.arrangeScenes({
    ...place,
    scenes: Array.from({ length: scenes }, (_, at) => ({
      duration_seconds: seconds,
      image_prompt: `Bottle ${at + 1} on stone`,
      video_prompt: 'push in',
      transition: 'cut',
    })),
  });
  return place;
}

async function drawScenes({ client }: Account, place: Place, scenes: number): Promise<void> {
  await Promise.all(Array.from({ length: scenes }, (_, sceneIndex) => client.generateScene({ ...place, sceneIndex })));
}

async function openExport(page: Page, { projectId, workId }: Place): Promise<void> {
  await page.goto(`/p/${projectId}/w/${workId}/editor`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialogOf(page)).toBeVisible();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await dialogOf(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

test('what is exported plays in the browser, frame by frame what was edited', async ({ page, account }) => {
  const place = await newWork(account, { width: 192, height: 320, scenes: 2, seconds: 1 });
  const codes = [1, 101];
  for (const [sceneIndex, first] of codes.entries()) {
    const content = new Blob([new Uint8Array(await codedClip({ first, frames: 30 }))], { type: 'video/mp4' });
    await account.client.uploadTake({ ...place, sceneIndex, file: { name: 'coded.mp4', content } });
  }
  await openExport(page, place);
  await expect(titleOf(page)).toHaveText('Nothing is being exported');
  await lookAt(page, 'export-empty');
  await dialogOf(page).getByRole('button', { name: 'Export 1 file' }).click();
  await expect(titleOf(page)).toHaveText('1 file ready', { timeout: 60_000 });

  await dialogOf(page)
    .getByRole('button', { name: /^Play Spring launch/ })
    .click();
  const film = dialogOf(page).locator('video');
  await expect.poll(() => film.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0.2);
  expect(await film.evaluate((one: HTMLVideoElement) => one.duration)).toBeCloseTo(2, 2);
  for (const [frame, code] of [
    [0, 1],
    [29, 30],
    [30, 101],
    [59, 130],
  ] as const) {
    await showFrame(film, frame);
    expect(await codeOf(film), `frame ${frame}`).toBe(code);
  }

  await dialogOf(page).getByRole('button', { name: 'Export 1 file' }).click();
  await expect(dialogOf(page).getByText('This file is there already, unchanged')).toBeVisible();
  await expect(titleOf(page)).toHaveText('1 file ready');
});

test('three formats are exported in one go, found again after a reload, and downloaded', async ({ page, account }) => {
  const place = await newWork(account, { width: 180, height: 320, scenes: 2, seconds: 1 });
  await drawScenes(account, place, 2);
  await openExport(page, place);
  const dialog = dialogOf(page);
  await choose(page, 'Preset', 'Social, all three formats');
  await expect(dialog.getByRole('checkbox', { name: '16:9' })).toBeChecked();
  await choose(page, 'Quality', 'Draft');
  await dialog.getByText('Blurred sides').click();
  await lookAt(page, 'export-formats');
  await dialog.getByRole('button', { name: 'Export 3 files' }).click();
  await expect(titleOf(page)).toHaveText(/^Exporting \d of 3$/, { timeout: 60_000 });
  await expect(titleOf(page)).toHaveText('3 files ready', { timeout: 80_000 });

  await page.reload();
  await expect(titleOf(page)).toHaveText('3 files ready');
  await lookAt(page, 'export-finished');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download Spring launch, 1:1, 1080 × 1080' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Spring launch 1080x1080.mp4');
  const films = await account.client.listExports(place);
  expect(films.map(({ width, height, framing }) => [width, height, framing])).toEqual([
    [1920, 1080, 'blur'],
    [1080, 1080, 'blur'],
    [1080, 1920, 'crop'], // the shape of the edit: nothing is left over
  ]);

  await dialog.getByRole('button', { name: 'More for Spring launch, 16:9, 1920 × 1080' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(titleOf(page)).toHaveText('2 files ready');

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(titleOf(page)).toHaveText('2 files ready');
  await page.goBack();
  await expect(dialog).toHaveCount(0);
});

test('an export is followed as it goes, one that waits is taken out, one that runs is cancelled', async ({
  page,
  account,
}) => {
  // Small to draw and as long to export: that is always in 1080 × 1920.
  const place = await newWork(account, { width: 180, height: 320, scenes: 3, seconds: 6 });
  await drawScenes(account, place, 3);
  await openExport(page, place);
  const dialog = dialogOf(page);
  await choose(page, 'Preset', 'Social, all three formats');
  await dialog.getByRole('button', { name: 'Export 3 files' }).click();
  await expect(titleOf(page)).toHaveText('Exporting 1 of 3', { timeout: 60_000 });
  const running = dialog.getByRole('region', { name: '9:16, 1080 × 1920' });
  await expect(running.getByText(/^about .+ left$/)).toBeVisible({ timeout: 60_000 });
  await expect(running.getByRole('img', { name: /segments are there/ })).toBeVisible();
  await lookAt(page, 'export-running');

  await dialog.getByRole('button', { name: 'Pause after this one' }).click();
  await expect(dialog.getByText('2 paused')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: '1920 × 1080' })).toContainText('paused');
  await lookAt(page, 'export-paused');
  await page.reload();
  await expect(dialog.getByText('2 paused')).toBeVisible();
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(dialog.getByText('2 waiting')).toBeVisible();

  await dialog.getByRole('button', { name: 'Take 16:9, 1920 × 1080 out of the queue' }).click();
  await expect(titleOf(page)).toHaveText('Exporting 1 of 2');
  await running.getByRole('button', { name: 'Cancel this one' }).click();
  await expect(running).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Cancel this one' }).click();
  await expect(titleOf(page)).toHaveText('Nothing is being exported');
  await expect(dialog.getByText(/^Cancelled, /)).toHaveCount(3);
});

test('an export that failed says where and why, and is tried again when its file is back', async ({
  page,
  account,
  studio,
}) => {
  const place = await newWork(account, { width: 180, height: 320, scenes: 2, seconds: 1 });
  await drawScenes(account, place, 2);
  const { timeline } = await account.client.getEdit(place);
  const sha256 = timeline.clips[1]?.media.sha256 ?? '';
  const file = join(studio.directory, 'files', sha256.slice(0, 2), sha256.slice(2));
  await openExport(page, place);
  await rename(file, `${file}.away`);
  await dialogOf(page).getByRole('button', { name: 'Export 1 file' }).click();
  await expect(titleOf(page)).toHaveText('The last export failed');
  await expect(dialogOf(page).getByText(/^Failed at: Check media/)).toBeVisible();
  await lookAt(page, 'export-failed');

  await rename(`${file}.away`, file);
  await dialogOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(titleOf(page)).toHaveText('1 file ready', { timeout: 60_000 });
});
