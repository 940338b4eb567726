import { KILN, PLAIN, referenceFilm } from './reference-film.ts';
import { expect, lookAt, test, type Account } from './studio.ts';

/** A work with a reference, looked at by the built-in eye unless said. */
async function aWork({ client }: Account, film: Buffer | null, isAnalyzed = true) {
  const { id: projectId } = await client.createProject({
    name: 'Pottery',
    styleGuide: { tone: 'loud and quick', tempo: 'fast', brand_voice: 'Plain.' },
  });
  const { id: workId } = await client.createWork({
    projectId,
    name: 'Autumn refill',
    productName: 'Kiln',
    videoDuration: 6,
  });
  const place = { projectId, workId };
  if (film) {
    const content = new Blob([new Uint8Array(film)], { type: 'video/mp4' });
    await client.uploadReference({ ...place, file: { name: 'kiln-autumn.mp4', content } });
    if (isAnalyzed) await client.analyzeWork(place);
  }
  return { place, path: `/p/${projectId}/w/${workId}/analyze` };
}

test('a work that follows no video says what would be here, and takes one', async ({ page, account }) => {
  const { path } = await aWork(account, null);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'This video follows no reference' })).toBeVisible();
  await lookAt(page, 'analyze-none');
  await page.getByLabel('Bring a reference video').setInputFiles({
    name: 'kiln.mp4',
    mimeType: 'video/mp4',
    buffer: await referenceFilm(PLAIN, { hasSound: false }),
  });
  await page.getByRole('button', { name: /^Analyze the reference/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^3 scenes in 6 seconds/ })).toBeVisible({
    timeout: 40_000,
  });
  await expect(page.getByText('No sound.')).toBeVisible();
});

test('the strip, the player and the table are at the same scene, by mouse and by keyboard', async ({
  page,
  account,
}) => {
  const { path } = await aWork(account, await referenceFilm(PLAIN));
  await page.goto(path);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  const row = (number: number) =>
    page.getByRole('row').filter({ has: page.getByRole('button', { name: `Show scene 0${number}` }) });
  await expect(row(1)).toHaveAttribute('aria-current', 'true');
  await playhead.focus();
  await page.keyboard.press('ArrowDown');
  await expect(playhead).toHaveAttribute('aria-valuetext', '00:02, scene 2 of 3');
  await expect(row(2)).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Show scene 03' }).click();
  await expect(playhead).toHaveAttribute('aria-valuenow', '4');
  await expect(page).toHaveURL(/scene=2/);
  const video = page.locator('video');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeCloseTo(4, 1);
  await page.getByRole('button', { name: 'To the cut before' }).click();
  await expect(row(2)).toHaveAttribute('aria-current', 'true');
  await page.reload();
  await expect(row(3)).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(4.2);
});

test('what was found is taken over into the style guide field by field, and can be taken back', async ({
  page,
  account,
}) => {
  const { path, place } = await aWork(account, await referenceFilm(PLAIN));
  const style = async () => (await account.client.getProject(place)).styleGuide;
  const before = await style();
  await page.goto(path);
  await page.getByRole('button', { name: 'Save as project style guide' }).click();
  const dialog = page.getByRole('dialog', { name: 'Style guide of Pottery' });
  await dialog.getByRole('checkbox', { name: 'Tone' }).uncheck();
  await dialog.getByRole('button', { name: /^Take over/ }).click();
  await expect(dialog).toBeHidden();
  const saved = await style();
  expect(saved).toMatchObject({ tone: 'loud and quick', brand_voice: 'Plain.', camera_style: 'static' });
  expect(saved.color_palette).toHaveLength(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(style).toEqual(before);
});

test('the script is written in this style with one press', async ({ page, account }) => {
  const { path, place } = await aWork(account, await referenceFilm(PLAIN));
  await page.goto(path);
  await page.getByRole('button', { name: 'Write the script in this style' }).click();
  await expect(page).toHaveURL(/scenario/, { timeout: 30_000 });
  await expect.poll(async () => (await account.client.getWork(place)).scenes.length, { timeout: 30_000 }).toBe(3);
});

test('an analysis that failed says why, and is tried again from here', async ({ page, account }) => {
  const { path, place } = await aWork(account, await referenceFilm(PLAIN), false);
  const { jobId } = await account.client.analyzeWork(place, { async: true });
  await account.client.cancelJob({ jobId });
  const failed = { code: 'provider_permanent', error: 'The eye was closed.' };
  await page.route(/\/api\/jobs\?.*workId=/, async (route) => {
    const answer = await route.fetch();
    const jobs = (await answer.json()) as { id: string; status: string }[];
    const told = jobs.map((job) => (job.id === jobId ? { ...job, status: 'failed', error: failed } : job));
    await route.fulfill({ response: answer, json: told });
  });
  await page.goto(path);
  await expect(page.getByText('The eye was closed.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^3 scenes/ })).toBeVisible({ timeout: 40_000 });
});

test('the findings look right in every theme and width, and say whose they are', async ({ page, account }) => {
  const { path, place } = await aWork(account, await referenceFilm(KILN));
  const { analysis } = await account.client.getWork(place);
  expect(analysis?.scene_count).toBe(8);
  await page.goto(path);
  await expect(page.getByText('Nobody has described the scenes yet.')).toBeVisible();
  await lookAt(page, 'analyze-measured');
  const seen = [
    'Sea at dusk, sun on the waterline, nobody there.',
    'Clay turns on the wheel, window light from the right.',
    'Same wheel, closer: ridges rising in the clay.',
    'Three pots glow in the kiln, the frame goes orange.',
    'Finished pots on two shelves, low sun across them.',
    'A cup on the table, steam against the window.',
    'Honey runs over the rim.',
    'The pot alone, then the mark.',
  ];
  if (analysis) {
    const scenes = analysis.scenes.map((scene, place) => ({
      ...scene,
      description: seen[place] ?? '',
      ...(place === 3 ? { text_overlay: '1,240 °C' } : {}),
    }));
    const said_by = { provider: 'gemini', model: 'gemini-3.1-flash-lite', cost_micro_usd: 9300, at: 1_795_000_000_000 };
    const overall_tone = 'Quiet and tactile. Warm light against cold water; hands are implied, never shown.';
    await account.client.updateWork({ ...place, analysis: { ...analysis, overall_tone, scenes, said_by } });
  }
  await page.reload();
  await expect(page.getByText('Quiet and tactile.')).toBeVisible();
  await expect(page.getByText(/words$/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Show scene 04' }).click();
  await lookAt(page, 'analyze');
  await page.getByRole('button', { name: 'Save as project style guide' }).click();
  await lookAt(page, 'analyze-style');
});
