import type { CDPSession, Locator, Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, test } from './studio.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const COLOURS = ['#00783c', '#c81e1e', '#1e3cc8'];
const SCENE_FRAMES = 60;
const FILM_FRAMES = COLOURS.length * SCENE_FRAMES;

/** Three clips of two seconds, and words over the second of them. */
async function openFilm(page: Page, { client }: Account) {
  const project = await client.createProject({ name: 'EcoBottle' });
  const projectId = project.id;
  const work = await client.createWork({ projectId, name: 'Spring launch', resolution: { width: 180, height: 320 } });
  const uploads = COLOURS.map((colour, at) => {
    const file = { name: `${at + 1}.png`, content: new Blob([Uint8Array.from(solidPng(colour, 64))]) };
    return client.uploadAsset({ projectId, file });
  });
  const assets = await Promise.all(uploads);
  const looks = { text: 'Harbour', fontSize: 24, fontColor: '#ffffff', centerX: 0, centerY: 0 };
  await client.updateWork({
    projectId,
    workId: work.id,
    editorState: {
      editorData: {
        videoTrack: assets.map(({ id }, at) => ({ id: `clip-${at}`, assetId: id, start: 2 * at, end: 2 * at + 2 })),
        textTrack: [{ id: 'words', start: 1, end: 3 }],
      },
      textOverlays: { words: looks },
    },
  });
  await page.goto(`/p/${projectId}/w/${work.id}/editor`);
  await expect(options(page, 'Video')).toHaveCount(COLOURS.length);
  return page.context().newCDPSession(page);
}

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const options = (page: Page, track: string) => timeline(page).getByRole('listbox', { name: track }).getByRole('option');
const read = (items: Locator) => items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
const order = async (page: Page) => (await read(options(page, 'Video'))).map((label) => label?.slice(5, 6));
const tracks = (page: Page) => timeline(page).locator('[data-tracks]');

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(thing: Locator): Promise<Point> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What fingers do on the glass, as the browser hears it from the device. */
async function touch(session: CDPSession, type: 'Start' | 'Move' | 'End' | 'Cancel', points: readonly Point[]) {
  const touchPoints = points.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id }));
  await session.send('Input.dispatchTouchEvent', { type: `touch${type}`, touchPoints });
}

/** Moves fingers there in steps, from where they are. */
async function glide(session: CDPSession, from: readonly Point[], to: readonly Point[], steps = 10) {
  for (let step = 1; step <= steps; step += 1) {
    const at = from.map(({ x, y }, finger) => ({
      x: x + (((to[finger]?.x ?? x) - x) * step) / steps,
      y: y + (((to[finger]?.y ?? y) - y) * step) / steps,
    }));
    await touch(session, 'Move', at);
  }
}

const isHeld = (page: Page) => page.locator('html[data-dragging]');

/** Pixels of a frame, as the timeline shows it now. */
async function scaleOf(page: Page): Promise<number> {
  const [first, second] = [
    await options(page, 'Video').nth(0).boundingBox(),
    await options(page, 'Video').nth(1).boundingBox(),
  ];
  return ((second?.x ?? 0) - (first?.x ?? 0)) / SCENE_FRAMES;
}

test('a finger that rests on a clip picks it up and carries it to another place; one that moves at once scrolls', async ({
  page,
  account,
}) => {
  const session = await openFilm(page, account);
  expect(await order(page)).toEqual(['1', '2', '3']);
  const [first, third] = [await middleOf(options(page, 'Video').nth(0)), await middleOf(options(page, 'Video').nth(2))];
  await touch(session, 'Start', [third]);
  await expect(isHeld(page)).toHaveCount(1);
  await glide(session, [third], [{ x: first.x - 30, y: first.y }]);
  await expect(page.locator('[data-drop-mark="0"]')).toBeVisible();
  await touch(session, 'End', []);
  await expect.poll(() => order(page)).toEqual(['3', '1', '2']);
  await expect(isHeld(page)).toHaveCount(0);
  await expect(page.getByRole('menu')).toHaveCount(0); // no menu comes up under a finger that rested

  // Zoomed in there is something to scroll: a swipe moves the tracks and nothing on them.
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-tracks]')?.scrollTo({ left: 0 }));
  const clip = await middleOf(options(page, 'Video').nth(1));
  await pinch(session, clip, 40, 200);
  await expect.poll(() => tracks(page).evaluate((one) => one.scrollWidth > one.clientWidth + 200)).toBe(true);
  const before = await tracks(page).evaluate((one) => one.scrollLeft);
  const at = { x: 300, y: clip.y };
  await touch(session, 'Start', [at]);
  await glide(session, [at], [{ x: 120, y: clip.y }]);
  await touch(session, 'End', []);
  await expect.poll(() => tracks(page).evaluate((one) => one.scrollLeft)).toBeGreaterThan(before + 60);
  expect(await order(page)).toEqual(['3', '1', '2']);
});

/** Two fingers around a point, so far apart at first and at last. */
async function pinch(session: CDPSession, middle: Point, fromPx: number, toPx: number): Promise<void> {
  const apart = (px: number): readonly Point[] => [
    { x: middle.x - px / 2, y: middle.y },
    { x: middle.x + px / 2, y: middle.y },
  ];
  await touch(session, 'Start', apart(fromPx).slice(0, 1));
  await touch(session, 'Start', apart(fromPx));
  await glide(session, apart(fromPx), apart(toPx));
  await touch(session, 'End', []);
}

test('two fingers zoom around where they are, and pick nothing up; the page itself stays as large as it is', async ({
  page,
  account,
}) => {
  const session = await openFilm(page, account);
  const before = await scaleOf(page);
  const edge = { x: await xOf(page, SCENE_FRAMES), y: (await middleOf(options(page, 'Video').nth(1))).y };
  await pinch(session, edge, 60, 180);
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(before * 2);
  expect(await scaleOf(page)).toBeLessThan(before * 4);
  await expect.poll(async () => Math.abs((await xOf(page, SCENE_FRAMES)) - edge.x)).toBeLessThan(12);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  expect(await order(page)).toEqual(['1', '2', '3']);
  await expect(timeline(page).locator('[aria-selected="true"]')).toHaveCount(0);
  await pinch(session, edge, 180, 60);
  await expect.poll(() => scaleOf(page)).toBeLessThan(before * 1.4);

  // A finger that holds something already is joined by another: what it held goes back, and stays there.
  const words = await read(options(page, 'Text'));
  const held = await middleOf(options(page, 'Text').first());
  const away = (byPx: number): Point => ({ x: held.x + byPx, y: held.y });
  await touch(session, 'Start', [held]);
  await expect(isHeld(page)).toHaveCount(1);
  await glide(session, [held], [away(40)]);
  await expect.poll(() => read(options(page, 'Text'))).not.toEqual(words);
  await touch(session, 'Start', [away(40), away(100)]);
  await expect(isHeld(page)).toHaveCount(0);
  await glide(session, [away(40), away(100)], [away(60), away(160)]);
  await touch(session, 'End', []);
  expect(await read(options(page, 'Text'))).toEqual(words);
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveCount(0);
});

/** Where a frame of the film is on the screen. */
async function xOf(page: Page, frame: number): Promise<number> {
  const first = await options(page, 'Video').nth(0).boundingBox();
  return (first?.x ?? 0) + frame * (await scaleOf(page));
}

test('words are carried by a finger that rested, trimmed by their edge, and a tap chooses; the ruler is swept at once', async ({
  page,
  account,
}) => {
  const session = await openFilm(page, account);
  const words = options(page, 'Text').first();
  const [was] = await read(options(page, 'Text'));
  expect(was).toBe('Text Harbour, 00:01:00 to 00:03:00');
  const at = await middleOf(words);
  await touch(session, 'Start', [at]);
  await expect(isHeld(page)).toHaveCount(1);
  await glide(session, [at], [{ x: at.x + 50, y: at.y }]);
  await touch(session, 'End', []);
  await expect.poll(async () => (await read(options(page, 'Text')))[0]).not.toBe(was);
  await expect(words).toHaveAttribute('aria-selected', 'true');

  const [moved] = await read(options(page, 'Text'));
  const box = await words.boundingBox();
  const edge = { x: (box?.x ?? 0) + (box?.width ?? 0) - 6, y: at.y };
  await touch(session, 'Start', [edge]);
  await expect(isHeld(page)).toHaveCount(1);
  await glide(session, [edge], [{ x: edge.x - 24, y: edge.y }]);
  await touch(session, 'End', []);
  await expect
    .poll(async () => (await read(options(page, 'Text')))[0]?.split(' to ')[1])
    .not.toBe(moved?.split(' to ')[1]);
  expect((await read(options(page, 'Text')))[0]?.split(' to ')[0]).toBe(moved?.split(' to ')[0]);

  const second = options(page, 'Video').nth(1);
  const tapped = await middleOf(second);
  await touch(session, 'Start', [tapped]);
  await touch(session, 'End', []);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(words).toHaveAttribute('aria-selected', 'false');

  const ruler = { x: await xOf(page, 30), y: (await middleOf(page.getByRole('slider', { name: 'Playhead' }))).y };
  await touch(session, 'Start', [ruler]);
  await glide(session, [ruler], [{ x: await xOf(page, 90), y: ruler.y }]);
  await touch(session, 'End', []);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await expect.poll(async () => Math.abs(Number(await playhead.getAttribute('aria-valuenow')) - 90)).toBeLessThan(4);
  expect(FILM_FRAMES).toBe(Number(await playhead.getAttribute('aria-valuemax')) + 1);
});
