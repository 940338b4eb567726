import { expect, test } from './studio.ts';

test('a visitor who is not signed in is shown the way in', async ({ page, studio }) => {
  await page.goto(`${studio.url}/projects`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an account opens its projects', async ({ page, account }) => {
  await page.goto('/projects');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await account.client.listProjects({})).length).toBe(0);
});
