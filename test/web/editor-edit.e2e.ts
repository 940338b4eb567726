import type { Page } from '@playwright/test';
import type { Account } from './studio.ts';
import { expect, lookAt, test } from './studio.ts';

interface Film {
  readonly client: Account['client'];
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly address: string;
}

/** A film of three scenes of a second each, at 30 frames a second, cut hard; nothing of it was edited yet. */
async function aFilm({ client }: Account): Promise<Film> {
  const project = await client.createProject({ name: 'EcoBottle' });
  const resolution = { width: 144, height: 256 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution });
  const place = { projectId: project.id, workId: work.id };
  const scenes = ['Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks'].map((image_prompt, n) => ({
    duration_seconds: 1,
    image_prompt,
    video_prompt: 'push in',
    transition: 'cut',
    ...(n === 1 ? { text_overlay: 'Cold for a day' } : {}),
  }));
  await client.arrangeScenes({ ...place, scenes });
  await Promise.all([0, 1, 2].map((sceneIndex) => client.generateScene({ ...place, sceneIndex })));
  return { client, place, address: `/p/${project.id}/w/${work.id}/editor` };
}

const clipsOf = async ({ client, place }: Film) => (await client.getEdit(place)).timeline.clips;

/** The clips as they are saved: how long each is, in frames. */
const expectSaved = (film: Film, frames: readonly number[]) =>
  expect
    .poll(async () => (await clipsOf(film)).map(({ startFrame, endFrame }) => endFrame - startFrame), {
      timeout: 15_000,
    })
    .toEqual(frames);

async function open(page: Page, { address }: Film): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('listbox', { name: 'Video' }).getByRole('option')).toHaveCount(3);
  await page.evaluate(() => document.fonts.ready);
}

const said = (page: Page, words: string) =>
  expect(page.locator('output[aria-live]', { hasText: words }).first()).toBeAttached();
const clips = (page: Page) => page.getByRole('listbox', { name: 'Video' }).getByRole('option');
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' });

test('a film is cut by the keyboard alone, and every step is taken back', async ({ page, account }) => {
  const film = await aFilm(account);
  await open(page, film);
  expect((await film.client.getEdit(film.place)).isSaved).toBe(false);

  await test.step('the playhead goes by frames, tens and cuts', async () => {
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(playhead(page)).toHaveAttribute('aria-valuenow', '12');
    await page.keyboard.press('ArrowDown');
    await expect(playhead(page)).toHaveAttribute('aria-valuenow', '30');
    await page.keyboard.press('End');
    await expect(playhead(page)).toHaveAttribute('aria-valuenow', '89');
    await page.keyboard.press('Home');
    await expect(playhead(page)).toHaveAttribute('aria-valuenow', '0');
  });

  await test.step('S splits, and the halves are chosen, copied, pasted and deleted', async () => {
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('s');
    await said(page, 'Split');
    await expect(clips(page)).toHaveCount(4);
    await expectSaved(film, [10, 20, 30, 30]);
    await page.keyboard.press(']');
    await said(page, 'Nothing');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(']');
    await said(page, 'Trim to the playhead');
    await expectSaved(film, [10, 10, 30, 30]);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await said(page, 'Nothing is chosen');
  });

  await test.step('every step is taken back and done again', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(clips(page)).toHaveCount(3);
    await expectSaved(film, [30, 30, 30]);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expectSaved(film, [10, 10, 30, 30]);
  });

  await test.step('the list of shortcuts names the keys', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').getByText('Split at the playhead')).toBeVisible();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await expect(clips(page)).toHaveCount(4);
  });
});

test('what was done a moment before the page is closed is there when it is opened again', async ({ page, account }) => {
  const film = await aFilm(account);
  await open(page, film);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('s');
  await expect(clips(page)).toHaveCount(4);
  await page.reload(); // well before it saves itself
  await expect(clips(page)).toHaveCount(4);
  await expectSaved(film, [10, 20, 30, 30]);

  await test.step('and what was done without a network is saved when it is back', async () => {
    await page.context().setOffline(true);
    await page.keyboard.press('End');
    await page.keyboard.press('s');
    await expect(page.getByText('Kept here', { exact: true })).toBeVisible();
    await page.context().setOffline(false);
    await expectSaved(film, [10, 20, 30, 29, 1]);
  });
});

test('two windows that changed the film keep both edits until somebody chooses', async ({ page, context, account }) => {
  const film = await aFilm(account);
  await open(page, film);
  const other = await context.newPage();
  await open(other, film);
  const isSave = (request: { method(): string }) => request.method() === 'PUT';
  await other.route('**/api/projects/*/works/*', (route) =>
    isSave(route.request()) ? route.abort('internetdisconnected') : route.fallback(),
  );
  await other.keyboard.press('Shift+ArrowRight');
  await other.keyboard.press('s'); // waits, and is not on the server

  await page.bringToFront();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press(']');
  await expectSaved(film, [30, 30, 19]);

  await other.bringToFront();
  const conflict = other.getByRole('button', { name: 'Changed in two places' });
  await expect(conflict).toBeVisible();
  await expect(clips(other)).toHaveCount(4); // nothing was taken away
  await conflict.press('Enter');
  await expect(other.getByText('00:03:00 long, 4 clips.', { exact: false })).toBeVisible();
  await expect(other.getByText('00:02:19 long, 3 clips.', { exact: false })).toBeVisible();

  await test.step('theirs is a step that can be undone, which is mine again', async () => {
    await other.unroute('**/api/projects/*/works/*');
    await other.getByRole('button', { name: 'Take theirs' }).press('Enter');
    await expect(clips(other)).toHaveCount(3);
    await other.keyboard.press('ControlOrMeta+z');
    await expect(clips(other)).toHaveCount(4);
    await expectSaved(film, [10, 20, 30, 30]);
    await expect(clips(page)).toHaveCount(4); // and the other window follows
  });
});

test('a newer take is offered and brought in where somebody says so, and scenes are placed', async ({
  page,
  account,
}) => {
  test.setTimeout(180_000); // four looks and axe, on a machine that may be busy
  const film = await aFilm(account);
  const { client, place } = film;
  await open(page, film);
  const scenes = page.getByRole('region', { name: 'Scenes' });
  await expect(scenes.getByText('3 of 3 placed')).toBeVisible();
  await scenes.getByRole('button', { name: /Bottle on warm stone/ }).click();
  await expect(playhead(page)).toHaveAttribute('aria-valuenow', '30');
  await expect(scenes.getByRole('button', { name: /Bottle on warm stone/ })).toHaveAttribute('aria-current', 'true');

  await test.step('a scene that was taken out is placed again where the script has it', async () => {
    await page.keyboard.press('Delete');
    await expect(scenes.getByText('2 of 3 placed')).toBeVisible();
    await scenes.getByRole('button', { name: 'Place scene 2' }).click();
    await expect(clips(page)).toHaveCount(3);
    await expect.poll(async () => (await client.getEdit(place)).isSaved).toBe(true);
  });

  const before = (await clipsOf(film)).map(({ media }) => media.takeId);
  await client.generateVideo({ ...place, sceneIndex: 0 });
  const picked = (await client.getEdit(place)).scenes[0]?.media?.takeId;
  expect(picked).not.toBe(before[0]);
  await expect(scenes.getByText('Scene 1 shows another take now')).toBeVisible();
  expect((await clipsOf(film)).map(({ media }) => media.takeId)).toEqual(before);
  await lookAt(page, 'editor-takes');
  await scenes.getByRole('button', { name: 'Use it' }).click();
  await expect(scenes.getByText('Scene 1 shows another take now')).toHaveCount(0);
  await expect.poll(async () => (await clipsOf(film))[0]?.media.takeId).toBe(picked);

  await test.step('taken back, it is offered again; kept, it is offered no more', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await scenes.getByRole('button', { name: 'Keep the edit' }).click();
    await expect(scenes.getByText('Scene 1 shows another take now')).toHaveCount(0);
    await expect.poll(async () => (await clipsOf(film))[0]?.media.takeId).toBe(before[0]);
  });
});
