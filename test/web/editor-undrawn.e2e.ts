import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, expectNoViolations, lookAt, test } from './studio.ts';

const { resolve } = createRequire(import.meta.url);

interface Over {
  /** Its own font, or a built-in one. */
  readonly font?: 'own';
  readonly hasPicture?: boolean;
}

/** A film of one green picture with “Harbour” over it, in a font of the project's own or not, and a red picture or not. */
async function openFilm(page: Page, { client }: Account, { font, hasPicture = false }: Over = {}) {
  const project = await client.createProject({ name: 'Words' });
  const projectId = project.id;
  const work = await client.createWork({ projectId, name: 'Words', resolution: { width: 360, height: 640 } });
  const place = { projectId, workId: work.id };
  const upload = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    client.uploadAsset({ projectId, file: { name, content: new Blob([bytes]) } });
  const green = await upload('green.png', Uint8Array.from(solidPng('#00783c', 64)));
  const red = hasPicture ? await upload('red.png', Uint8Array.from(solidPng('#c81e1e', 64))) : null;
  const letters = resolve('@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2');
  const own = font === 'own' ? await upload('corporate.woff2', Uint8Array.from(await readFile(letters))) : null;
  const span = { start: 0, end: 2 };
  const upright = { opacity: 1, rotation: 0 };
  const words = { text: 'Harbour', fontSize: 60, fontColor: '#ffffff', centerX: 0, centerY: 0 };
  await client.updateWork({
    ...place,
    editorState: {
      editorData: {
        videoTrack: [{ id: 'clip', assetId: green.id, ...span }],
        textTrack: [{ id: 'words', ...span }],
        imageTrack: red ? [{ id: 'red', ...span }] : [],
      },
      textOverlays: { words: own ? { ...words, fontAssetId: own.id } : words },
      imageOverlays: red
        ? { red: { assetId: red.id, width: 100, height: 100, centerX: 0, centerY: -200, ...upright } }
        : {},
    },
  });
  const open = () => page.goto(`/p/${projectId}/w/${work.id}/editor`);
  return { client, place, own, red, open };
}

const notices = (page: Page) => page.getByRole('status', { name: 'What is not shown of the film' });
const canvas = (page: Page) => page.locator('canvas[data-exact="true"]');
const item = (page: Page, name: RegExp) => page.getByRole('region', { name: 'Timeline' }).getByRole('option', { name });

/** How much of the stage is so much of each colour. */
const shareOf = (page: Page, [red, green, blue]: readonly [number, number, number]): Promise<number> =>
  canvas(page).evaluate(
    (element: HTMLCanvasElement, wanted) => {
      const { width, height } = element;
      const { data } = element.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((part, place) => Math.abs((data[at + place] ?? 0) - part) < 16)) found += 1;
      }
      return found / (data.length / 4);
    },
    [red, green, blue],
  );
const whiteOn = (page: Page): Promise<number> => shareOf(page, [255, 255, 255]);
const greenOn = (page: Page): Promise<number> => shareOf(page, [0, 0x78, 0x3c]);

test('when what draws words does not load, the picture is shown, it is said, and another try draws them', async ({
  page,
  account,
}) => {
  const { open } = await openFilm(page, account);
  await page.context().route('**/*.wasm', (route) => route.abort());
  await open();
  await expect(notices(page)).toContainText('Text “Harbour”: words and pictures can not be drawn here');
  await expect(notices(page)).toContainText('An export has them all the same.');
  await expect(item(page, /^Text Harbour, .*, not shown in the preview$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Text “Harbour”, not shown' })).toBeVisible();
  await expect.poll(() => greenOn(page)).toBeGreaterThan(0.9); // the rest of the film is there
  await lookAt(page, 'editor-undrawn');

  await page.context().unroute('**/*.wasm');
  await notices(page).getByRole('button', { name: 'Try again' }).click();
  await expect(notices(page)).toBeEmpty();
  await expect.poll(() => whiteOn(page)).toBeGreaterThan(0.008);
  await expect(item(page, /^Text Harbour, \S+ to \S+$/)).toBeVisible();
});

test('a text whose font was deleted is named on the stage and in its lane, as the export that stops for it says', async ({
  page,
  account,
}) => {
  const { open, client, place, own } = await openFilm(page, account, { font: 'own' });
  await client.deleteAsset({ projectId: place.projectId, assetId: own?.id ?? '' });
  await open();
  await expect(notices(page)).toContainText('Text “Harbour”: the font is not there any more');
  await expect(notices(page)).toContainText('An export would stop here.');
  await expect(item(page, /^Text Harbour, .*, its font is missing$/)).toBeVisible();
  const { id } = await client.startExport({ ...place, quality: 'draft' });
  await expect
    .poll(async () => (await client.getExport({ ...place, exportId: id })).status, { timeout: 30_000 })
    .toBe('failed');

  await notices(page).getByRole('button', { name: 'Select it' }).press('Enter');
  await page.getByRole('combobox', { name: 'Font' }).click();
  await page.getByRole('option', { name: 'Instrument Sans', exact: true }).click();
  await expect(notices(page)).toBeEmpty();
  await expect.poll(() => whiteOn(page)).toBeGreaterThan(0.008);
});

test('a picture that is damaged, or gone, is told apart from one that did not load just now', async ({
  page,
  account,
}) => {
  const { open, red } = await openFilm(page, account, { hasPicture: true });
  const address = `**/assets/${red?.id}`;
  const answer = { status: 200, contentType: 'image/png', body: 'no picture at all' };
  await page.context().route(address, (route) => route.fulfill(answer));
  await open();
  await expect(notices(page)).toContainText('Picture red: the file is damaged');
  await expect(item(page, /^Image red, .*, its file is damaged$/)).toBeVisible();
  await expect.poll(() => whiteOn(page)).toBeGreaterThan(0.008); // the words are drawn all the same

  await page.context().unroute(address);
  await page.context().route(address, (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(notices(page)).toContainText('Picture red: the file is not there any more');

  await page.context().unroute(address);
  await page.context().route(address, (route) => route.fulfill({ status: 503 }));
  await page.reload();
  await expect(notices(page)).toContainText('Picture red: not loaded');
  await expectNoViolations(page);
  await page.context().unroute(address);
  // Nobody presses anything: it is tried again by itself.
  await expect(notices(page)).toBeEmpty();
  await expect.poll(() => shareOf(page, [0xc8, 0x1e, 0x1e])).toBeGreaterThan(0.03);
});
