import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, preview, type PreviewServer } from 'vite';
import { expect, expectNoSidewaysScroll, expectNoViolations, inEachLook, test } from './studio.ts';

let server: PreviewServer;
let outDir: string;

// Built, as the app is: served in its parts, each test would load some hundred of them.
test.beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'scenewright-kit-'));
  const shared = {
    configFile: false,
    root: fileURLToPath(new URL('kit', import.meta.url)),
    build: { outDir, emptyOutDir: true },
    logLevel: 'error',
  } as const;
  await build({ ...shared, plugins: [tailwind(), react()] });
  server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
});
test.afterAll(async () => {
  await server.close();
  rmSync(outDir, { recursive: true });
});
test.beforeEach(async ({ page }) => {
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

const held = async (page: Page): Promise<Record<string, unknown>> =>
  JSON.parse((await page.getByTestId('held').textContent()) ?? '') as Record<string, unknown>;

test('the whole kit is without violations and no wider than the window, in every look', async ({ page }) => {
  await inEachLook(page, async () => {
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
  });
});

test('a button at work keeps its place and acts no second time', async ({ page }) => {
  await page.getByRole('button', { name: 'Making' }).click({ force: true });
  await expect(page.getByText('Pressed 0')).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Pressed 1')).toBeVisible();
});

test('the name of an icon is shown to the keyboard, and Esc takes it away', async ({ page }) => {
  await page.getByRole('button', { name: 'Not now' }).focus();
  await page.keyboard.press('Tab'); // at work, and still in the order
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText('Edit');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('a menu is gone through by keyboard and gives the focus back', async ({ page }) => {
  const trigger = page.getByRole('button', { name: 'Scene 4' });
  await trigger.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(trigger).toBeFocused();
  await trigger.click();
  await trigger.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('what was deleted can be taken back from the message, which F6 reaches', async ({ page }) => {
  const trigger = page.getByRole('button', { name: 'Scene 4' });
  await trigger.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(trigger).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Scene is back')).toBeVisible();
});

test('an error stays until it is closed', async ({ page }) => {
  await page.clock.install();
  await page.getByRole('button', { name: 'Ask Runway' }).click();
  await page.clock.fastForward(60_000);
  await expect(page.getByText('Runway did not answer')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Runway did not answer')).toHaveCount(0);
});

test('a dialog begins at its first field, keeps the keyboard inside and gives it back', async ({ page }) => {
  const opener = page.getByRole('button', { name: 'New project' });
  await opener.click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expectNoViolations(page);
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('combobox', { name: 'Model' }).click();
  await page.getByRole('option', { name: /gemini-3.8/ }).click();
  await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('gemini-3.8-flash');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('a question begins at the way out, and only its verb acts', async ({ page }) => {
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept')).toBeVisible();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('Deleted')).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('a list inside a panel is used there, and Esc closes only the list', async ({ page }) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  const list = page.getByRole('dialog', { name: 'Settings' }).getByRole('combobox', { name: 'Model' });
  await list.click();
  await expect(page.getByRole('option', { name: /gemini-3.8/ })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
});

test('what is not in a list can be typed where that is allowed', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Clips' }).click();
  await page.keyboard.type('my-model');
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  expect(await held(page)).toMatchObject({ clips: 'my-model' });
});

test('numbers are stepped, marked when wrong, and the error is read with the field', async ({ page }) => {
  const length = page.getByRole('textbox', { name: 'Length' });
  await length.fill('5');
  await expect(length).toHaveAccessibleDescription('At least 9 seconds.');
  await length.press('ArrowUp');
  expect(await held(page)).toMatchObject({ lengthS: 6 });
  await length.press('Shift+ArrowUp');
  await expect(length).not.toHaveAttribute('aria-invalid', 'true');
});

test('cards, filters and tabs are chosen by arrow keys', async ({ page }) => {
  await page.getByRole('radio', { name: 'A brief' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: /^All/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Image' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Video' })).toBeFocused();
  expect(await held(page)).toMatchObject({ start: 'reference', filter: 'done', tab: 'video' });
});

test('tags end at a comma, and Backspace takes the last away', async ({ page }) => {
  const input = page.getByRole('textbox', { name: 'Keep out' });
  await input.fill('smoke, text,');
  expect(await held(page)).toMatchObject({ tags: ['text', 'logos', 'smoke'] });
  await input.press('Backspace');
  await page.getByRole('button', { name: 'Remove text' }).click();
  expect(await held(page)).toMatchObject({ tags: ['logos'] });
});

test('a colour is typed, and a wrong one changes nothing', async ({ page }) => {
  await page.getByRole('button', { name: 'Colour #2E6B5E' }).click();
  const hex = page.getByRole('textbox', { name: 'Hex value' });
  await hex.fill('green');
  await expect(hex).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(page);
  await hex.fill('fa0');
  expect(await held(page)).toMatchObject({ palette: ['#FFAA00', '#F2B33D'] });
});

test('only files of the kind asked for are taken', async ({ page }) => {
  await page.getByLabel('Add pictures').setInputFiles([
    { name: 'bottle.png', mimeType: 'image/png', buffer: Buffer.from('p') },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('t') },
  ]);
  expect(await held(page)).toMatchObject({ files: 'bottle.png' });
  await expect(page.getByText(/notes\.txt/)).toBeVisible();
});
