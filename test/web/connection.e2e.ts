import { placeOfRuns } from '../run-directory.ts';
import { openStudio, type Studio } from './open-studio.ts';
import { expect, lookAt, test } from './studio.ts';

let studio: Studio;
test.beforeAll(async () => {
  studio = await openStudio({}, await placeOfRuns());
});
test.afterAll(() => studio[Symbol.asyncDispose]());

const person = { name: 'Ada First', email: 'ada@example.com', password: 'correct horse battery' };

test('the first account of a machine takes over what was made on it without one', async ({ page }) => {
  await studio.client.createProject({ name: 'Made before' });
  await page.goto(`${studio.url}/`);
  await expect(page).toHaveURL(/\/register/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open the first account');
  await expect(page.getByText('takes over what was made on this machine')).toBeVisible();
  await lookAt(page, 'register-first');
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${studio.url}/projects`);
  await expect(page.getByText('Made before').first()).toBeVisible();
});

test('a server that goes away is told in one line, and what changed meanwhile is there when it is back', async ({
  page,
}) => {
  const { email, password } = person;
  await page.request.post(`${studio.url}/api/auth/login`, { data: { email, password } });
  const project = await studio.client.createProject({ name: 'Steady' });
  const resolution = { width: 128, height: 96 };
  const work = await studio.client.createWork({ projectId: project.id, name: 'Before', resolution });
  await page.goto(`${studio.url}/p/${project.id}/w/${work.id}/init`);
  const here = page.getByRole('navigation', { name: 'Where you are' });
  await expect(here).toContainText('Before');
  await studio.kill();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await expect(page.getByText('What you write is kept here')).toBeVisible();
  await studio.start();
  await studio.client.updateWork({ projectId: project.id, workId: work.id, name: 'After' });
  await expect(here).toContainText('After', { timeout: 40_000 });
  await expect(page.getByText('The server does not answer.')).toBeHidden();
});

test('without a network it says so, and listens again when there is one', async ({ page, context }) => {
  const { email, password } = person;
  await page.request.post(`${studio.url}/api/auth/login`, { data: { email, password } });
  await page.goto(`${studio.url}/settings/appearance`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden({ timeout: 30_000 });
});

test('a screen whose server is gone goes on by itself when it is back', async ({ page }) => {
  const { email, password } = person;
  await page.request.post(`${studio.url}/api/auth/login`, { data: { email, password } });
  await page.goto(`${studio.url}/settings/appearance`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/api/auth/sessions*', (route) => route.abort());
  await page.getByRole('link', { name: 'Account', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The server does not answer.', { timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Appearance', exact: true })).toBeVisible();
  await page.unroute('**/api/auth/sessions*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Signed in');
});
