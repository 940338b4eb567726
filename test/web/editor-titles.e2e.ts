import type { Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, test } from './studio.ts';

type Client = Account['client'];

/** A film of one green picture, with these words over it. */
async function filmWith(client: Client, words: readonly string[]) {
  const project = await client.createProject({ name: 'Words' });
  const resolution = { width: 360, height: 640 };
  const work = await client.createWork({ projectId: project.id, name: 'Words', resolution });
  const place = { projectId: project.id, workId: work.id };
  const file = { name: 'green.png', content: new Blob([Uint8Array.from(solidPng('#00783c', 64))]) };
  const asset = await client.uploadAsset({ projectId: project.id, file });
  const span = { start: 0, end: 2 };
  const looks = { fontSize: 60, fontColor: '#ffffff', centerX: 0, centerY: 0 };
  await client.updateWork({
    ...place,
    editorState: {
      editorData: {
        videoTrack: [{ id: 'clip', assetId: asset.id, ...span }],
        textTrack: words.map((_, number) => ({ id: `text-${number}`, ...span })),
      },
      textOverlays: Object.fromEntries(words.map((text, number) => [`text-${number}`, { text, ...looks }])),
    },
  });
  return `/p/${place.projectId}/w/${place.workId}/editor`;
}

/** What of the drawing of words is fetched. */
function fetchedBy(page: Page): { readonly fonts: string[]; readonly programs: string[] } {
  const fetched = { fonts: [] as string[], programs: [] as string[] };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/fonts/')) fetched.fonts.push(pathname.split('/').at(-1) ?? '');
    if (/titles-worker.*\.js$|\.wasm$/.test(pathname)) fetched.programs.push(pathname);
  });
  return fetched;
}

const frame = (page: Page) => page.locator('canvas[data-exact="true"]');

/** How much of the middle of the stage is white. */
const whiteOn = (page: Page): Promise<number> =>
  frame(page).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')?.getImageData(0, height / 4, width, height / 2) ?? { data: [] };
    let white = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 240 && (data[at + 2] ?? 0) > 240) white += 1;
    return white / (data.length / 4);
  });

test('words are drawn on the stage, with no more fonts than they need, each fetched once', async ({
  page,
  account,
}) => {
  const fetched = fetchedBy(page);
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(await filmWith(account.client, ['Harbour']));
  await expect.poll(() => whiteOn(page)).toBeGreaterThan(0.02);
  expect(fetched.fonts.map((font) => font.replace(/\d+\.\d+\.\d+/, '*')).toSorted()).toEqual([
    'instrument-sans-*-600',
    'noto-sans-*-600',
  ]);
  expect(refused).toEqual([]); // by the policy of the page or of the worker
});

test('another script brings its font, and is drawn in it', async ({ page, account }) => {
  const fetched = fetchedBy(page);
  await page.goto(await filmWith(account.client, ['مرحبا']));
  await expect.poll(() => whiteOn(page)).toBeGreaterThan(0.01);
  expect(fetched.fonts.some((font) => font.startsWith('noto-sans-arabic'))).toBe(true);
});
