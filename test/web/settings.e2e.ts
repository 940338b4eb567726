import { readFileSync } from 'node:fs';
import { expect, lookAt, test } from './studio.ts';

const KEY = 'key_0123456789abcdef0123456789abb71c';

test('without a key the built-in engine leads, and a key is offered', async ({ page, account }) => {
  expect(account.email).toContain('@');
  await page.goto('/settings/providers');
  await expect(page.getByRole('heading', { level: 1, name: 'No key needed to begin' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Engines of your own');
  await expect(page.getByText('Always on, free')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add key for Runway' })).toBeVisible();
  await lookAt(page, 'providers-no-key');
});

test('a key is stored and tried, replaced when it is refused, removed, and never shown', async ({ page, account }) => {
  expect(account.email).toContain('@');
  await page.goto('/settings/providers');
  await page.getByRole('button', { name: 'Add key for Runway' }).click();
  await page.getByRole('dialog').getByLabel('Key', { exact: true }).fill(KEY);
  await page.getByRole('button', { name: 'Save and test' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Runway' }).first();
  await expect(row).toContainText('1,000 credits are left');
  await expect(row).toContainText('…b71c');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything that was tested works');
  expect(await page.content()).not.toContain(KEY);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(KEY);

  await page.getByRole('button', { name: 'Replace the key of Runway' }).click();
  await page.getByRole('dialog').getByLabel('Key', { exact: true }).fill('key_revoked_0123456789');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('refused the key');
  await expect(row).toContainText('401');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing needs you: a key');
  await expect(page.getByRole('button', { name: 'New key for Runway' })).toBeVisible();

  await page.getByRole('button', { name: 'More for Runway' }).click();
  await page.getByRole('menuitem', { name: 'Remove the key' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the key' }).click();
  await expect(page.getByRole('button', { name: 'Add key for Runway' })).toBeVisible();
});

test('a default that its vendor switched off is told with what takes its place, and switched by a press', async ({
  page,
  account: { client },
}) => {
  await client.updateProviderSetting({
    provider: 'gemini',
    apiKey: 'AIzaSyD-0123456789abcdefghijklmno9fQk',
    models: { image: 'gemini-2.5-flash-image' },
  });
  await page.goto('/settings/providers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing needs you: a model');
  const notice = page.getByRole('region', { name: /^Your default picture model was switched off by Google Gemini/ });
  await expect(notice).toContainText('gemini-2.5-flash-image');
  await expect(notice).toContainText('a picture');
  await expect(page.getByText(/^Switched off on/)).toBeVisible();
  await lookAt(page, 'providers');
  await notice.getByRole('button', { name: 'Switch' }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Pictures', exact: true })).not.toContainText('2.5');
  const settings = await client.getProviderSetting({ provider: 'gemini' });
  expect(settings.models.image).not.toBe('gemini-2.5-flash-image');
});

test('the model of a role is found by typing, and a default moves from one vendor to another', async ({
  page,
  account: { client },
}) => {
  await client.updateProviderSetting({ provider: 'runway', apiKey: KEY, models: { video: 'gen4.5' } });
  await page.goto('/settings/providers');
  const clips = page.getByRole('combobox', { name: 'Clips', exact: true });
  await expect(clips).toContainText('gen4.5');
  await expect(clips).toContainText('a second');
  await clips.click();
  await page.getByPlaceholder('Search models, or type an id').fill('local');
  await page
    .getByRole('option', { name: /^local/ })
    .first()
    .click();
  await expect(clips).toContainText('free');
  expect((await client.getProviderSetting({ provider: 'runway' })).models).toEqual({});

  await clips.click();
  await page.getByPlaceholder('Search models, or type an id').fill('gen9_unheard_of');
  await page.getByRole('option', { name: /gen9_unheard_of/ }).click();
  await expect(clips).toContainText('gen9_unheard_of');
  expect((await client.getProviderSetting({ provider: 'runway' })).models).toEqual({ video: 'gen9_unheard_of' });
});

test('an engine elsewhere is refused in place with what to set, and a workflow is taken from a file', async ({
  page,
  account: { client },
}) => {
  await page.goto('/settings/providers');
  await page.getByRole('button', { name: 'Set up ComfyUI' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('http://192.168.1.20:8188');
  await dialog.getByRole('button', { name: 'Save and test' }).click();
  await expect(dialog).toContainText('SCENEWRIGHT_FETCH_ORIGINS=http://192.168.1.20:8188');
  await dialog.getByLabel('Address').fill('');
  await dialog.getByLabel('Choose a file Pictures').setInputFiles('src/providers/comfyui/workflows/flux-image.json');
  await expect(dialog).toContainText('flux-image.json, kept when you save');
  await dialog.getByRole('button', { name: 'Save and test' }).click();
  await expect(dialog).toBeHidden();
  expect((await client.getProviderSetting({ provider: 'comfyui' })).settings).toHaveProperty('workflows.image.graph');
});

test('without tokens it is said what one is for', async ({ page, account }) => {
  expect(account.email).toContain('@');
  await page.goto('/settings/tokens');
  await expect(page.getByRole('heading', { level: 2, name: 'No tokens yet' })).toBeVisible();
  await lookAt(page, 'tokens-none');
});

test('a token is made with its rights and a limit, shown once, and works until it is revoked', async ({
  page,
  studio,
  account: { client },
}) => {
  await page.goto('/settings/tokens');
  await expect(page.getByRole('heading', { level: 1, name: 'No API tokens' })).toBeVisible();
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Name', { exact: true }).fill('n8n');
  await page.getByRole('checkbox', { name: 'Read projects' }).check();
  await page.getByLabel(/^Limit on what it may spend/).fill('5');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const field = page.getByRole('textbox', { name: 'New token' });
  await expect(field).toBeVisible();
  const token = await field.inputValue();
  await expect(page.getByRole('textbox', { name: 'A command to try it with' })).toHaveValue(/^curl -H .*Bearer sw_/);
  const asked = { headers: { authorization: `Bearer ${token}` } };
  expect((await fetch(`${studio.url}/api/projects`, asked)).status).toBe(200);
  await page.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One API token');
  expect(await page.content()).not.toContain(token);
  await expect(page.getByRole('row', { name: /n8n/ })).toContainText('$0.00 of $5.00 a month');
  const [meta] = await client.listTokens({});
  expect(meta?.scopes).toEqual(['projects:read', 'works:read']);
  await lookAt(page, 'tokens');

  await page.getByRole('button', { name: 'Revoke n8n' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No API tokens');
  await expect.poll(async () => (await fetch(`${studio.url}/api/projects`, asked)).status).toBe(401);
});

test('what was spent is told with what was got for it, the range is in the address, and a limit is set', async ({
  page,
  account: { client },
}) => {
  await client.updateProviderSetting({ provider: 'runway', apiKey: KEY });
  const { id: projectId } = await client.createProject({ name: 'Bottles' });
  const size = { resolution: { width: 360, height: 640 } };
  const { id: workId } = await client.createWork({ projectId, name: 'Summer', ...size });
  const scene = { duration_seconds: 5, image_prompt: 'a bottle', negative_prompt: '', video_prompt: 'push in' };
  await client.arrangeScenes({ projectId, workId, scenes: [scene] });
  await client.generateImage({ projectId, workId, sceneIndex: 0, 'x-image-provider': 'runway' });
  await client.generateImage({ projectId, workId, sceneIndex: 0, 'x-image-provider': 'local' });
  const spend = await client.getSpend({ by: 'provider' });
  expect(spend.totalMicroUsd).toBeGreaterThan(0);

  await page.goto('/settings/spend');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^\$\d+\.\d\d spent in /);
  await expect(page.getByRole('row', { name: /Runway/ })).toContainText('1 picture');
  await expect(page.getByRole('row', { name: /Built in/ })).toContainText('$0.00');
  await page.getByText('Project', { exact: true }).click();
  await expect(page).toHaveURL(/by=project/);
  await expect(page.getByRole('row', { name: /Bottles/ })).toBeVisible();
  await page.getByText('Last month').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing spent in');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Last month' })).toBeChecked();
  await page.getByText('This month').click();

  await page.getByRole('button', { name: 'Set a limit' }).click();
  await page.getByLabel('Limit in dollars').fill('40');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('of $40.00')).toBeVisible();
  await lookAt(page, 'spend');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain('project,name,usd');
  expect(csv).toContain('Bottles');

  await page.getByRole('button', { name: 'Change the limit' }).click();
  await page.getByRole('button', { name: 'Lift the limit' }).click();
  await expect(page.getByText('There is no limit.')).toBeVisible();
});
