import type { Locator, Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, expectNoViolations, expectNoSidewaysScroll, lookAt, settled, test } from './studio.ts';

type Client = Account['client'];

/** A film of four seconds, not yet opened. */
async function madeFilm(client: Client) {
  const project = await client.createProject({ name: 'EcoBottle' });
  const resolution = { width: 540, height: 960 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution });
  const place = { projectId: project.id, workId: work.id };
  const scenes = [1, 2].map((n) => ({
    duration_seconds: 2,
    image_prompt: `Bottle ${n} on stone`,
    video_prompt: 'push in',
  }));
  await client.arrangeScenes({ ...place, scenes });
  await Promise.all([0, 1].map((sceneIndex) => client.generateScene({ ...place, sceneIndex })));
  return place;
}

/** The same, opened in the editor with one line of words over it, which is selected. */
async function openWithLine(page: Page, client: Client) {
  const place = await madeFilm(client);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=text`);
  await page.getByRole('button', { name: 'Line', exact: true }).click();
  const line = overlay(page, 'Text “A quiet line”');
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  // Its box is an estimate until the words are drawn.
  await expect(page.locator('canvas[data-exact="true"]')).toBeVisible();
  return { place, line };
}

const overlay = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Words and pictures over the film' }).getByRole('button', { name });
const field = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });
const handle = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ });

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes hold of the middle of something and pulls it, over the threshold first; `then` looks before it is let go. */
async function pull(page: Page, locator: Locator, by: { x: number; y: number }, then?: () => Promise<void>) {
  const { x, y } = await middleOf(locator);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + Math.sign(by.x) * 4, y + Math.sign(by.y) * 4);
  await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
  await then?.();
  await page.mouse.up();
}

const numberIn = async (locator: Locator): Promise<number> => Number(await locator.inputValue());

test('words are moved, sized and turned by the mouse, with lines to meet, and each pull is one step to undo', async ({
  page,
  account,
}) => {
  const { line } = await openWithLine(page, account.client);
  const [x, y, size, width, turn] = ['Centre X', 'Centre Y', 'Size', 'Width', 'Rotation'].map((name) =>
    field(page, name),
  ) as [Locator, Locator, Locator, Locator, Locator];
  await expect(x).toHaveValue('0');

  await pull(page, line, { x: 40, y: 90 });
  await expect(undo(page)).toHaveAccessibleName('Undo: Text “A quiet line” moved');
  await expect.poll(() => numberIn(y)).toBeGreaterThan(50);
  await expect.poll(() => numberIn(x)).toBeGreaterThan(20);
  const away = await numberIn(y);

  // Nearly back in the middle: it meets the lines there, which are seen until it is let go.
  const guides = page.locator('[data-guide]');
  const middle = await middleOf(page.locator('[data-film]'));
  const now = await middleOf(line);
  await pull(page, line, { x: middle.x - now.x + 3, y: middle.y - now.y - 3 }, async () => {
    await expect(guides).toHaveCount(2);
  });
  await expect(guides).toHaveCount(0);
  await expect(x).toHaveValue('0');
  await expect(y).toHaveValue('0');

  await undo(page).click();
  await expect.poll(() => numberIn(y)).toBe(away);
  await redo(page).click();
  await expect(y).toHaveValue('0');

  // Escape takes back what is being pulled, and it is no step.
  await pull(page, line, { x: 60, y: 60 }, async () => {
    await expect.poll(() => numberIn(y)).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
  });
  await expect(y).toHaveValue('0');
  await expect(undo(page)).toHaveAccessibleName('Undo: Text “A quiet line” moved');

  const letters = await numberIn(size);
  const wide = await numberIn(width);
  await pull(page, handle(page, 'Resize, lower right corner'), { x: -60, y: -6 });
  await expect.poll(() => numberIn(size)).toBeLessThan(letters);
  await undo(page).click();
  await expect(size).toHaveValue(String(letters));

  await pull(page, handle(page, 'Resize, right side'), { x: -60, y: 0 });
  await expect.poll(() => numberIn(width)).toBeLessThan(wide - 40);
  await expect(size).toHaveValue(String(letters));
  await undo(page).click();
  await expect(width).toHaveValue(String(wide));

  await page.keyboard.down('Shift');
  await pull(page, handle(page, 'Turn'), { x: 60, y: 30 });
  await page.keyboard.up('Shift');
  await expect.poll(() => numberIn(turn)).toBeGreaterThan(0);
  expect((await numberIn(turn)) % 15).toBe(0);
  await undo(page).click();
  await expect(turn).toHaveValue('0');
});

test('words are written where they stand, set in another font, and kept', async ({ page, account }) => {
  const { client } = account;
  const { line, place } = await openWithLine(page, client);
  await line.dblclick();
  const words = page.getByRole('textbox', { name: 'Words of Text “A quiet line”' });
  await words.fill('Cold for\n24 hours');
  await page.keyboard.press('Control+Enter');
  await expect(overlay(page, 'Text “Cold for 24 hours”')).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Content' })).toHaveValue('Cold for\n24 hours');

  await overlay(page, 'Text “Cold for 24 hours”').dblclick();
  await page.getByRole('textbox', { name: /^Words of/ }).fill('Not this');
  await page.keyboard.press('Escape');
  await expect(overlay(page, 'Text “Cold for 24 hours”')).toBeVisible();

  // What is typed is saved when the fingers rest, and not only when the field is left.
  const content = page.getByRole('textbox', { name: 'Content' });
  const saved = async () => (await client.getEdit(place)).timeline.texts[0]?.text;
  await content.press('End');
  await content.pressSequentially('!');
  await expect.poll(saved).toBe('Cold for\n24 hours!');
  await expect(content).toBeFocused();
  await page.keyboard.type('!');
  await page.reload();
  await expect(content).toHaveValue('Cold for\n24 hours!!');
  await content.fill('Cold for\n24 hours');

  const fonts = (await client.listFonts({ projectId: place.projectId })).filter(({ script }) => script === 'Latn');
  const other = fonts.find(({ family }) => family !== 'Instrument Sans')?.family;
  if (other) {
    await page.getByRole('combobox', { name: 'Font' }).click();
    await page.getByPlaceholder('Find a font').fill(other);
    await page.getByRole('option', { name: other }).click();
  }
  await field(page, 'Size').fill('61');
  await field(page, 'Size').press('Enter');
  await page.getByRole('switch', { name: 'Outline' }).click();
  await page.getByRole('switch', { name: 'A line of the captions' }).click();
  await expect
    .poll(async () => (await client.getEdit(place)).timeline.texts[0])
    .toMatchObject({
      text: 'Cold for\n24 hours',
      fontFamily: other ?? 'Instrument Sans',
      fontSize: 61,
      stroke: { color: '#000000' },
      isCaption: true,
    });
});

test('overlays are reached, moved, sized, turned and written by the keyboard alone', async ({ page, account }) => {
  const { line } = await openWithLine(page, account.client);
  await page.getByRole('button', { name: 'Line', exact: true }).focus();
  for (let presses = 0; presses < 40 && !(await line.evaluate((one) => one === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(line).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(line).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(field(page, 'Centre X')).toHaveValue('1');
  await expect(field(page, 'Centre Y')).toHaveValue('10');
  await expect(page.getByText('Text “A quiet line” moved')).toBeAttached();

  const width = await numberIn(field(page, 'Width'));
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(field(page, 'Width')).toHaveValue(String(width - 10));

  await page.keyboard.press('r');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(field(page, 'Rotation')).toHaveValue('10');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'Rotation')).toHaveValue('10');

  // A handle that has the focus is pulled by the arrow keys.
  await handle(page, 'Resize, lower right corner').focus();
  const size = await numberIn(field(page, 'Size'));
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => numberIn(field(page, 'Size'))).toBeGreaterThan(size);

  await line.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Control+Enter');
  await expect(overlay(page, 'Text “By hand”')).toBeFocused();
  for (const _ of ['words', 'size', 'move', 'turn', 'width', 'down', 'right']) await page.keyboard.press('Control+z');
  await expect(overlay(page, 'Text “A quiet line”')).toBeVisible();
  await expect(field(page, 'Centre X')).toHaveValue('0');
  await expect(undo(page)).toHaveAccessibleName('Undo: Line added');
});

test('a picture of the project is laid over the film, keeps its ratio, and is aligned with words', async ({
  page,
  account,
}) => {
  const { client } = account;
  const place = await madeFilm(client);
  const file = {
    name: 'logo.png',
    content: new Blob([new Uint8Array(solidPng('#12b5a6', 120))], { type: 'image/png' }),
  };
  await client.uploadAsset({ projectId: place.projectId, file });

  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=images`);
  await page.getByRole('button', { name: /^Lay logo/ }).click();
  await expect(field(page, 'Width')).toHaveValue('216'); // 40 % of the film
  await expect(field(page, 'Height')).toHaveValue('216');
  await pull(page, handle(page, 'Resize, lower right corner'), { x: 60, y: 60 });
  const [width, height] = [await numberIn(field(page, 'Width')), await numberIn(field(page, 'Height'))];
  expect(width).toBeGreaterThan(230);
  expect(Math.abs(width - height)).toBeLessThan(2);

  await page.getByRole('switch', { name: 'Keep the ratio' }).click();
  await pull(page, handle(page, 'Resize, lower side'), { x: 0, y: 40 });
  await expect(field(page, 'Width')).toHaveValue(String(width));
  await expect.poll(() => numberIn(field(page, 'Height'))).toBeGreaterThan(height + 20);

  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('button', { name: 'On a plate' }).click();
  await overlay(page, 'Picture logo').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('heading', { name: '2 things' })).toBeVisible();
  await page.getByRole('button', { name: 'Left edges' }).click();
  const [logo, plate] = await Promise.all(
    ['Picture logo', 'Text “New today”'].map((name) => overlay(page, name).boundingBox()),
  );
  expect(Math.abs((logo?.x ?? 0) - (plate?.x ?? 99))).toBeLessThan(1);
});

test('captions come from a file, and the film is taken to another shape with all that lies over it', async ({
  page,
  account,
}) => {
  const { place } = await openWithLine(page, account.client);
  const srt = '1\n00:00:00,500 --> 00:00:01,500\nFirst words\n\n2\n00:00:02,000 --> 00:00:03,000\nSecond words\n';
  await page
    .getByLabel('Import .srt or .vtt')
    .setInputFiles({ name: 'words.srt', mimeType: 'application/x-subrip', buffer: Buffer.from(srt) });
  const list = page.getByRole('region', { name: 'In the film' });
  await list.getByRole('button', { name: /^Second words/ }).click();
  await expect(overlay(page, 'Text “Second words”')).toHaveAttribute('aria-pressed', 'true');
  await expect(field(page, 'In')).toHaveValue('2');

  await page.getByRole('button', { name: /^Size of the film/ }).click();
  await page.getByRole('menuitemradio', { name: /^Square/ }).click();
  const edit = () => account.client.getEdit(place);
  await expect.poll(async () => (await edit()).timeline.width).toBe(1080);
  const { timeline } = await edit();
  expect(timeline.texts.filter(({ isCaption }) => isCaption).map(({ startFrame }) => startFrame)).toEqual([15, 60]);
  for (const { centerY } of timeline.texts) expect(Math.abs(centerY)).toBeLessThan(540);
});

test('the editor with words selected looks as it should, and on a phone they are set in a sheet', async ({
  page,
  account,
}) => {
  const { line, place } = await openWithLine(page, account.client);
  const id = await line.getAttribute('data-overlay');
  await expect.poll(async () => (await account.client.getEdit(place)).timeline.texts.length).toBe(1);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?t=15&sel=${id}`);
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await lookAt(page, 'editor-text');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Content' })).toHaveValue('A quiet line');
  await settled(page);
  await page.screenshot({ path: 'out/screens/editor-text-sheet-dark-390.png' });
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Images' }).click();
  await expect(page.getByRole('dialog').getByText(/^No pictures are in this project/)).toBeVisible();
  await expectNoViolations(page);
});

test('the frame of a small text is one with its handles, also where the keyboard is on it', async ({
  page,
  account,
}) => {
  const { line } = await openWithLine(page, account.client);
  await field(page, 'Size').fill('14');
  await field(page, 'Size').press('Enter');
  const isFramed = async () => {
    const frame = await line.boundingBox();
    const corners = ['Resize, upper left corner', 'Resize, lower right corner'].map((name) =>
      middleOf(handle(page, name)),
    );
    const [upper, lower] = await Promise.all(corners);
    if (!frame || !upper || !lower) return false;
    const apart = [
      upper.x - frame.x,
      upper.y - frame.y,
      lower.x - frame.x - frame.width,
      lower.y - frame.y - frame.height,
    ];
    return apart.every((px) => Math.abs(px) < 1.5);
  };
  await expect.poll(isFramed).toBe(true);
  await line.focus();
  await page.keyboard.press('ArrowRight');
  const looks = await line.evaluate((element) => {
    const { outlineStyle, outlineOffset, boxShadow } = getComputedStyle(element);
    return { outlineStyle, outlineOffset, isLit: boxShadow.includes('255, 255, 255') };
  });
  expect(looks).toEqual({ outlineStyle: 'solid', outlineOffset: '0px', isLit: true });
  // Small as it is, all of its frame takes hold of it.
  const { x, y } = await middleOf(line);
  const before = await numberIn(field(page, 'Centre Y'));
  await page.mouse.move(x, y + 24);
  await page.mouse.down();
  await page.mouse.move(x, y + 60, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => numberIn(field(page, 'Centre Y'))).toBeGreaterThan(before + 10);
});
