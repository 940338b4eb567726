import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { fontFiles } from '#media/fonts.ts';
import { smallResults } from '../chaos/media.ts';
import { solidPng } from '../solid-png.ts';
import { expect, lookAt, test, type Account } from './studio.ts';

const picture = (name: string, colour: string, side = 96) => ({
  name,
  mimeType: 'image/png',
  buffer: solidPng(colour, side),
});

async function aProject({ client }: Account, name = 'EcoBottle'): Promise<string> {
  return (await client.createProject({ name, projectType: 'ecommerce' })).id;
}

/** Brings files as the browser's own window does. */
const bring = (page: Page, files: Parameters<Page['setInputFiles']>[1]) =>
  page.locator('main input[type=file]').first().setInputFiles(files);

const tile = (page: Page, name: string) => page.getByRole('option', { name });

test('files are brought many at once, and one that cannot be used says why and stands in nobody’s way', async ({
  page,
  account,
}) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/assets`);
  await expect(page.getByRole('heading', { name: 'Nothing of your own yet' })).toBeVisible();
  await bring(page, [
    picture('bottle.png', '#1f7a5c'),
    picture('leaf.png', '#88aa22'),
    picture('stone.png', '#887766'),
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html>') },
  ]);
  await expect(page.getByRole('option', { name: /^bottle\s?, picture, 96 × 96/ })).toBeVisible();
  await expect(tile(page, 'stone')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(3);
  await expect(page.getByRole('alert')).toContainText('page.png');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 file was not taken');
  await page.getByRole('button', { name: 'Dismiss page.png' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 files');
  await expect(page.getByText('3 are not described', { exact: false })).toBeVisible();
});

test('a file that is dropped anywhere on the page is taken in, and goes on arriving on another screen', async ({
  page,
  account,
}) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/assets`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/projects/*/assets', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const bytes = [...solidPng('#f2a488', 64)];
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], 'sunset.png', { type: 'image/png' }));
    return transfer;
  }, bytes);
  await expect(async () => {
    await page.dispatchEvent('h1', 'dragover', { dataTransfer: dropped }); // what is held over a page says so all the time
    await expect(page.getByText('Add to this project')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 file is on its way');
  await page.getByRole('navigation', { name: 'Parts of this project' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/settings\/general/);
  letGo();
  await expect.poll(async () => (await account.client.listAssets({ projectId })).count).toBe(1);
  await page.getByRole('link', { name: 'Assets' }).click();
  await expect(tile(page, 'sunset')).toBeVisible();
});

test('the whole grid is worked with the keyboard: move, choose, put away, bring back', async ({ page, account }) => {
  const projectId = await aProject(account);
  for (const name of ['one', 'two', 'three', 'four']) {
    await account.client.uploadAsset({ projectId, file: fileOf(picture(`${name}.png`, '#2f5bea')) });
  }
  await page.goto(`/p/${projectId}/assets`);
  await tile(page, 'four').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tile(page, 'three')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tile(page, 'one')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('option')).toHaveCount(4);
  await tile(page, 'two').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/asset=/);
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('two');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/asset=/);
});

test('what is said of a file is saved as it is written, and found by it', async ({ page, account }) => {
  const projectId = await aProject(account);
  const asset = await account.client.uploadAsset({ projectId, file: fileOf(picture('a.png', '#0e1b3d')) });
  await account.client.uploadAsset({ projectId, file: fileOf(picture('b.png', '#ffffff')) });
  await page.goto(`/p/${projectId}/assets?asset=${asset.id}`);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByLabel('Name').fill('Night sky');
  await panel.getByLabel('What it shows').fill('Stars over a dark ridge');
  await panel.getByLabel('Tags').fill('night,');
  await panel.getByLabel('Tags').fill('sky');
  await panel.getByLabel('Tags').press('Enter');
  const saved = () => account.client.getAssetMeta({ projectId, assetId: asset.id });
  await expect
    .poll(async () => await saved())
    .toMatchObject({ name: 'Night sky', description: 'Stars over a dark ridge', tags: ['night', 'sky'] });
  await panel.getByLabel('Name').fill('');
  await expect(panel.getByText('A file needs a name.')).toBeVisible();
  await page.getByRole('searchbox').fill('ridge');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page).toHaveURL(/q=ridge/);
  await page.getByRole('searchbox').fill('nowhere');
  await expect(page.getByRole('heading', { name: 'No file is like that' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all files' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('files are described by the engine that is chosen, and the price is in the button', async ({ page, account }) => {
  const projectId = await aProject(account);
  await account.client.uploadAsset({ projectId, file: fileOf(picture('a.png', '#12b5a6')) });
  await account.client.uploadAsset({ projectId, file: fileOf(picture('b.png', '#ff5a5f')) });
  await page.goto(`/p/${projectId}/assets`);
  await page.getByRole('button', { name: 'Describe 2 free' }).click();
  await expect(page.getByText('2 files are described')).toBeVisible();
  const { assets } = await account.client.listAssets({ projectId });
  expect(assets.every(({ description }) => description?.includes('96x96'))).toBe(true);
  await expect(page.getByRole('button', { name: /^Describe \d/ })).toHaveCount(0);
});

test('before a file that a work uses is put away, it is said where it would be missing', async ({ page, account }) => {
  const projectId = await aProject(account);
  const asset = await account.client.uploadAsset({ projectId, file: fileOf(picture('logo.png', '#3a1d1a')) });
  await account.client.createWork({ projectId, name: 'Spring launch', selectedAssetIds: [asset.id] });
  await page.goto(`/p/${projectId}/assets?asset=${asset.id}`);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByRole('link', { name: 'Spring launch' })).toBeVisible();
  await panel.getByRole('button', { name: 'Move to trash' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Used in Spring launch');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(tile(page, 'logo')).toBeVisible();
  await panel.getByRole('button', { name: 'Move to trash' }).click();
  await question.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('every kind of file is shown for what it is, in both themes, on a desk and on a phone', async ({
  page,
  account,
}) => {
  const projectId = await aProject(account);
  const results = await smallResults();
  const ids: string[] = [];
  for (const [name, colour, side] of [
    ['bottle', '#1f7a5c', 320],
    ['peach', '#f2a488', 200],
    ['gold', '#d9b25f', 240],
  ] as const) {
    const { id } = await account.client.uploadAsset({
      projectId,
      file: fileOf(picture(`${name}.png`, colour, side)),
    });
    ids.push(id);
  }
  const video = { name: 'clip.mp4', mimeType: 'video/mp4', buffer: Buffer.from(results.clip) };
  ids.push((await account.client.uploadAsset({ projectId, file: fileOf(video) })).id);
  await page.goto(`/p/${projectId}/assets`);
  await bring(page, [fontFiles[0]?.path ?? fileURLToPath(import.meta.url)]);
  await expect(page.getByRole('option')).toHaveCount(5);
  await lookAt(page, 'assets');
  await page.goto(`/p/${projectId}/assets?asset=${ids[0]}`);
  await expect(page.getByLabel('What it shows')).toBeVisible();
  await lookAt(page, 'assets-one');
  await page.goto(`/p/${projectId}/assets?asset=${ids[3]}`);
  await expect(page.locator('video')).toHaveJSProperty('readyState', 4);
});

test('an empty project says what files are for', async ({ page, account }) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/assets`);
  await expect(page.getByRole('heading', { name: 'Nothing of your own yet' })).toBeVisible();
  await lookAt(page, 'assets-empty');
});

const fileOf = ({ name, mimeType, buffer }: ReturnType<typeof picture>) => ({
  name,
  content: new Blob([new Uint8Array(buffer)], { type: mimeType }),
});
