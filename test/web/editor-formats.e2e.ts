import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Captions, Framing } from '#contract/export.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { likenessOf } from './parity-likeness.ts';
import type { YuvFrame } from './parity-studio.ts';
import { type Account, expect, lookAt, test } from './studio.ts';

test.slow(); // films are really rendered

const LEAST = { luma: 0.99, colour: 0.95 }; // of the light copies of clips with an export of high quality
const ffmpeg = async (): Promise<string> => (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;

/** What FFmpeg makes of an input of `lavfi`. */
async function made(directory: string, name: string, picture: string, encoding: readonly string[]) {
  const path = join(directory, name);
  const run = spawnSync(await ffmpeg(), ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, ...encoding, path]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return { name, content: new Blob([new Uint8Array(readFileSync(path))]) };
}

/** An upright film of a wide clip that fades into a wide picture, with words and a caption over both. */
async function madeFilm({ client }: Account, directory: string) {
  const project = await client.createProject({ name: 'EcoBottle' });
  const projectId = project.id;
  const work = await client.createWork({ projectId, name: 'Spring launch', resolution: { width: 180, height: 320 } });
  const place = { projectId, workId: work.id };
  const h264 = ['-c:v', 'libx264', '-crf', '10', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
  const clip = await made(directory, 'wide.mp4', 'testsrc2=s=640x360:r=30:d=2', h264);
  const picture = await made(directory, 'wide.png', 'testsrc=s=640x360', ['-frames:v', '1']);
  const [video, image] = [
    await client.uploadAsset({ projectId, file: clip }),
    await client.uploadAsset({ projectId, file: picture }),
  ];
  const words = { fontSize: 24, fontColor: '#ffffff', centerX: 0, centerY: -90 };
  const caption = { fontSize: 14, fontColor: '#ffc24b', centerX: 0, centerY: 120, isCaption: true };
  await client.updateWork({
    ...place,
    editorState: {
      editorData: {
        videoTrack: [
          { id: 'a', assetId: video.id, start: 0, end: 1, transition: { type: 'fade', duration: 0.5 } },
          { id: 'b', assetId: image.id, start: 1, end: 2.5 },
        ],
        textTrack: [
          { id: 'words', start: 0, end: 2.5 },
          { id: 'caption', start: 0, end: 2.5 },
        ],
      },
      textOverlays: {
        words: { text: 'Harbour', ...words },
        caption: { text: 'Said at dawn', ...caption },
      },
    },
  });
  return place;
}

const dialog = (page: Page) => page.getByRole('dialog');
const look = (page: Page) => dialog(page).locator('[data-look] canvas');

/** Goes to a frame by the slider of the dialog, and waits until it is drawn there. */
async function goTo(page: Page, frame: number): Promise<void> {
  const slider = dialog(page).getByRole('slider', { name: 'Moment of the film' });
  await slider.fill(String(frame));
  await expect(look(page)).toHaveAttribute('data-frame', String(frame));
}

/** The pixels of the look, RGBA. */
async function drawn(page: Page): Promise<Uint8Array> {
  const bytes = await look(page).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.slice(at, at + 8192));
    return btoa(text);
  });
  return new Uint8Array(Buffer.from(bytes, 'base64'));
}

/** One frame of an exported file. */
async function frameOf(path: string, frame: number, { width, height }: { width: number; height: number }) {
  const run = spawnSync(
    await ffmpeg(),
    ['-v', 'error', '-i', path, '-vf', `select=eq(n\\,${frame})`, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    { maxBuffer: 1e8 },
  );
  const [bytes, luma] = [new Uint8Array(run.stdout), width * height];
  expect(bytes.length).toBe(1.5 * luma);
  const planes = [bytes.subarray(0, luma), bytes.subarray(luma, 1.25 * luma), bytes.subarray(1.25 * luma)];
  return { width, height, planes: planes as unknown as YuvFrame['planes'] };
}

async function setSides(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  for (const [name, value] of [
    ['Width', width],
    ['Height', height],
  ] as const) {
    const field = dialog(page).getByRole('textbox', { name, exact: true });
    await field.fill(String(value));
    await field.press('Tab');
  }
}

interface Film {
  readonly width: number;
  readonly height: number;
  readonly framing: Framing;
  readonly captions: Captions;
}

type FrameOf = Film & { readonly frame: number };

const FILMS: readonly Film[] = [
  { width: 480, height: 270, framing: 'blur', captions: 'burned' },
  { width: 480, height: 270, framing: 'crop', captions: 'off' },
  { width: 320, height: 320, framing: 'blur', captions: 'off' },
];

test('each format is seen large at any moment, as its export shows it: cropped or over its blurred self, in fades too', async ({
  page,
  account,
  studio,
}) => {
  const place = await madeFilm(account, studio.directory);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog(page).getByRole('combobox', { name: 'Preset' }).click();
  await page.getByRole('option', { name: 'Custom' }).click();
  await setSides(page, FILMS[0] ?? { width: 16, height: 16 });
  await dialog(page).getByText('Look at it large').click();
  const figures: (FrameOf & { readonly luma: number; readonly colour: number })[] = [];
  for (const { framing, captions, ...sides } of FILMS) {
    await setSides(page, sides);
    await dialog(page)
      .getByText(framing === 'blur' ? 'Blurred sides' : 'Crop to fill', { exact: true })
      .click();
    await dialog(page)
      .getByText(captions === 'off' ? 'Off' : 'Burned in', { exact: true })
      .click();
    await expect(dialog(page).locator(`[data-look="${sides.width}x${sides.height}"]`)).toBeVisible();

    const asked = { ...place, quality: 'high', framing, captions, frame: sides } as const;
    const { id } = await account.client.startExport(asked);
    await expect
      .poll(async () => (await account.client.getExport({ ...place, exportId: id })).status, { timeout: 60_000 })
      .toBe('done');
    const path = join(studio.directory, `${id}.mp4`);
    const address = `/api/projects/${place.projectId}/works/${place.workId}/exports/${id}/file`;
    writeFileSync(path, await (await page.request.get(address)).body());
    for (const frame of [0, 22, 50]) {
      await goTo(page, frame);
      const { luma, colour } = likenessOf(await drawn(page), await frameOf(path, frame, sides));
      figures.push({ ...sides, framing, captions, frame, luma, colour });
    }
  }
  console.table(figures);
  for (const figure of figures) {
    expect(figure.luma, JSON.stringify(figure)).toBeGreaterThan(LEAST.luma);
    expect(figure.colour, JSON.stringify(figure)).toBeGreaterThan(LEAST.colour);
  }
  await lookAt(page, 'export-look');
});

test('on a phone the export begins at its beginning, where its preset is', async ({ page, account, studio }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  const place = await madeFilm(account, studio.directory);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?export=true`);
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole('combobox', { name: 'Preset' })).toBeInViewport();
  const isInIt = () =>
    dialog(page).evaluate((one) => one !== document.activeElement && one.contains(document.activeElement));
  await expect.poll(isInIt).toBe(true);
  const scrolled = await dialog(page).evaluate((window) =>
    [window, ...window.querySelectorAll('*')].map((one) => one.scrollTop),
  );
  expect(Math.max(...scrolled)).toBe(0);
});
