import type { Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type CodedPlace, codedFilm, expectFrame, paintedFrame, previewOf, shownCode } from './coded-film.ts';
import { expect, lookAt, test } from './studio.ts';
import { toneFile } from './tone-file.ts';

/** Two clips of 60 frames, wiped into each other in ten: 110 frames, the second clip from 50 on. */
const WIPED = [
  { first: 1, frames: 60, transition: 'wipeleft' },
  { first: 101, frames: 60 },
];
const codeAt = (frame: number): number => (frame < 50 ? 1 + frame : 101 + frame - 50);

async function openEditor(page: Page, { projectId, workId }: CodedPlace, frame = 0): Promise<void> {
  await page.goto(`/p/${projectId}/w/${workId}/editor${frame > 0 ? `?t=${frame}` : ''}`);
  await expectFrame(page, frame);
}

/** The colour near the upper left corner. */
const colourAt = (page: Page): Promise<number[]> =>
  previewOf(page).evaluate((canvas: HTMLCanvasElement) =>
    Array.from(canvas.getContext('2d')?.getImageData(3, 3, 1, 1).data ?? []).slice(0, 3),
  );

const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });

for (const engine of ['decoded in the page', 'sought in a video element'] as const) {
  test(`the frame under the playhead is the one that is seen, ${engine}`, async ({ page, account }) => {
    if (engine !== 'decoded in the page') {
      // As in a page that came over plain http from another machine.
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoDecoder'));
    }
    await openEditor(page, await codedFilm(account, WIPED), 20);
    expect(await shownCode(page)).toBe(codeAt(20));
    const steps: readonly (readonly [string, number])[] = [
      ['ArrowRight', 21],
      ['ArrowRight', 22],
      ['ArrowLeft', 21],
      ['Shift+ArrowRight', 31],
      ['Shift+ArrowRight', 41],
      ['End', 109],
      ['Shift+ArrowLeft', 99],
      ['Home', 0],
    ];
    for (const [key, frame] of steps) {
      await page.keyboard.press(key);
      await expectFrame(page, frame);
      expect(await shownCode(page), `${key} to ${frame}`).toBe(codeAt(frame));
    }
  });

  test(`stepping over a transition shows each of its frames, ${engine}`, async ({ page, account }) => {
    if (engine !== 'decoded in the page') {
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoDecoder'));
    }
    await openEditor(page, await codedFilm(account, WIPED), 48);
    for (let frame = 49; frame <= 61; frame += 1) {
      await page.getByRole('button', { name: 'One frame on' }).click();
      await expectFrame(page, frame);
      if (frame < 50 || frame >= 60) expect(await shownCode(page), `frame ${frame}`).toBe(codeAt(frame));
    }
    await page.getByRole('button', { name: 'One frame back' }).click();
    await expectFrame(page, 60);
    expect(await shownCode(page)).toBe(codeAt(60));
  });
}

test('the film plays over a join, and stops on just the frame that it says', async ({ page, account }) => {
  await openEditor(page, await codedFilm(account, WIPED), 30);
  await play(page).click();
  await expect.poll(() => paintedFrame(page)).toBeGreaterThan(70);
  await pause(page).click();
  await expect(play(page)).toBeVisible();
  const frame = await paintedFrame(page);
  await expectFrame(page, frame);
  expect(await shownCode(page)).toBe(codeAt(frame));
  const seconds = Math.floor(frame / 30);
  const code = `00:${String(seconds).padStart(2, '0')}:${String(frame - 30 * seconds).padStart(2, '0')}`;
  await expect(page.locator('[data-timecode]:visible')).toHaveText(code);
});

test('at its end the film stops on its last frame, and plays again from its first', async ({ page, account }) => {
  // Held for eight seconds, so that a busy machine has the time to stop it.
  const shots = [WIPED[0], { first: 101, frames: 60, shownFrames: 240 }].flatMap((shot) => shot ?? []);
  await openEditor(page, await codedFilm(account, shots), 270);
  await play(page).click();
  await expectFrame(page, 289);
  await expect(play(page)).toBeVisible();
  expect(await shownCode(page)).toBe(160);
  await play(page).click();
  await expect.poll(() => paintedFrame(page)).toBeLessThan(280);
  await pause(page).click();
});

test('L plays, again faster; K stops; J plays backwards', async ({ page, account }) => {
  await openEditor(page, await codedFilm(account, WIPED), 40);
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await expect(page.getByText('2×')).toBeVisible();
  await expect.poll(() => paintedFrame(page)).toBeGreaterThan(62);
  await page.keyboard.press('k');
  await expect(play(page)).toBeVisible();
  const from = await paintedFrame(page);
  await page.keyboard.press('j');
  await expect.poll(() => paintedFrame(page)).toBeLessThan(from - 20);
  await page.keyboard.press('k');
  const frame = await paintedFrame(page);
  await expectFrame(page, frame);
  if (frame < 50 || frame >= 60) expect(await shownCode(page)).toBe(codeAt(frame));
});

test('a clip that is shorter than its place holds its last frame', async ({ page, account }) => {
  const place = await codedFilm(account, [
    { first: 1, frames: 30, shownFrames: 60 },
    { first: 101, frames: 150 },
  ]);
  await openEditor(page, place, 45);
  expect(await shownCode(page)).toBe(30);
  await play(page).click();
  await expect.poll(() => paintedFrame(page)).toBeGreaterThan(64);
  await pause(page).click();
  const frame = await paintedFrame(page);
  await expectFrame(page, frame);
  expect(await shownCode(page)).toBe(101 + frame - 60);
});

test('the sound of the film joins once it is mixed, and the film goes by it', async ({ page, account }) => {
  const place = await codedFilm(account, WIPED);
  const content = new Blob([toneFile({ seconds: 5, hertz: 440 })], { type: 'audio/wav' });
  const asset = await account.client.uploadAsset({
    projectId: place.projectId,
    file: { name: 'tone.wav', content },
  });
  await account.client.updateWork({ ...place, editorState: { audioUrl: asset.url } });
  await openEditor(page, place);
  await page.getByRole('button', { name: 'Play in a loop' }).click();
  await play(page).click();
  await expect(page.locator('[data-sound="on"]')).toBeVisible();
  await expect.poll(() => paintedFrame(page)).toBeGreaterThan(70);
  await pause(page).click();
  const frame = await paintedFrame(page);
  await expectFrame(page, frame);
  if (frame < 50 || frame >= 60) expect(await shownCode(page)).toBe(codeAt(frame));
});

test('a picture stands as long as it is asked to, and a clip whose file is gone says so', async ({ page, account }) => {
  const place = await codedFilm(account, WIPED);
  const picture = await account.client.uploadAsset({
    projectId: place.projectId,
    file: { name: 'green.png', content: new Blob([new Uint8Array(solidPng('#00c850', 64))], { type: 'image/png' }) },
  });
  await account.client.updateWork({
    ...place,
    editorState: {
      editorData: {
        videoTrack: [
          { id: 'clip-0', sceneIndex: 0, start: 0, end: 2 },
          { id: 'still', assetId: picture.id, start: 2, end: 4 },
        ],
      },
    },
  });
  await openEditor(page, place, 90);
  expect(await colourAt(page)).toEqual([0, 200, 80]);
  await play(page).click();
  await expect.poll(() => paintedFrame(page)).toBeGreaterThan(95);
  await pause(page).click();
  expect(await colourAt(page)).toEqual([0, 200, 80]);

  await account.client.deleteAsset({ projectId: place.projectId, assetId: picture.id });
  await page.reload();
  await expect(previewOf(page)).toHaveAttribute('data-exact', 'true');
  await page.keyboard.press('End');
  await expectFrame(page, 119);
  expect(await colourAt(page)).toEqual([27, 28, 32]);
});

test('the frame is seen in full quality, as the server draws it, until the playhead goes on', async ({
  page,
  account,
}) => {
  await openEditor(page, await codedFilm(account, WIPED), 55);
  await page.getByRole('button', { name: 'Full quality' }).click();
  const still = page.locator('img[data-still="55"]');
  await expect(still).toBeVisible();
  const size = await still.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(size).toEqual([192, 320]);
  await page.getByRole('button', { name: 'One frame on' }).click();
  await expectFrame(page, 56);
  await expect(still).toHaveCount(0);

  await page.getByRole('button', { name: 'Safe areas' }).click();
  await expect(page.locator('[data-safe-areas]')).toBeVisible();
  await lookAt(page, 'editor-preview');
});
