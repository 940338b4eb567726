import { solidPng } from '../solid-png.ts';
import { PLAIN, referenceFilm } from './reference-film.ts';
import { expect, expectNoViolations, lookAt, test, type Account } from './studio.ts';

/** A work of its own, and where it is. */
async function aWork({ client }: Account, brief: object = {}) {
  const { id: projectId } = await client.createProject({ name: 'EcoBottle', projectType: 'ecommerce' });
  const { id: workId } = await client.createWork({ projectId, name: 'Spring launch', ...brief });
  const place = { projectId, workId };
  return { place, path: `/p/${projectId}/w/${workId}`, work: () => client.getWork(place) };
}

test('a brief is saved as it is typed, and the plan, the price and the frame follow it', async ({ page, account }) => {
  const { path, work } = await aWork(account);
  await page.goto(`${path}/init`);
  await expect(page.getByRole('heading', { level: 1, name: 'Say what the video is for' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('EcoBottle 0.7');
  await page.getByRole('textbox', { name: 'For whom' }).fill('People who cycle to work');
  await page.getByRole('textbox', { name: 'What to say' }).fill('A bottle that keeps tea hot for a day.');
  await page.getByRole('textbox', { name: 'Length' }).fill('30');
  await page.getByRole('textbox', { name: 'Scenes' }).fill('7');
  await page.getByRole('textbox', { name: 'Scenes' }).blur();
  await page.getByRole('radio', { name: '16:9' }).press('Space');
  await expect(page.getByText('7 scenes, about 4.3 s each')).toBeVisible();
  await expect(page.getByRole('figure', { name: 'A frame of 16:9' })).toBeVisible();
  await expect.poll(work).toMatchObject({
    productName: 'EcoBottle 0.7',
    targetAudience: 'People who cycle to work',
    videoDuration: 30,
    sceneCount: 7,
    resolution: { width: 1920, height: 1080 },
  });
  await expect(page.getByText('7 pictures')).toBeVisible();
  await expect(page.getByText('Nothing is paid now.')).toBeVisible();
});

test('more scenes than fit the length are told where they are typed', async ({ page, account }) => {
  const { path } = await aWork(account, { productName: 'Tea', videoDuration: 10 });
  await page.goto(`${path}/init`);
  await page.getByRole('textbox', { name: 'Scenes' }).fill('20');
  await page.getByRole('textbox', { name: 'Scenes' }).blur();
  await expect(page.getByText('A scene needs at least 1.2 s each: 10 s hold 8 at most.')).toBeVisible();
  await page.getByRole('button', { name: 'Write the script' }).click();
  await expect(page.getByRole('alert')).toHaveText('There are more scenes than fit the length.');
  await expect(page).toHaveURL(/init$/);
});

test('a script needs a subject, and is written by one press with the screen already there', async ({
  page,
  account,
}) => {
  const { path, work } = await aWork(account, { videoDuration: 6 });
  await page.goto(path);
  await expect(page).toHaveURL(/init$/);
  await page.getByRole('button', { name: 'Write the script' }).click();
  await expect(page.getByRole('alert')).toHaveText('Say what the video is about: a name, or a sentence.');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('EcoBottle');
  await page.getByRole('button', { name: 'Write the script' }).click();
  await expect(page).toHaveURL(/scenario/);
  await expect.poll(async () => (await work()).scenes.length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect((await work()).productName).toBe('EcoBottle'); // what was just typed was saved before
  await page.goto(path);
  await expect(page).toHaveURL(/scenario/);
  await page.goto(`${path}/init`);
  await expect(page.getByRole('link', { name: 'Open the script' })).toBeVisible();
});

test('pictures are used as a guide, or each becomes a scene', async ({ page, account }) => {
  const { path, place, work } = await aWork(account, { videoDuration: 12 });
  for (const colour of ['teal', 'orange']) {
    const content = new Blob([new Uint8Array(solidPng(colour))], { type: 'image/png' });
    await account.client.uploadAsset({ projectId: place.projectId, file: { name: `${colour}.png`, content } });
  }
  await page.goto(`${path}/init`);
  await page.getByRole('radio', { name: 'Your own pictures' }).press('Space');
  for (const tile of await page.getByRole('group', { name: 'Pictures to use' }).getByRole('checkbox').all())
    await tile.press('Space');
  await expect(page.getByText('2 scenes, about 6.0 s each')).toBeVisible();
  await expect
    .poll(work)
    .toMatchObject({ assetUsageMode: 'direct', selectedAssetIds: [expect.any(String), expect.any(String)] });
  await page.getByRole('radio', { name: 'As a guide' }).press('Space');
  await expect.poll(work).toMatchObject({ assetUsageMode: 'reference' });
});

test('a reference video is sent, played, analyzed, and taken away again', async ({ page, account }) => {
  const { path, work } = await aWork(account, { productName: 'Kiln' });
  await page.goto(`${path}/init`);
  await page.getByRole('radio', { name: 'A reference video' }).press('Space');
  await page.getByRole('button', { name: 'Analyze the reference' }).click();
  await expect(page.getByRole('alert')).toHaveText('Bring the reference video first.');
  await page
    .getByLabel('Drop a video here')
    .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no film') });
  await expect(page.getByText('notes.mp4 was not taken')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page
    .getByLabel('Drop a video here')
    .setInputFiles({ name: 'kiln.mp4', mimeType: 'video/mp4', buffer: await referenceFilm(PLAIN) });
  await expect(page.getByText('640 × 360, 25 fps')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Analyze the reference' }).click();
  await expect(page).toHaveURL(/analyze/);
  await expect(page.getByRole('heading', { level: 1, name: /^3 scenes in 6 seconds/ })).toBeVisible({
    timeout: 40_000,
  });
  await page.goto(`${path}/init`);
  await page.getByRole('radio', { name: 'A brief' }).press('Space');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it away' }).click();
  await expect.poll(work).toMatchObject({ hasReferenceVideo: false, analysis: null, mode: 'content_remix' });
});

test('the brief looks right in every theme and width', async ({ page, account }) => {
  const { path, place } = await aWork(account, {
    productName: 'EcoBottle 0.7',
    targetAudience: 'People who walk or cycle to work',
    productDescription:
      'A glass refill bottle that keeps tea hot for a day. Refill at 340 public springs. Spring edition in moss green, out on 2 March. Calm, no shouting.',
    videoDuration: 30,
    sceneCount: 7,
  });
  const content = new Blob([new Uint8Array(solidPng('teal'))], { type: 'image/png' });
  await account.client.uploadAsset({ projectId: place.projectId, file: { name: 'moss.png', content } });
  await page.goto(`${path}/init`);
  await expect(page.getByText('Nothing is paid now.')).toBeVisible();
  await lookAt(page, 'init');
  for (const folded of ['Keep out', 'Style of this work', 'Instructions for the models', 'Models']) {
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`^${folded}`) })
      .click();
  }
  await expect(page.getByRole('textbox', { name: 'For pictures' })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0)); // a field that a scroll left half under the bar is taken for one that is too low
  await expectNoViolations(page);
});
