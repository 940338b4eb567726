import { expect, lookAt, test } from './studio.ts';

test('an empty trash says what will be in it', async ({ page, account }) => {
  expect(account.email).toContain('@');
  await page.goto('/trash');
  await expect(page.getByRole('heading', { level: 1, name: 'The trash is empty' })).toBeVisible();
  await lookAt(page, 'trash-empty');
});

test('what was deleted is listed with where it was, comes back with one press, or goes for good', async ({
  page,
  account: { client },
}) => {
  const { id: projectId } = await client.createProject({ name: 'Bottles' });
  const { id: workId } = await client.createWork({ projectId, name: 'Summer' });
  const { id: otherId } = await client.createWork({ projectId, name: 'Winter' });
  const scene = {
    duration_seconds: 4,
    image_prompt: 'a steel bottle on a table',
    negative_prompt: '',
    video_prompt: '',
  };
  await client.arrangeScenes({ projectId, workId, scenes: [scene, { ...scene, image_prompt: 'a lake at dawn' }] });
  await client.trashScene({ projectId, workId, sceneIndex: 0 });
  await client.trashWork({ projectId, workId: otherId });
  const { id: goneId } = await client.createProject({ name: 'Lamps' });
  await client.trashWork({
    projectId: goneId,
    workId: (await client.createWork({ projectId: goneId, name: 'Oak' })).id,
  });
  await client.trashProject({ projectId: goneId });
  const nothing = { content: { textOverlays: [], imageOverlays: [] } };
  const { id: templateId } = await client.createTemplate({ projectId, name: 'Lower third', ...nothing });
  await client.trashTemplate({ projectId, templateId });

  await page.goto('/trash');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('5 things in the trash');
  await expect(page.getByRole('row', { name: /a steel bottle/ })).toContainText('Bottles › Summer');
  await expect(page.getByRole('row', { name: /a steel bottle/ })).toContainText('29 days');
  // What was in something that is in the trash itself waits for that.
  await expect(page.getByRole('row', { name: /Oak/ })).toContainText('“Lamps” is in the trash too');
  await expect(page.getByRole('button', { name: 'Restore Oak' })).toBeDisabled();
  await lookAt(page, 'trash');

  await expect(page.getByRole('row', { name: /Lower third/ })).toContainText('Template');
  await page.getByRole('button', { name: 'Restore Lower third' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 things in the trash');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Lower third' })).toBeVisible();
  await page.goto('/trash');

  await page.getByRole('button', { name: 'Restore a steel bottle on a table' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 things in the trash');
  const { scenes } = await client.getWork({ projectId, workId });
  expect(scenes.map(({ image_prompt }) => image_prompt)).toEqual(['a steel bottle on a table', 'a lake at dawn']);

  await page.getByRole('button', { name: 'Delete Winter for good' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('cannot be undone');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Winter/ })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Winter for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 things in the trash');

  await page.getByRole('button', { name: 'Restore Lamps' }).click();
  await expect(page.getByRole('button', { name: 'Restore Oak' })).toBeEnabled();
  await page.getByRole('button', { name: 'Restore Oak' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The trash is empty' })).toBeVisible();
  expect((await client.listWorks({ projectId: goneId })).map(({ name }) => name)).toEqual(['Oak']);
});

test('what is deleted elsewhere appears here by itself', async ({ page, account: { client } }) => {
  const { id: projectId } = await client.createProject({ name: 'Bottles' });
  const { id: workId } = await client.createWork({ projectId, name: 'Summer' });
  await page.goto('/trash');
  await expect(page.getByRole('heading', { level: 1, name: 'The trash is empty' })).toBeVisible();
  await client.trashWork({ projectId, workId });
  await expect(page.getByRole('row', { name: /Summer/ })).toBeVisible();
});
