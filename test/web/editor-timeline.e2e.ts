import type { Locator, Page } from '@playwright/test';
import { editorStateOf } from '#domain/timeline/editor-state.ts';
import { codedClip } from './coded-clip.ts';
import { type Account, expect, lookAt, test } from './studio.ts';

const SCENES = ['Dawn over the ridge', 'Bottle on warm stone', 'River over dark rocks', 'Rooftop at blue hour'];
const SCENE_FRAMES = 90;
const FADE_FRAMES = 15;
const FILM_FRAMES = SCENES.length * SCENE_FRAMES;

/** Four scenes of three seconds, the first going over into the second in half a second, with words over the second. */
async function openFilm(page: Page, { client }: Account) {
  const project = await client.createProject({ name: 'EcoBottle' });
  const resolution = { width: 192, height: 320 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution });
  const place = { projectId: project.id, workId: work.id };
  await client.arrangeScenes({
    ...place,
    scenes: SCENES.map((image_prompt, index) => ({
      duration_seconds: 3,
      image_prompt,
      video_prompt: 'push in',
      transition: index === 0 ? 'fade' : 'cut',
      text_overlay: index === 1 ? 'Made for the long way round' : null,
    })),
  });
  for (const sceneIndex of SCENES.keys()) {
    const frames = SCENE_FRAMES + (sceneIndex === 0 ? FADE_FRAMES : 0);
    const content = new Blob([new Uint8Array(await codedClip({ first: sceneIndex * 60, frames }))]);
    await client.uploadTake({ ...place, sceneIndex, file: { name: `${sceneIndex}.mp4`, content } });
  }
  const { timeline: first, scenes } = await client.getEdit(place);
  const cut = first.clips.map((clip, index) => {
    const joined = index === 0 ? 0 : FADE_FRAMES;
    return {
      ...clip,
      startFrame: index * SCENE_FRAMES + joined,
      endFrame: (index + 1) * SCENE_FRAMES + FADE_FRAMES,
      transition: index === 0 ? { type: 'fade' as const, durationFrames: FADE_FRAMES } : null,
    };
  });
  const words = first.texts.map((text) => ({ ...text, startFrame: 110, endFrame: 190 }));
  const sceneIds = scenes.map(({ sceneId }) => sceneId);
  await client.updateWork({ ...place, editorState: editorStateOf({ ...first, clips: cut, texts: words }, sceneIds) });
  await page.goto(`/p/${project.id}/w/${work.id}/editor`);
  await expect(clips(page)).toHaveCount(SCENES.length);
  return place;
}

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const clips = (page: Page) => timeline(page).getByRole('listbox', { name: 'Video' }).getByRole('option');
const texts = (page: Page) => timeline(page).getByRole('listbox', { name: 'Text' }).getByRole('option');
const said = (page: Page) => page.getByRole('status').or(page.locator('output')).last();
const undo = (page: Page) => page.getByRole('button', { name: /^Undo: / });

/** What lies on a track, as it is read. */
const read = (items: Locator) => items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return box;
}

/** Pulls the mouse by so many pixels from a point; `whileHeld` looks at what is shown then. */
async function pull(page: Page, from: { x: number; y: number }, byPx: number, whileHeld?: () => Promise<void>) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + Math.sign(byPx) * 5, from.y);
  await page.mouse.move(from.x + byPx, from.y, { steps: 8 });
  await whileHeld?.();
  await page.mouse.up();
}

/** Pixels of a frame, as the timeline shows it now. */
async function scaleOf(page: Page): Promise<number> {
  const [first, last] = [await boxOf(clips(page).first()), await boxOf(clips(page).last())];
  return (last.x + last.width - first.x) / FILM_FRAMES;
}

test('a clip is trimmed with the mouse, to a line where something lies; later clips come along, and undo takes it back', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const scale = await scaleOf(page);
  const second = await boxOf(clips(page).nth(1));
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  for (let step = 0; step < 13; step += 1) await page.keyboard.press('Shift+ArrowRight');
  const before = await read(clips(page));
  expect(before[1]).toBe('Clip 02 Bottle on warm stone, 00:03:00 to 00:06:00');

  const edge = { x: second.x + second.width - 4, y: second.y + second.height - 6 };
  const nearPlayhead = (130 - 180) * scale + 4;
  await pull(page, edge, nearPlayhead, async () => {
    await expect(page.locator('[data-snap-guide="130"]')).toBeVisible();
  });
  await expect
    .poll(() => read(clips(page)))
    .toEqual([
      before[0],
      'Clip 02 Bottle on warm stone, 00:03:00 to 00:04:10',
      'Clip 03 River over dark rocks, 00:04:10 to 00:07:10',
      'Clip 04 Rooftop at blue hour, 00:07:10 to 00:10:10',
    ]);
  await expect(page.locator('[data-snap-guide]')).toHaveCount(0);
  await expect(said(page)).toHaveText('Trim');

  await undo(page).click();
  await expect.poll(() => read(clips(page))).toEqual(before);
  await page.getByRole('button', { name: /^Redo: / }).click();
  await expect.poll(async () => (await read(clips(page)))[1]).toContain('to 00:04:10');
});

test('a clip carried over the others shows where it would lie, and lies there; Escape takes it back', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const before = await read(clips(page));
  const [first, fourth] = [await boxOf(clips(page).nth(0)), await boxOf(clips(page).nth(3))];
  const from = { x: fourth.x + fourth.width / 2, y: fourth.y + fourth.height / 2 };
  const byPx = first.x + 12 - from.x;
  await pull(page, from, byPx, async () => {
    await expect(page.locator('[data-drop-mark="0"]')).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await expect(page.locator('[data-drop-mark]')).toHaveCount(0);
  expect(await read(clips(page))).toEqual(before);

  await pull(page, from, byPx);
  await expect
    .poll(async () => (await read(clips(page))).map((label) => label?.slice(5, 7)))
    .toEqual(['04', '01', '02', '03']);
  await expect(said(page)).toHaveText('Move the clip');
});

test('words are moved along the film by hand and end where they are dropped; two that overlap lie in lanes', async ({
  page,
  account,
}) => {
  const place = await openFilm(page, account);
  const [was] = await read(texts(page));
  const scale = await scaleOf(page);
  const text = await boxOf(texts(page).first());
  await page.keyboard.down('Alt');
  await pull(page, { x: text.x + text.width / 2, y: text.y + text.height / 2 }, 60 * scale);
  await page.keyboard.up('Alt');
  const framesOf = (label: string | null | undefined) => {
    const [minutes = 0, seconds = 0, frames = 0] = (/, (\S+) to/.exec(label ?? '')?.[1] ?? '').split(':').map(Number);
    return (minutes * 60 + seconds) * 30 + frames;
  };
  await expect.poll(async () => framesOf((await read(texts(page)))[0]) - framesOf(was)).toBe(60);
  await expect
    .poll(async () => (await account.client.getEdit(place)).timeline.texts[0]?.startFrame, { timeout: 20_000 })
    .toBe(framesOf(was) + 60 + FADE_FRAMES);

  await page.keyboard.press('Control+d');
  await expect(texts(page)).toHaveCount(2);
  const [one, other] = [await boxOf(texts(page).nth(0)), await boxOf(texts(page).nth(1))];
  expect(one.x).toBe(other.x);
  expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(one.height);
});

test('a transition is made longer by its handle, exchanged in its menu, and set where there was none', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const scale = await scaleOf(page);
  const badge = timeline(page).getByRole('button', { name: 'Fade, 0.5 seconds, at 00:03:00' });
  const box = await boxOf(badge);
  await pull(page, { x: box.x - 3, y: box.y + box.height / 2 }, -15 * scale);
  const longer = timeline(page).getByRole('button', { name: 'Fade, 1.0 seconds, at 00:02:15' });
  await expect(longer).toBeVisible();
  await longer.click();
  await page.getByRole('menuitemradio', { name: 'Wipe left' }).click();
  await expect(timeline(page).getByRole('button', { name: 'Wipe left, 1.0 seconds, at 00:02:15' })).toBeVisible();

  await clips(page).nth(2).click();
  await timeline(page).getByRole('button', { name: 'Add a transition at 00:08:15' }).click();
  await page.getByRole('menuitemradio', { name: 'Dissolve' }).click();
  await expect(timeline(page).getByRole('button', { name: 'Dissolve, 0.5 seconds, at 00:08:00' })).toBeVisible();
});

test('a press on the ruler goes there; split, lift and close the gap leave what was asked for', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const scale = await scaleOf(page);
  const [third, last] = [await boxOf(clips(page).nth(2)), await boxOf(clips(page).last())];
  await page.mouse.click(third.x + 45.5 * scale, (await boxOf(page.getByRole('slider', { name: 'Playhead' }))).y + 8);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await expect(playhead).toHaveAttribute('aria-valuetext', '00:07:15');
  await clips(page).nth(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Split' }).click();
  await expect(clips(page)).toHaveCount(5);
  await clips(page).nth(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete and leave a gap' }).click();
  await expect(clips(page)).toHaveCount(4);
  expect((await boxOf(clips(page).last())).x).toBeCloseTo(last.x, 0);
  await timeline(page).getByRole('button', { name: 'Close the gap of 1.5 seconds' }).click();
  await expect.poll(async () => (await boxOf(clips(page).last())).x).toBeCloseTo(last.x - 45 * scale, 0);
});

test('the tracks are lists for keys: arrows go along and between them, and choose what they come to', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await clips(page).first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toContain('Clip 02');
  await expect(clips(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(timeline(page).locator('[aria-selected="true"]')).toHaveCount(2);
  await page.keyboard.press('End');
  expect(await focused()).toContain('Clip 04');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toContain('Text Made for the long way round');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Playhead' })).not.toHaveAttribute('aria-valuetext', '00:00:00');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Clip 02');
  await page.keyboard.press('Delete');
  await expect(clips(page)).toHaveCount(3);
  expect(await focused()).toContain('Clip 03');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await focused()).toContain('Clip 03');
  await expect(clips(page).filter({ visible: true }).and(page.locator('[tabindex="0"]'))).toHaveCount(1);
});

test('many are chosen by drawing around them or with Ctrl, and a wheel with Ctrl zooms where it is', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const [second, third] = [await boxOf(clips(page).nth(1)), await boxOf(clips(page).nth(2))];
  const below = second.y + second.height + 24;
  await page.mouse.move(second.x + 20, below + 40);
  await page.mouse.down();
  await page.mouse.move(third.x + 30, second.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(timeline(page).locator('[aria-selected="true"]')).toHaveCount(2);
  await clips(page)
    .nth(3)
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(timeline(page).locator('[aria-selected="true"]')).toHaveCount(3);

  const scale = await scaleOf(page);
  const at = third.x + 10;
  await page.mouse.move(at, third.y + 20);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(scale * 1.4);
  expect(Math.abs((await boxOf(clips(page).nth(2))).x - at)).toBeLessThan(20);
  await page.getByRole('button', { name: 'Show the whole film' }).click();
  await expect.poll(() => scaleOf(page)).toBeCloseTo(scale, 1);
});

/** Turns the wheel with Ctrl over a point, and waits until the scale rests. */
async function zoomAt(page: Page, at: { x: number; y: number }, notches: readonly number[]) {
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  for (const notch of notches) await page.mouse.wheel(0, notch);
  await page.keyboard.up('Control');
}

/** How far each clip, the words and the playhead are drawn from where they shall be, in pixels, at worst. */
async function worstPlace(page: Page): Promise<number> {
  const scale = await scaleOf(page);
  const first = await boxOf(clips(page).first());
  const framesOf = (label: string | null | undefined) =>
    [...(label ?? '').matchAll(/(\d+):(\d+):(\d+)/g)].map(
      ([, m, s, f]) => (Number(m) * 60 + Number(s)) * 30 + Number(f),
    );
  const away: number[] = [];
  for (const item of [...(await clips(page).all()), ...(await texts(page).all())]) {
    const [from = 0, to = 0] = framesOf(await item.getAttribute('aria-label'));
    const box = await boxOf(item);
    // a clip is named to its own end, and drawn to where the next one comes
    away.push(Math.abs(box.x - first.x - from * scale), Math.max(0, box.width - (to - from) * scale));
  }
  const playhead = await boxOf(page.getByRole('slider', { name: 'Playhead' }));
  const at = Number(await page.getByRole('slider', { name: 'Playhead' }).getAttribute('aria-valuenow'));
  away.push(Math.abs(playhead.x + playhead.width / 2 - first.x - at * scale));
  return Math.max(...away);
}

test('zoomed by the wheel, in and out, all lies where its time is; names and joins are there once the scale rests', async ({
  page,
  account,
}) => {
  await openFilm(page, account);
  const scale = await scaleOf(page);
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  for (let step = 0; step < 13; step += 1) await page.keyboard.press('Shift+ArrowRight');
  const second = await boxOf(clips(page).nth(1));
  const at = { x: second.x + 40, y: second.y + 30 };
  const name = clips(page).nth(1).getByText('02 Bottle on warm stone');
  const join = timeline(page).getByRole('button', { name: 'Fade, 0.5 seconds, at 00:03:00' });

  await zoomAt(page, at, [-60, -60]);
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(scale * 1.2);
  expect(await worstPlace(page)).toBeLessThan(1.5);
  await expect(name).toBeVisible();

  await zoomAt(page, at, Array<number>(16).fill(120));
  await expect.poll(() => scaleOf(page)).toBeCloseTo(scale / 2, 2);
  expect(await worstPlace(page)).toBeLessThan(1.5);
  await page.getByRole('button', { name: 'Show the whole film' }).click();
  await expect(name).toBeVisible();
  await expect(join).toBeVisible();
  const [under, badge] = [await boxOf(clips(page).nth(1)), await boxOf(join)];
  expect(badge.x + badge.width / 2).toBeCloseTo(under.x + (FADE_FRAMES / 2) * scale, 0);
  const words = await timeline(page).locator('[data-ruler] span', { hasText: '00:06' }).first().boundingBox();
  expect(words?.x).toBeCloseTo((await boxOf(clips(page).nth(2))).x, 0);
});

test('from near, what is out of sight is reached by keys, and told at its place', async ({ page, account }) => {
  await openFilm(page, account);
  const first = await boxOf(clips(page).first());
  await zoomAt(page, { x: first.x + 20, y: first.y + 30 }, Array<number>(14).fill(-120));
  await expect(clips(page).last()).not.toHaveAccessibleName(/Clip 04/);
  await clips(page).first().focus();
  await page.keyboard.press('End');
  const focused = timeline(page).locator('[data-item]:focus');
  await expect(focused).toHaveAccessibleName(/^Clip 04/);
  await expect(focused).toHaveAttribute('aria-posinset', '4');
  await expect(focused).toHaveAttribute('aria-setsize', '4');
  await expect(focused).toHaveAttribute('aria-selected', 'true');
  await expect(focused).toBeInViewport();
});

test('beside a marker the ruler is pressed as anywhere', async ({ page, account }) => {
  await openFilm(page, account);
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  await page.keyboard.press('m');
  await expect(timeline(page).getByRole('list', { name: 'Markers' })).toBeVisible();
  const third = await boxOf(clips(page).nth(2));
  for (const belowPx of [4, 22]) {
    await page.keyboard.press('Home');
    await expect(playhead).toHaveAttribute('aria-valuetext', '00:00:00');
    const ruler = await boxOf(timeline(page).locator('[data-ruler]'));
    await page.mouse.click(third.x + 0.5 * (await scaleOf(page)), ruler.y + belowPx);
    await expect(playhead).toHaveAttribute('aria-valuetext', '00:06:00');
  }
});

test('the timeline is as it is drawn, in both themes, on a phone too', async ({ page, account }) => {
  await openFilm(page, account);
  await texts(page).first().click();
  await lookAt(page, 'editor-timeline');
});
