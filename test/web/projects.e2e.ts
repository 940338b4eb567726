import { expect, lookAt, test } from './studio.ts';

const SMALL = { width: 180, height: 320 };
const LINE = 'EcoBottle keeps water cold for a day. It is made of recycled steel.';

test('an account without a project is led to its first video, without a key', async ({ page, account }) => {
  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Make your first video now.');
  await lookAt(page, 'first-run');

  await page.getByRole('button', { name: 'Make video' }).click();
  await expect(page.getByText('Write a line first')).toBeVisible();
  await page.getByRole('button', { name: /refill bottle/ }).click();
  const line = page.getByRole('textbox', { name: 'Your video in one line' });
  await expect(line).toHaveValue(/^A refill bottle/);
  await expect(line).toBeFocused();
  expect(await account.client.listProjects({})).toEqual([]);
});

test('one line becomes a film that can be played and downloaded', async ({ page, account }) => {
  test.setTimeout(600_000);
  await page.goto('/projects');
  await page.getByRole('textbox', { name: 'Your video in one line' }).fill(LINE);
  await page.getByRole('combobox', { name: 'Length' }).click();
  await page.getByRole('option', { name: '6 s' }).click();
  await page.getByRole('textbox', { name: 'Your video in one line' }).press('Control+Enter');

  await page.waitForURL(/\/p\/proj_\w+\/w\/work_\w+\/generate/);
  await expect(page.getByText('Your film is ready')).toBeVisible({ timeout: 500_000 });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const player = page.getByRole('dialog').locator('video');
  await expect.poll(() => player.evaluate((video) => (video as HTMLVideoElement).duration)).toBeCloseTo(6, 1);
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.mp4$/);

  const [project] = await account.client.listProjectOverviews({});
  expect(project).toMatchObject({ works: 1, finishedS: 6, spentMicroUsd: 0, needs: [], running: [] });
});

test('projects are made, renamed, found, put into the trash and brought back', async ({ page, account }) => {
  await account.client.createProject({ name: 'Night sky lessons', projectType: 'educational' });
  await page.goto('/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await expect(dialog.getByText('Give it a name')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('EcoBottle');
  await dialog.getByText('Ecommerce').click();
  await expect(dialog.getByText('fresh, tactile and inviting')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.waitForURL(/\/p\/proj_\w+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No works yet');

  await page.goto('/projects');
  await page.getByRole('button', { name: 'More for EcoBottle' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('EcoFlask');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'EcoFlask' })).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find a project' }).fill('flask');
  await expect(page).toHaveURL(/q=flask/);
  await expect(page.getByRole('link', { name: 'Night sky lessons' })).toBeHidden();
  await page.getByRole('searchbox', { name: 'Find a project' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'No project is called “nothing like it”' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all projects' }).click();

  await page.getByRole('button', { name: 'More for EcoFlask' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('link', { name: 'EcoFlask' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'EcoFlask' })).toBeVisible();
});

test('projects and works say what waits, and lead there', async ({ page, account }) => {
  test.setTimeout(240_000);
  const { client } = account;
  const { id: projectId } = await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' });
  const { id: workId } = await client.createWork({
    projectId,
    name: 'Spring launch',
    productDescription: LINE,
    videoDuration: 4,
    sceneCount: 2,
    resolution: SMALL,
  });
  await client.createWork({ projectId, name: 'End card', resolution: { width: 320, height: 180 } });
  await client.writeScenario({ projectId, workId });
  await client.generateImage({ projectId, workId, sceneIndex: 0 });

  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing waits for you in EcoBottle');
  await expect(page.getByText('Scene 1 to review')).toBeVisible();
  await lookAt(page, 'projects');

  await page.goto(`/p/${projectId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One work needs you');
  await expect(page.getByText('Scene 1 waits for review')).toBeVisible();
  await lookAt(page, 'works');
  await page.getByRole('radio', { name: /Needs you/ }).check({ force: true });
  await expect(page.getByRole('link', { name: 'End card' })).toBeHidden();
  await page.getByRole('radio', { name: 'List' }).check({ force: true });
  await lookAt(page, 'works-list');

  await page.goto('/projects');
  await page.getByRole('link', { name: 'Review: EcoBottle' }).click();
  await expect(page).toHaveURL(new RegExp(`/w/${workId}/generate\\?scene=0`));
});

test('a work is begun, copied, renamed, put into the trash and brought back', async ({ page, account }) => {
  const { id: projectId } = await account.client.createProject({ name: 'EcoBottle' });
  await page.goto(`/p/${projectId}`);
  await page.getByRole('button', { name: /One line or a brief/ }).click();
  await page.waitForURL(/\/w\/work_\w+\/init/);

  await page.goto(`/p/${projectId}`);
  await page.getByRole('button', { name: 'More for New video' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Spring');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Spring' })).toBeVisible();
  await page.getByRole('button', { name: 'More for Spring' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate the brief' }).click();
  await page.waitForURL(/\/w\/work_\w+\/init/);

  await page.goto(`/p/${projectId}`);
  await expect(page.getByRole('link', { name: 'Spring, copy' })).toBeVisible();
  await page.getByRole('button', { name: 'More for Spring, copy' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('link', { name: 'Spring, copy' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Spring, copy' })).toBeVisible();
});
