import { projectPresets } from '#domain/project-presets.ts';
import { expect, lookAt, test, type Account } from './studio.ts';

const aProject = async ({ client }: Account) =>
  (await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' })).id;

test('a style guide is written field by field, saved by itself, and shows what models receive', async ({
  page,
  account: { client, ...account },
}) => {
  const projectId = await aProject({ client, ...account });
  await page.goto(`/p/${projectId}/settings/style`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fresh, tactile and inviting');
  await page.getByLabel('Tone').fill('calm, honest');
  await page.getByLabel('Never include').fill('plastic,');
  await page.getByText('Slow', { exact: true }).click();
  await expect(page.getByText('Tone: calm, honest.', { exact: false })).toBeVisible();
  const first = page.getByRole('button', { name: 'Colour #1f7a5c' });
  await first.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByText('#1f7a5c is now 2 of 5')).toBeAttached();
  await expect
    .poll(async () => (await client.getProject({ projectId })).styleGuide)
    .toMatchObject({
      tone: 'calm, honest',
      tempo: 'slow',
      color_palette: ['#f2a488', '#1f7a5c', '#f8ece1', '#d9b25f', '#3a1d1a'],
      must_avoid: [...(projectPresets.ecommerce.styleGuide.must_avoid ?? []), 'plastic'],
    });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calm, honest');
});

test('two people who write different fields of a style guide lose nothing; one who writes the same is asked', async ({
  page,
  account,
}) => {
  const { client } = account;
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/style`);
  const { styleGuide } = await client.getProject({ projectId });
  await client.updateProject({ projectId, styleGuide: { ...styleGuide, brand_voice: 'theirs' } });
  await page.getByLabel('Tone').fill('mine');
  const guide = async () => (await client.getProject({ projectId })).styleGuide;
  await expect.poll(guide).toMatchObject({ tone: 'mine', brand_voice: 'theirs' });
  await client.updateProject({ projectId, styleGuide: { ...(await guide()), camera_style: 'theirs too' } });
  await page.getByLabel('Camera').fill('mine too');
  await page.getByRole('button', { name: 'Changed in two places' }).click();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(guide).toMatchObject({ camera_style: 'mine too' });
});

test('another type of project offers its instructions as a difference, and replaces only what is ticked', async ({
  page,
  account,
}) => {
  const { client } = account;
  const projectId = await aProject(account);
  await client.updateProject({ projectId, imageSystemPrompt: 'Woodcuts in two colours.' });
  await page.goto(`/p/${projectId}/settings/general`);
  await page.getByText('News', { exact: true }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('News brings its own instructions');
  await expect(question.getByRole('checkbox', { name: 'Pictures' })).not.toBeChecked();
  await expect(question.getByRole('checkbox', { name: 'Script' })).toBeChecked();
  await question.getByText('See what would change').first().click();
  await expect(question.locator('del').first()).toBeVisible();
  await lookAt(page, 'project-type-question');
  await question.getByRole('button', { name: /Change the type, take 4/ }).click();
  const stored = () => client.getProject({ projectId });
  await expect.poll(stored).toMatchObject({
    projectType: 'news',
    systemPrompt: projectPresets.news.systemPrompt,
    imageSystemPrompt: 'Woodcuts in two colours.',
  });
  await expect.poll(async () => (await stored()).styleGuide).toMatchObject(projectPresets.news.styleGuide);
});

test('a prompt of one’s own is compared with the type’s, word by word, and put back with a way to undo', async ({
  page,
  account,
}) => {
  const { client } = account;
  const projectId = await aProject(account);
  const own = projectPresets.ecommerce.imageSystemPrompt.replace('Studio', 'Street');
  await client.updateProject({ projectId, imageSystemPrompt: own });
  await page.goto(`/p/${projectId}/settings/prompts`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 4 prompts is yours');
  const pictures = page.getByRole('region', { name: 'Pictures' });
  await pictures.getByText('Compared with Ecommerce').click();
  await expect(pictures.locator('del')).toHaveText('Studio');
  await expect(pictures.locator('ins')).toHaveText('Street');
  await lookAt(page, 'project-prompts');
  await pictures.getByRole('button', { name: 'Put back to Ecommerce' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 4 prompts are as Ecommerce has them');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await client.getProject({ projectId })).imageSystemPrompt).toBe(own);
});

test('a style found in a text is shown beside the present one, and taken field by field', async ({ page, account }) => {
  const { client } = account;
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/style`);
  await page.getByText('A text', { exact: true }).click();
  const text =
    'Our brand is playful, bold and loud. Colours: #ff0055 and #00ccff. Fast cuts, handheld camera. Never show plastic.';
  await page.getByLabel('Brand book, tone of voice, a letter to customers').fill(text);
  await page.getByRole('button', { name: 'Find the style free' }).click();
  const take = page.getByRole('button', { name: 'Take this: Palette' });
  await expect(take).toBeVisible({ timeout: 30_000 });
  const before = (await client.getProject({ projectId })).styleGuide;
  expect(before).toEqual(projectPresets.ecommerce.styleGuide);
  await lookAt(page, 'project-style-found');
  await take.click();
  await expect(take).toHaveCount(0);
  await expect
    .poll(async () => (await client.getProject({ projectId })).styleGuide)
    .toMatchObject({ tone: before.tone, color_palette: expect.arrayContaining(['#ff0055']) });
});

test('an address that cannot be read is refused in place, in words', async ({ page, account }) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/style`);
  await page.getByLabel('Address').fill('http://127.0.0.1/');
  await page.getByRole('button', { name: /Find the style/ }).click();
  await expect(page.getByText('That did not work')).toBeVisible();
});

test('knowledge is written, or brought as a text file, with a way to undo', async ({ page, account }) => {
  const { client } = account;
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/knowledge`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to rely on yet');
  await page.getByRole('textbox', { name: 'Knowledge' }).fill('It keeps tea hot for 24 hours.');
  const notes = { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('340 springs refill it.') };
  await page.locator('main input[type=file]').setInputFiles(notes);
  const knowledge = async () => (await client.getProject({ projectId })).knowledge;
  await expect.poll(knowledge).toBe('It keeps tea hot for 24 hours.\n\n340 springs refill it.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(knowledge).toBe('It keeps tea hot for 24 hours.');
  await lookAt(page, 'project-knowledge');
});

test('a budget is set, changed and lifted; what is held is a piece of its own', async ({ page, account }) => {
  const { client } = account;
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/budget`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No limit, $0.00 spent so far');
  await page.getByLabel('Limit').fill('25');
  await page.getByRole('button', { name: 'Limit to $25.00 a month' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('$0.00 of $25.00 spent');
  await expect(page.getByRole('meter')).toHaveAttribute('aria-valuetext', '$0.00 spent, $0.00 held, $25.00 left');
  expect(await client.listBudgets({})).toMatchObject([{ targetId: projectId, limitMicroUsd: 25_000_000 }]);
  await lookAt(page, 'project-budget');
  await page.getByRole('button', { name: 'Lift the limit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No limit, $0.00 spent so far');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('$0.00 of $25.00 spent');
});

test('the name is saved as it is written', async ({ page, account }) => {
  const { client } = account;
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/general`);
  await page.getByLabel('Name').fill('EcoBottle 0.7');
  await expect.poll(async () => (await client.getProject({ projectId })).name).toBe('EcoBottle 0.7');
  await lookAt(page, 'project-general');
});

test('the style guide is looked at in both themes, on a desk and on a phone', async ({ page, account }) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/style`);
  await expect(page.getByLabel('Tone')).toBeVisible();
  await lookAt(page, 'project-style');
});

test('an old or a mistyped link still opens the settings', async ({ page, account }) => {
  const projectId = await aProject(account);
  await page.goto(`/p/${projectId}/settings/nothing`);
  await expect(page).toHaveURL(/settings\/general$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A project of the type Ecommerce');
});
