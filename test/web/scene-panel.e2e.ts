import type { Page } from '@playwright/test';
import { expect, expectNoViolations, lookAt, test, type Account } from './studio.ts';

type Client = Account['client'];

const SCENES = [
  { image_prompt: 'Dawn over the ridge', video_prompt: 'Slow push in', negative_prompt: 'text' },
  { image_prompt: 'Bottle on warm stone', video_prompt: 'Pan right', negative_prompt: '' },
];

/** A work of two scenes, made small so that it is quick. */
async function aWork(client: Client) {
  const { id: projectId } = await client.createProject({ name: 'EcoBottle', styleGuide: { tone: 'calm and warm' } });
  const work = await client.createWork({ projectId, name: 'Spring launch', resolution: { width: 270, height: 480 } });
  const place = { projectId, workId: work.id };
  await client.arrangeScenes({ ...place, scenes: SCENES.map((scene) => ({ ...scene, duration_seconds: 2 })) });
  return { ...place, url: `/p/${projectId}/w/${work.id}/generate` };
}

const panelOf = (page: Page) => page.getByRole('complementary', { name: /^Scene 1/ });
const scene = { sceneIndex: 0 };

test('takes are looked at, used, taken back and compared by the keyboard alone', async ({ page, account }) => {
  const { url, ...work } = await aWork(account.client);
  for (const seed of [1, 2, 3]) await account.client.generateImage({ ...work, ...scene, seed });
  await page.goto(`${url}?scene=0`);
  const panel = panelOf(page);
  const takes = panel.getByRole('radiogroup', { name: /3 versions/ }).getByRole('radio');
  await expect(takes).toHaveCount(3);
  await expect(takes.first()).toBeChecked();
  await takes.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/take=take_/);
  await expect(takes.nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  const inUse = async () => {
    const all = await account.client.listTakes({ ...work, ...scene });
    return all.length - all.findIndex(({ picked }) => picked);
  };
  await expect.poll(inUse).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(inUse).toBe(3);

  await takes.nth(1).focus();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'v3 beside v2' });
  await expect(dialog.getByRole('cell', { name: '3', exact: true })).toBeVisible();
  const edge = dialog.getByRole('slider');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveValue('51');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(panel).toBeVisible();
  await panel.getByRole('button', { name: 'Compare' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('the panel takes the keyboard from the card that opened it, and gives it back', async ({ page, account }) => {
  const { url } = await aWork(account.client);
  await page.goto(url);
  const card = page.locator('[data-scene="0"] [data-scene-title]');
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { name: 'Dawn over the ridge' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(card).toBeFocused();
});

test('words are saved as they are written, and what is made is made of them', async ({ page, account }) => {
  const { url, ...work } = await aWork(account.client);
  await page.goto(`${url}?scene=0`);
  const panel = panelOf(page);
  await expect(panel.getByText('No picture yet')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Image prompt' }).fill('A harbour at night');
  await panel.getByText('What the provider receives').click();
  await expect(panel.getByRole('blockquote')).toContainText('A harbour at night');
  await panel.getByRole('button', { name: /Make image.*free/ }).click();
  await expect(panel.getByRole('radiogroup', { name: 'One version' })).toBeVisible({ timeout: 40_000 });
  const [take] = await account.client.listTakes({ ...work, ...scene });
  expect(take?.prompt).toContain('A harbour at night');
  expect((await account.client.getWork(work)).scenes[0]?.image_prompt).toBe('A harbour at night');

  await panel.getByRole('button', { name: /Approve and animate.*free/ }).click();
  await expect(panel.getByRole('tab', { name: 'Video' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel.getByText('Begins with picture v1')).toBeVisible();
  await expect(panel.getByRole('radiogroup', { name: 'One version' })).toBeVisible({ timeout: 60_000 });
  await expect(panel.locator('video')).toHaveAttribute('aria-label', 'Clip, version 1');
});

test('what the provider receives is what it then receives', async ({ page, account, vendor }) => {
  vendor.reset();
  const { url, ...work } = await aWork(account.client);
  await account.client.updateProviderSetting({ provider: 'runway', apiKey: 'key-panel-0123456789' });
  await page.goto(`${url}?scene=0`);
  const panel = panelOf(page);
  await panel.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: /^Runway/ }).click();
  await panel.getByText('What the provider receives').click();
  await panel.getByText('The very call').click();
  const shown = await panel.getByRole('textbox', { name: 'The very call' }).inputValue();
  expect(vendor.submits, 'nothing is sent by looking').toHaveLength(0);
  const { seed: _, ...body } = JSON.parse(shown.slice(shown.indexOf('{'))) as Record<string, unknown>;
  await panel.getByRole('button', { name: /Make image.*\$/ }).click();
  await expect(panel.getByRole('radiogroup', { name: 'One version' })).toBeVisible({ timeout: 40_000 });
  const { seed: __, ...received } = (vendor.submits[0]?.json ?? {}) as Record<string, unknown>;
  expect(received).toEqual(body);
  const [take] = await account.client.listTakes({ ...work, ...scene });
  expect(take).toMatchObject({ provider: 'runway', model: received['model'] });
  await page.reload();
  await expect(panel.getByRole('combobox', { name: 'Provider' })).toContainText('Runway');
});

test('a refusal is told where it was pressed, and what is left of a budget before', async ({
  page,
  account,
  vendor,
}) => {
  vendor.reset();
  vendor.manners.fate = () => ({ status: 400, error: 'The prompt is not allowed.' });
  const { url, ...work } = await aWork(account.client);
  await account.client.updateProviderSetting({
    provider: 'runway',
    apiKey: 'key-panel-0123456789',
    models: { image: 'gen4_image' },
  });
  await page.goto(`${url}?scene=0`);
  const panel = panelOf(page);
  const make = panel.getByRole('button', { name: /Make image.*\$/ });
  await make.click();
  await expect(panel.getByText('The last image was not made')).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByText(/The prompt is not allowed/)).toBeVisible();

  await account.client.setWorkBudget({ ...work, limitMicroUsd: 1000, period: 'total' });
  await page.reload();
  await expect(panel.getByText('The budget of this work has $0.001 left.')).toBeVisible();
  await expect(make).toBeDisabled();
});

test('the panel stands in both themes and sizes, and nothing in it is out of reach', async ({ page, account }) => {
  const { url, ...work } = await aWork(account.client);
  for (const seed of [1, 2, 3]) await account.client.generateImage({ ...work, ...scene, seed });
  await page.goto(`${url}?scene=0`);
  await expect(page.getByRole('radiogroup', { name: /3 versions/ })).toBeVisible();
  await lookAt(page, 'generate-panel');
  await account.client.generateVideo({ ...work, ...scene });
  await page.goto(`${url}?scene=0&tab=video`);
  await expect(page.getByText('Begins with picture v3')).toBeVisible();
  await lookAt(page, 'generate-panel-video');
  await page.goto(`${url}?scene=0`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await lookAt(page, 'generate-compare');
});
