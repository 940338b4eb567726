import type { Locator, Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, expectNoViolations, framed, test } from './studio.ts';
import { toneFile } from './tone-file.ts';

const SCENES = ['Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks'];
const SCENE_FRAMES = 60;

/** Three scenes of two seconds with their pictures; the third is not in the film. A picture and a sound of the project. */
async function openFilm(page: Page, { client }: Account) {
  const project = await client.createProject({ name: 'EcoBottle' });
  const projectId = project.id;
  const work = await client.createWork({ projectId, name: 'Spring launch', resolution: { width: 180, height: 320 } });
  const place = { projectId, workId: work.id };
  await client.arrangeScenes({
    ...place,
    scenes: SCENES.map((image_prompt) => ({
      duration_seconds: 2,
      image_prompt,
      video_prompt: 'in',
      transition: 'cut',
    })),
  });
  for (const sceneIndex of SCENES.keys()) {
    const content = new Blob([Uint8Array.from(solidPng(['#00783c', '#c81e1e', '#1e3cc8'][sceneIndex] ?? '', 64))]);
    await client.uploadTake({ ...place, sceneIndex, file: { name: `${sceneIndex}.png`, content } });
  }
  const png = new Blob([Uint8Array.from(solidPng('#e0b000', 64))]);
  await client.uploadAsset({ projectId, file: { name: 'logo.png', content: png } });
  await client.uploadAsset({
    projectId,
    file: { name: 'voice.wav', content: new Blob([toneFile({ seconds: 1, hertz: 330 })]) },
  });
  await page.goto(`/p/${projectId}/w/${work.id}/editor`);
  await expect(options(page, 'Video')).toHaveCount(SCENES.length);
  await options(page, 'Video').nth(2).click();
  await page.keyboard.press('Delete');
  await expect(options(page, 'Video')).toHaveCount(2);
  return place;
}

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const options = (page: Page, track: string) => timeline(page).getByRole('listbox', { name: track }).getByRole('option');
const library = (page: Page) => page.getByRole('complementary', { name: 'Library' });
const panel = (page: Page, name: string) => library(page).getByRole('tab', { name }).click();
const said = (page: Page) => page.getByRole('status').or(page.locator('output')).last();
const undo = (page: Page) => page.getByRole('button', { name: /^Undo: / });
const read = (items: Locator) => items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}

/** Where a frame of the film is on the screen. */
async function xOf(page: Page, frame: number): Promise<number> {
  const [first, second] = [await boxOf(options(page, 'Video').nth(0)), await boxOf(options(page, 'Video').nth(1))];
  return first.x + (frame * (second.x - first.x)) / SCENE_FRAMES;
}

/** Carries something to a frame of the film, over this track; `then` looks before it is let go. */
async function carry(page: Page, thing: Locator, to: { frame: number; track: string }, then?: () => Promise<void>) {
  await thing.scrollIntoViewIfNeeded();
  const from = await boxOf(thing);
  const lane = await boxOf(timeline(page).locator(`[data-lane="${to.track}"]`));
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 3 });
  await page.mouse.move(await xOf(page, to.frame), lane.y + lane.height / 2, { steps: 8 });
  await then?.();
  await page.mouse.up();
}

test('a scene is carried from the library between two clips; what follows comes later, and one undo takes it back', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const before = await read(options(page, 'Video'));
  const third = library(page).getByText('River over dark rocks');
  const between = { frame: SCENE_FRAMES - 8, track: 'clip' };

  await carry(page, third, between, async () => {
    await expect(page.locator(`[data-drop-mark="${SCENE_FRAMES}"]`)).toBeVisible();
    await expect(page.locator('[data-carried][data-over="true"]')).toHaveText('River over dark rocks');
    await expect(said(page)).toHaveText(/^River over dark rocks: let it go over the timeline/);
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-drop-mark], [data-carried]')).toHaveCount(0);
  });
  await expect(said(page)).toHaveText('River over dark rocks was not added');
  expect(await read(options(page, 'Video'))).toEqual(before);

  await carry(page, third, between);
  await expect
    .poll(() => read(options(page, 'Video')))
    .toEqual([
      before[0],
      'Clip 03 River over dark rocks, 00:02:00 to 00:04:00',
      'Clip 02 Bottle on warm stone, 00:04:00 to 00:06:00',
    ]);
  await expect(said(page)).toHaveText('Place River over dark rocks');
  await expect(options(page, 'Video').nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-carried]')).toHaveCount(0);
  await undo(page).click();
  await expect.poll(() => read(options(page, 'Video'))).toEqual(before);
});

test('words, pictures and sounds are let go at a moment, drawn to what lies there; elsewhere nothing is added', async ({
  page,
  account,
}) => {
  const place = await openFilm(page, account);
  await panel(page, 'Text');
  const heading = library(page).getByRole('button', { name: 'Heading' });
  await carry(page, heading, { frame: 20, track: 'text' }, async () => {
    await expect(page.locator('[data-incoming]')).toBeVisible();
  });
  await expect(options(page, 'Text')).toHaveCount(1);
  const [words] = await read(options(page, 'Text'));
  const frameOf = (label: string | null | undefined): number => {
    const [, seconds = 0, frames = 0] = (/, (\S+) to/.exec(label ?? '')?.[1] ?? '').split(':').map(Number);
    return seconds * 30 + frames;
  };
  expect(Math.abs(frameOf(words) - 20)).toBeLessThanOrEqual(2);
  await expect(options(page, 'Text').first()).toHaveAttribute('aria-selected', 'true');

  await panel(page, 'Images');
  const logo = library(page).getByRole('button', { name: /logo/ });
  await carry(page, logo, { frame: SCENE_FRAMES + 1, track: 'clip' }, async () => {
    await expect(page.locator(`[data-snap-guide="${SCENE_FRAMES}"]`)).toBeVisible();
    await expect(page.locator(`[data-incoming="${SCENE_FRAMES}"]`)).toBeVisible();
    await expectNoViolations(page);
  });
  await expect.poll(async () => (await read(options(page, 'Image')))[0]).toMatch(/, 00:02:00 to /);

  await panel(page, 'Audio');
  const voice = library(page).getByRole('listitem').filter({ hasText: 'voice' }).getByTitle('voice');
  await carry(page, voice, { frame: 31, track: 'audio' });
  await expect(options(page, 'Audio')).toHaveCount(1);
  await expect
    .poll(async () => Math.abs(((await account.client.getEdit(place)).timeline.audio[0]?.startFrame ?? 0) - 31), {
      timeout: 20_000,
    })
    .toBeLessThanOrEqual(2);

  // Let go over what it was taken from it is not even a press of that.
  await panel(page, 'Text');
  const { x, y } = await boxOf(heading);
  await page.mouse.move(x + 12, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await page.mouse.move(x + 20, y + 14, { steps: 4 });
  await page.mouse.up();
  await expect(said(page)).toHaveText('Heading was not added');
  await expect(options(page, 'Text')).toHaveCount(1);
  await heading.click();
  await expect(options(page, 'Text')).toHaveCount(2);
});

test('the list of shortcuts says how the library is used without a mouse', async ({ page, account }) => {
  await openFilm(page, account);
  await framed(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('In the library: add what has the focus')).toBeVisible();
});
