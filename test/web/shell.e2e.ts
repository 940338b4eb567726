import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, framed, lookAt, test } from './studio.ts';

const aWork = { name: 'Spring launch', productDescription: 'A bottle', resolution: { width: 128, height: 96 } };

/** Counts the streams of events that a page opens. */
function streamsOf(page: Page): { count: number } {
  const streams = { count: 0 };
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams.count += 1;
  });
  return streams;
}

test('who signs in with a wrong password is told so in place, and with the right one goes on where they were', async ({
  page,
  account,
  context,
}) => {
  await context.clearCookies();
  await page.goto('/settings/appearance');
  await expect(page).toHaveURL('/login?next=%2Fsettings%2Fappearance');
  await expect(page.getByText('What you wrote is kept')).toBeVisible();
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Invalid credentials')).toBeVisible();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/settings/appearance');
});

test('nobody is led to another site after signing in', async ({ page, account, context }) => {
  await context.clearCookies();
  await page.goto('/login?next=//elsewhere.example');
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/projects');
});

test('a form that is not filled in says at each field what is missing, and the keyboard is there', async ({
  page,
  studio,
}) => {
  await studio.client.getHealth({});
  await page.goto('/register');
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByText('Say how you want to be called.')).toBeVisible();
  await expect(page.getByText('That is not an email address.')).toBeVisible();
  await expect(page.getByText('At least 8 characters are needed.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeFocused();
});

test('an account is opened, and leads to its projects', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Merve Okan');
  await page.getByLabel('Email').fill(`form-${process.pid}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/projects');
  const account = page.getByRole('button', { name: 'Account of Merve Okan' });
  await expect(account.locator('[data-initials]')).toHaveAttribute('data-initials', 'MO');
});

test('an access token that ran out is renewed without a word, once for many requests, also for one that is told late', async ({
  page,
  account,
  context,
}) => {
  const project = await account.client.createProject({ name: 'Renewed' });
  const renewals: string[] = [];
  page.on('request', (request) => request.url().endsWith('/auth/refresh') && renewals.push(request.url()));
  const renewed = page.waitForResponse((response) => response.url().endsWith('/auth/refresh'));
  const refused: string[] = [];
  await page.route('**/api/**', async (route) => {
    const url = route.request().url();
    if (route.request().method() !== 'GET' || url.endsWith('/api/events')) return route.continue();
    const response = await route.fetch();
    if (response.status() === 401 && refused.push(url) > 1) {
      await renewed;
      await page.waitForTimeout(500);
    }
    await route.fulfill({ response });
  });
  await context.clearCookies({ name: 'sw_access' });
  await page.goto(`/p/${project.id}`);
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Renewed');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(refused.length).toBeGreaterThan(1);
  expect(renewals).toHaveLength(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' }); // what is still under way is nobody's concern
});

test('a session that was ended elsewhere leads to signing in, and from there back', async ({ page, account }) => {
  await page.goto('/settings/account');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sessions = await account.client.listSessions({});
  for (const { id } of sessions) await account.client.revokeSession({ sessionId: id });
  await expect(page).toHaveURL(/\/login\?next=%2Fsettings%2Faccount/);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed in here only');
});

test('another place is signed out from the list of places, and the password is changed', async ({
  page,
  account,
  studio,
}) => {
  const { email, password } = account;
  await studio.client.login({ email, password });
  await page.goto('/settings/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed in at 2 places');
  await page.getByRole('button', { name: /^Sign out/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signed in here only');
  await page.getByLabel('Present password').fill('wrong');
  await page.getByLabel('New password').fill('a better password');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('That is not the current password')).toBeVisible();
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('The password is changed')).toBeVisible();
  await studio.client.login({ email, password: 'a better password' });
});

test('an account is deleted for good with its password only', async ({ page, account }) => {
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await page.getByLabel('Your password').fill('wrong');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('That is not the current password')).toBeVisible();
  await page.getByLabel('Your password').fill(account.password);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page).toHaveURL(/\/login|\/register/);
  await expect(account.client.getMe({})).rejects.toThrow('401');
});

test('signing out leaves nothing behind', async ({ page, account }) => {
  await page.goto('/projects');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login');
  await page.goto('/projects');
  await expect(page).toHaveURL('/login?next=%2Fprojects');
  await expect(account.client.getMe({})).rejects.toThrow('401');
});

test('the theme is chosen in the menu, and is there before the next page is painted', async ({ page, account }) => {
  void account; // signed in
  await page.goto('/projects');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitemradio', { name: 'Light theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.goto('/settings/appearance', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByText('As the system').click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the app speaks Turkish where it is asked to, and English again', async ({ page, account }) => {
  void account; // signed in
  await page.goto('/settings/appearance');
  await page.getByText('Türkçe', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Koyu, Türkçe');
  await page.getByText('English', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the palette goes anywhere by a few letters, with the keyboard alone', async ({ page, account }) => {
  const project = await account.client.createProject({ name: 'Ocean hats' });
  const work = await account.client.createWork({ projectId: project.id, ...aWork });
  await page.goto('/projects');
  await framed(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type('ocean');
  await expect(page.getByRole('option', { name: 'Ocean hats', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/p/${project.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused(); // there, and led to: nothing takes the focus any more
  await page.getByRole('button', { name: 'Search and commands' }).click();
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await page.keyboard.type('spring');
  await expect(page.getByRole('option', { name: 'Spring launch', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/p/${project.id}/w/${work.id}/`));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('light th');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeHidden();
});

test('a question mark lists the keys, but not where single keys are switched off or somebody writes', async ({
  page,
  account,
}) => {
  void account; // signed in
  await page.goto('/settings/appearance');
  await framed(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('switch', { name: 'Single keys act' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what runs is counted in the bar, listed by work, and can be cancelled there', async ({ page, account }) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const work = await client.createWork({ projectId: project.id, ...aWork });
  const script = { image_prompt: 'a bottle', duration_seconds: 20 };
  await client.arrangeScenes({ projectId: project.id, workId: work.id, scenes: [script, script, script] });
  await page.goto('/settings/appearance');
  await expect(page.getByRole('button', { name: 'What is running' })).toBeVisible();
  await client.generateImages({ projectId: project.id, workId: work.id });
  const button = page.getByRole('button', { name: /running/i });
  await button.click();
  const panel = page.getByRole('dialog', { name: 'What is running' });
  await expect(panel.getByRole('link', { name: 'Spring launch' })).toBeVisible();
  await expect(panel.getByText('Picture, scene 1')).toBeVisible();
  await expect(panel.getByText(/Done, /).first()).toBeVisible({ timeout: 60_000 });
  await panel.getByRole('link', { name: 'See it' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/w/${work.id}/generate`));
  await expect(page.getByRole('navigation', { name: 'Steps of this work' })).toContainText('Generate');
});

test('the steps of a work are links, none is locked, and the present one is marked', async ({ page, account }) => {
  const project = await account.client.createProject({ name: 'Stepped' });
  const work = await account.client.createWork({ projectId: project.id, ...aWork });
  await page.goto(`/p/${project.id}/w/${work.id}/init`);
  const steps = page.getByRole('navigation', { name: 'Steps of this work' });
  await expect(steps.getByRole('link', { name: 'Init' })).toHaveAttribute('aria-current', 'page');
  await expect(steps.getByRole('link', { name: 'Analyze skipped' })).toBeVisible();
  await steps.getByRole('link', { name: 'Scenario' }).click();
  await expect(page).toHaveURL(`/p/${project.id}/w/${work.id}/scenario`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('two tabs hear one stream, and when the first is closed the other goes on without a loss', async ({
  page,
  account,
  context,
}) => {
  const { client } = account;
  const project = await client.createProject({ name: 'Shared' });
  const work = await client.createWork({ projectId: project.id, ...aWork });
  const address = `/p/${project.id}/w/${work.id}/init`;
  const rename = (name: string) => client.updateWork({ projectId: project.id, workId: work.id, name });
  const first = streamsOf(page);
  await page.goto(address);
  await framed(page);
  await expect.poll(() => first.count).toBe(1);
  const other = await context.newPage();
  const second = streamsOf(other);
  await other.goto(address);
  const here = other.getByRole('navigation', { name: 'Where you are' });
  await expect(here).toContainText('Spring launch');
  await rename('Told to both');
  await expect(here).toContainText('Told to both');
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Told to both');
  expect([first.count, second.count]).toEqual([1, 0]);
  await page.close();
  await rename('Told to the one that is left');
  await expect(here).toContainText('Told to the one that is left');
  expect(second.count).toBe(1);
});

test('what one tab changes outside works the other shows too', async ({ page, account, context }) => {
  const project = await account.client.createProject({ name: 'Before' });
  await page.goto(`/p/${project.id}`);
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Before');
  const other = await context.newPage();
  await other.goto('/settings/appearance');
  await other.evaluate((path) => {
    new BroadcastChannel('scenewright.changes').postMessage({ method: 'PUT', path });
  }, `/projects/${project.id}`);
  await account.client.updateProject({ projectId: project.id, name: 'After' });
  await other.evaluate((path) => {
    new BroadcastChannel('scenewright.changes').postMessage({ method: 'PUT', path });
  }, `/projects/${project.id}`);
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('After');
});

test('an address that leads nowhere, and a work of somebody else, say so and lead on', async ({
  page,
  account,
  studio,
}) => {
  await account.client.getMe({});
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  const theirs = await studio.client.createProject({ name: 'Theirs' });
  const work = await studio.client.createWork({ projectId: theirs.id, ...aWork });
  await page.goto(`/p/${theirs.id}/w/${work.id}/generate`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This work is not here');
  await expect(page.getByText('Theirs')).toHaveCount(0);
  await page.goto(`/p/${theirs.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This project is not here');
  await page.getByRole('link', { name: 'To your projects' }).click();
  await expect(page).toHaveURL('/projects');
});

test('every address names the window, and the keyboard reaches the screen past the bar', async ({ page, account }) => {
  void account; // signed in
  await page.goto('/settings/appearance');
  await expect(page).toHaveTitle('Dark, in English · Scenewright');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
});

test('from right to left nothing is wider than the window', async ({ page, account }) => {
  const project = await account.client.createProject({ name: 'Sağdan sola' });
  const work = await account.client.createWork({ projectId: project.id, ...aWork });
  for (const address of ['/settings/account', '/settings/appearance', `/p/${project.id}/w/${work.id}/init`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    for (const width of [1440, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
  }
});

for (const [address, name] of [
  ['/settings/account', 'settings-account'],
  ['/settings/appearance', 'settings-appearance'],
  ['/nowhere', 'not-found'],
] as const) {
  test(`looked at: ${address}`, async ({ page, account }) => {
    void account; // signed in
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lookAt(page, name);
  });
}

for (const name of ['login', 'register']) {
  test(`looked at: /${name}`, async ({ page, account, context }) => {
    void account; // the first account would lead from signing in to signing up
    await context.clearCookies();
    await page.goto(`/${name}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await lookAt(page, name);
  });
}

for (const [keys, name] of [
  ['Control+k', 'palette'],
  ['?', 'shortcuts'],
] as const) {
  test(`looked at: the ${name}`, async ({ page, account }) => {
    void account; // signed in
    await page.goto('/settings/appearance');
    await framed(page);
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await lookAt(page, name);
  });
}

test('looked at: what runs, where nothing does', async ({ page, account }) => {
  void account; // signed in
  await page.goto('/settings/appearance');
  await page.getByRole('button', { name: 'What is running' }).click();
  await expect(page.getByText('Nothing is running')).toBeVisible();
  await lookAt(page, 'jobs-empty');
});
