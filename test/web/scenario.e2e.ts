import type { Page } from '@playwright/test';
import type { ScenarioScene } from '#contract/scene.ts';
import { expect, expectNoViolations, lookAt, test, type Account } from './studio.ts';

/** A work with a brief, and with these scenes where there are any. */
async function aWork({ client }: Account, scenes: readonly Partial<ScenarioScene>[] = [], videoDuration = 12) {
  const project = await client.createProject({ name: 'EcoBottle', styleGuide: { tone: 'Calm and warm' } });
  const brief = {
    name: 'Spring launch',
    productName: 'EcoBottle',
    productDescription:
      'EcoBottle keeps water cold for 24 hours. It weighs 280 grams. The cap is made of cork. Order at ecobottle.example.',
    language: 'en',
    videoDuration,
    sceneCount: 4,
    resolution: { width: 144, height: 256 },
  };
  const work = await client.createWork({ projectId: project.id, ...brief });
  const place = { projectId: project.id, workId: work.id };
  if (scenes.length > 0) await client.arrangeScenes({ ...place, scenes: [...scenes] });
  const script = async () => (await client.getWork(place)).scenes;
  return { place, url: `/p/${project.id}/w/${work.id}/scenario`, script };
}

const written = (...pictures: readonly string[]): Partial<ScenarioScene>[] =>
  pictures.map((image_prompt) => ({
    image_prompt,
    video_prompt: 'Push in',
    duration_seconds: 4,
    transition: 'fade',
    text_overlay: '',
  }));
const FOUR = written('Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks');

const rows = (page: Page) => page.locator('[data-scene]');
const titles = (page: Page) => page.locator('[data-scene-title]');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const pictures = async (script: () => Promise<readonly ScenarioScene[]>) =>
  (await script()).map((scene) => scene.image_prompt);

test('an empty script is written by one press, and its price is said before', async ({ page, account }) => {
  const { url } = await aWork(account);
  await page.goto(url, { waitUntil: 'networkidle' });
  await expect(heading(page)).toHaveText('There is no script yet');
  await expect(page.getByRole('button', { name: 'Write the script free' })).toBeVisible();
  await lookAt(page, 'scenario-empty');
  await page.getByRole('button', { name: 'Write the script free' }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(heading(page)).toHaveText('4 scenes in 12 seconds, calm and warm');
  await lookAt(page, 'scenario');
});

test('a script is begun by hand without a word to any model', async ({ page, account }) => {
  const { url, script } = await aWork(account);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Write it by hand' }).click();
  await titles(page).first().click();
  await page.getByLabel('Picture', { exact: true }).fill('A quiet lake');
  await expect.poll(() => pictures(script)).toEqual(['A quiet lake']);
});

test('what is written in a scene is saved by itself, and Escape closes it', async ({ page, account }) => {
  const { url, script } = await aWork(account, FOUR);
  await page.goto(url, { waitUntil: 'networkidle' });
  await titles(page).nth(1).press('Enter');
  await expect(page.getByLabel('Picture', { exact: true })).toBeFocused();
  await page.keyboard.type(', low sun');
  await page.getByLabel('Text in picture').fill('340 public springs');
  await expect(page.getByText('18 of 42')).toBeVisible();
  await page.getByLabel('To next scene').click();
  await page.getByRole('option', { name: 'Dissolve' }).click();
  await lookAt(page, 'scenario-open');
  await page.getByLabel('Text in picture').press('Escape');
  await expect(titles(page).nth(1)).toBeFocused();
  await expect
    .poll(async () => (await script())[1])
    .toMatchObject({
      image_prompt: 'Bottle on warm stone, low sun',
      text_overlay: '340 public springs',
      transition: 'dissolve',
    });
  await page.reload();
  await expect(page.getByText('340 public springs')).toBeVisible();
});

test('scenes are put in order by mouse, by the keys of their handle, and by Alt and an arrow', async ({
  page,
  account,
}) => {
  const { url, script } = await aWork(account, FOUR);
  await page.goto(url, { waitUntil: 'networkidle' });
  await expect(titles(page).nth(2)).toBeVisible();
  const handle = page.getByRole('button', { name: 'Move scene 1' });
  const from = await handle.boundingBox();
  const to = await rows(page).nth(2).boundingBox();
  if (!from || !to) throw new Error('no rows');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 30, { steps: 4 });
  await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 8 });
  await page.mouse.up();
  await expect(titles(page).last()).toContainText('Dawn over the ridge');
  await expect
    .poll(() => pictures(script))
    .toEqual(['Bottle on warm stone', 'River over dark rocks', 'Dawn over the ridge']);
  await expect(page.getByText('Scene 1 is now scene 3 of 3')).toBeAttached();

  await titles(page).last().focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(() => pictures(script))
    .toEqual(['Bottle on warm stone', 'Dawn over the ridge', 'River over dark rocks']);
  await expect(titles(page).nth(1)).toBeFocused();

  await page.getByRole('button', { name: 'Move scene 3' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(/Scene 3 (is picked up|would be scene 3 of 3)/)).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Scene 3 would be scene 2 of 3')).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Scene 3 would be scene 1 of 3')).toBeAttached();
  await page.keyboard.press('Space');
  await expect
    .poll(() => pictures(script))
    .toEqual(['River over dark rocks', 'Bottle on warm stone', 'Dawn over the ridge']);
});

test('scenes are added between, duplicated, and deleted with a way back', async ({ page, account }) => {
  const { url, script } = await aWork(account, FOUR);
  await page.goto(url, { waitUntil: 'networkidle' });
  await titles(page).first().focus();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Picture', { exact: true })).toBeFocused();
  await page.keyboard.type('A bird');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => pictures(script))
    .toEqual(['Dawn over the ridge', 'A bird', 'Bottle on warm stone', 'River over dark rocks']);
  await titles(page).nth(1).press('d');
  await expect(rows(page)).toHaveCount(5);
  await expect.poll(async () => (await pictures(script))[2]).toBe('A bird');
  await titles(page).first().press('Delete');
  await expect(rows(page)).toHaveCount(4);
  await expect(titles(page).first()).toContainText('A bird');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(titles(page).first()).toContainText('Dawn over the ridge');
  await expect(rows(page)).toHaveCount(5);
});

test('a film that is too long is made to fit by one press', async ({ page, account }) => {
  const { url, script } = await aWork(account, FOUR, 11);
  await page.goto(url, { waitUntil: 'networkidle' });
  await expect(page.getByText('1.0 s over:')).toBeVisible();
  await page.getByRole('button', { name: 'trim scene 1 to 3.0 s' }).click();
  await expect(page.getByText('1.0 s over:')).toBeHidden();
  await expect.poll(async () => (await script()).map((scene) => scene.duration_seconds)).toEqual([3, 4, 4]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1.0 s over:')).toBeVisible();
});

test('another version of a scene is shown word by word and replaces nothing until it is taken', async ({
  page,
  account,
}) => {
  const { url, script } = await aWork(account, FOUR);
  await page.goto(url, { waitUntil: 'networkidle' });
  await titles(page).nth(1).press('r');
  await page.getByLabel('What should be different?').fill('something only this bottle has');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Write free' }).click();
  await expect(heading(page)).toHaveText('Scene 2 has a new version to compare');
  await expect(page.getByText('Asked for “something only this bottle has”.')).toBeVisible();
  await expect(rows(page).nth(1).locator('ins').first()).toBeVisible();
  const proposed = await rows(page).nth(1).locator('ins').first().textContent();
  await lookAt(page, 'scenario-diff');
  expect(await pictures(script)).toEqual(FOUR.map((scene) => scene.image_prompt));

  await page.reload();
  await expect(heading(page)).toHaveText('Scene 2 has a new version to compare');
  await page.getByRole('button', { name: 'Another' }).click();
  await expect(rows(page).nth(1).locator('ins').first()).not.toHaveText(proposed ?? '');
  await page.getByRole('button', { name: 'Keep old' }).click();
  await expect(heading(page)).toHaveText('3 scenes in 12 seconds, calm and warm');
  expect(await pictures(script)).toEqual(FOUR.map((scene) => scene.image_prompt));
});

test('other versions of all scenes are taken at once, in every tab, and taken back', async ({
  page,
  account,
  context,
}) => {
  const { url, script } = await aWork(account, FOUR);
  await page.goto(url, { waitUntil: 'networkidle' });
  const other = await context.newPage();
  await other.goto(url);
  await page.getByRole('button', { name: 'Rewrite all' }).click();
  await page.getByRole('button', { name: 'Calmer' }).click();
  await page.getByRole('button', { name: 'Write free' }).click();
  await expect(heading(page)).toHaveText('3 scenes have new versions to compare');
  await expect(heading(other)).toHaveText('3 scenes have new versions to compare');
  await page.getByRole('button', { name: 'Keep old' }).first().click();
  await expect(heading(page)).toHaveText('2 scenes have new versions to compare');
  await page.getByRole('button', { name: 'Use all' }).click();
  await expect(heading(other)).toHaveText('3 scenes in 12 seconds, calm and warm');
  const after = await pictures(script);
  expect(after[0]).toBe('Dawn over the ridge');
  expect(after[1]).not.toBe('Bottle on warm stone');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pictures(script)).toEqual(FOUR.map((scene) => scene.image_prompt));
});

test('two tabs that write different fields of a scene both keep their words', async ({ page, account, context }) => {
  const { url, script } = await aWork(account, FOUR);
  const other = await context.newPage();
  await page.goto(`${url}?scene=0`);
  await other.goto(`${url}?scene=0`);
  await page.getByLabel('Motion', { exact: true }).fill('Glide upstream');
  await other.getByLabel('Keep out', { exact: true }).fill('boats');
  await expect
    .poll(async () => (await script())[0])
    .toMatchObject({ video_prompt: 'Glide upstream', negative_prompt: 'boats' });
  await expect(other.getByLabel('Motion', { exact: true })).toHaveValue('Glide upstream');
  await expect(page.getByLabel('Keep out', { exact: true })).toHaveValue('boats');
});

test('the same field written in two places is settled by a person', async ({ page, account }) => {
  const { url, script, place } = await aWork(account, FOUR);
  await page.goto(`${url}?scene=1`);
  await expect(page.getByLabel('Motion', { exact: true })).toHaveValue('Push in');
  await page.getByLabel('Motion', { exact: true }).fill('Mine');
  const [a, b, c] = await script();
  await account.client.arrangeScenes({
    ...place,
    scenes: [{ id: a?.id }, { id: b?.id, video_prompt: 'Theirs' }, { id: c?.id }],
  });
  await expect(page.getByText('Motion was also changed elsewhere')).toBeVisible();
  await expect(heading(page)).toHaveText('Scene 2 was changed in two places');
  await lookAt(page, 'scenario-conflict');
  await page.getByRole('button', { name: 'Keep mine' }).first().click();
  await expect.poll(async () => (await script())[1]?.video_prompt).toBe('Mine');
});

test('the pictures are made from here, and a changed scene says that its picture is of other words', async ({
  page,
  account,
}) => {
  const { url, place } = await aWork(account, FOUR.slice(0, 2));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Make the pictures free' }).click();
  await expect(page).toHaveURL(/\/generate/);
  await expect
    .poll(async () => (await account.client.getWork(place)).generatedScenes.map(({ status }) => status), {
      timeout: 60_000,
    })
    .toEqual(['image_ready', 'image_ready']);
  await page.goto(`${url}?scene=0`);
  await page.getByLabel('Picture', { exact: true }).fill('Dusk over the ridge');
  await page.keyboard.press('Escape');
  await expect(rows(page).first().getByText('inputs changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make 1 picture again free' })).toBeVisible();
});

test('a script that could not be written says why, and what to do', async ({ page, account }) => {
  const { url } = await aWork(account);
  const error = { code: 'provider_quota', error: 'The quota of OpenAI is used up: choose another model, or wait.' };
  const job = {
    id: 'job_1',
    kind: 'scenario',
    status: 'failed',
    progress: 0,
    stage: '',
    error,
    createdAt: 0,
    updatedAt: 0,
  };
  await page.route(/\/api\/jobs\?.*workId/, (route) => route.fulfill({ json: [job] }));
  await page.goto(url, { waitUntil: 'networkidle' });
  await expect(heading(page)).toHaveText('The script could not be written');
  await expect(page.getByText(error.error)).toBeVisible();
  await lookAt(page, 'scenario-failed');
  await page.unroute(/\/api\/jobs\?.*workId/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(4);
});
