import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toneIn } from '#render/film-on-trial.ts';
import { type Account, expect, lookAt, test } from './studio.ts';
import { toneWav } from './tone-wav.ts';

const MUSIC_HZ = 1000;
const VOICE_HZ = 300;

const sound = (name: string, hertz: number, lengthS: number) => ({
  name,
  content: new Blob([toneWav(hertz, lengthS)], { type: 'audio/wav' }),
});

/** A work of three stills of two seconds without transitions, in a project with a piece of music and a voice. */
async function aFilm({ client }: Account) {
  const { id: projectId } = await client.createProject({ name: 'EcoBottle' });
  await client.uploadAsset({ projectId, file: sound('slow-morning.wav', MUSIC_HZ, 20) });
  await client.uploadAsset({ projectId, file: sound('welcome.wav', VOICE_HZ, 2) });
  const work = await client.createWork({ projectId, name: 'Spring launch', resolution: { width: 144, height: 256 } });
  const place = { projectId, workId: work.id };
  const scenes = [1, 2, 3].map((n) => ({ duration_seconds: 2, image_prompt: `Bottle ${n}`, video_prompt: 'push in' }));
  await client.arrangeScenes({ ...place, scenes });
  for (const sceneIndex of [0, 1, 2]) await client.generateImage({ ...place, sceneIndex });
  return place;
}

const decibels = (level: number): number => 20 * Math.log10(level);

const panelOf = (page: Page) => page.getByRole('tabpanel');
const inspectorOf = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('music and a voice are laid into the film, set, ducked, and heard in the export where they were laid', async ({
  page,
  account,
  studio,
}) => {
  const { client } = account;
  const place = await aFilm(account);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=audio&t=60`);
  await panelOf(page).getByRole('button', { name: 'Use as music: slow-morning' }).click();
  await expect(panelOf(page).getByText('Music, the whole film')).toBeVisible();
  await panelOf(page)
    .getByRole('button', { name: /^Add as voice: welcome/ })
    .click();
  await expect(panelOf(page).getByText('Voice, 00:02:00 to 00:04:00')).toBeVisible();

  await panelOf(page)
    .getByRole('button', { name: /^slow-morning/ })
    .click();
  const volume = inspectorOf(page).getByRole('slider', { name: 'Volume' });
  await volume.focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowLeft');
  await expect(volume).toHaveAttribute('aria-valuetext', '−6.0 dB, 50%');
  const duck = inspectorOf(page).getByRole('slider', { name: 'Lower under voices' });
  await duck.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(duck).toHaveAttribute('aria-valuetext', 'by 12.0 dB');

  const saved = async () => (await client.getEdit(place)).timeline.audio;
  await expect.poll(saved).toMatchObject([
    { kind: 'music', duckDb: 12, startFrame: 0 },
    { kind: 'voice', startFrame: 60, endFrame: 120 },
  ]);
  const exported = await client.startExport({ ...place, quality: 'draft' });
  await expect
    .poll(async () => (await client.getExport({ ...place, exportId: exported.id })).status, { timeout: 60_000 })
    .toBe('done');
  const path = join(studio.directory, 'heard.mp4');
  const inExport = `/api/projects/${place.projectId}/works/${place.workId}/exports/${exported.id}/file`;
  await writeFile(path, await (await page.request.get(inExport)).body());
  const music = toneIn(path, MUSIC_HZ, 0.5, 1);
  expect(decibels(music / 0.25)).toBeCloseTo(-6, 0);
  expect(Math.abs(decibels(toneIn(path, MUSIC_HZ, 2.5, 1) / music) + 12)).toBeLessThan(1);
  expect(toneIn(path, VOICE_HZ, 2.1, 1.8)).toBeCloseTo(0.25, 2);
  expect(toneIn(path, VOICE_HZ, 0, 1.95)).toBeLessThan(0.002);
  expect(toneIn(path, VOICE_HZ, 4.05, 1.5)).toBeLessThan(0.002);
});

test('the audio panel and the inspector of a sound stand in both themes and sizes', async ({ page, account }) => {
  const { client } = account;
  const place = await aFilm(account);
  const { assets } = await client.listAssets({ projectId: place.projectId });
  const assetOf = (name: string) => assets.find((asset) => asset.name === name);
  const { timeline } = await client.getEdit(place);
  const videoTrack = timeline.clips.map(({ id, startFrame, endFrame }, sceneIndex) => ({
    id,
    start: startFrame / 30,
    end: endFrame / 30,
    sceneIndex,
  }));
  const voice = { id: 'voice', start: 2, end: 4, kind: 'voice', assetId: assetOf('welcome')?.id };
  const editorData = { videoTrack, textTrack: [], audioTrack: [voice] };
  await client.updateWork({ ...place, editorState: { editorData, audioUrl: assetOf('slow-morning')?.url ?? null } });
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=audio&sel=audio_music`);
  await expect(inspectorOf(page).getByRole('slider', { name: 'Lower under voices' })).toBeVisible();
  await lookAt(page, 'editor-audio');
});

test('a sound is brought, listened to, set to other times and taken out, each as one step to undo', async ({
  page,
  account,
}) => {
  const { client } = account;
  const place = await aFilm(account);
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=audio`);
  const buffer = Buffer.from(toneWav(500, 4));
  await panelOf(page).getByLabel('Bring sounds').setInputFiles({ name: 'waves.wav', mimeType: 'audio/wav', buffer });
  await panelOf(page).getByRole('button', { name: 'Listen to waves' }).click();
  await expect(panelOf(page).getByRole('button', { name: 'Stop waves' })).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Stop waves' }).click();

  await panelOf(page)
    .getByRole('button', { name: /^Add as voice: waves/ })
    .click();
  const inspector = inspectorOf(page);
  await inspector.getByLabel('Starts at').fill('1');
  await inspector.getByLabel('Starts at').press('Enter');
  await inspector.getByLabel('Begins in the file at').fill('0.5');
  await inspector.getByLabel('Begins in the file at').press('Enter');
  await inspector.getByLabel('Fade in').fill('0.5');
  await inspector.getByLabel('Fade in').press('Enter');
  await inspector.getByRole('button', { name: 'Muted' }).click();
  await page.getByRole('tabpanel').getByLabel('Loudness of the film').click();
  await page.getByRole('option', { name: /−14 LUFS/ }).click();
  const saved = async () => (await client.getEdit(place)).timeline;
  await expect.poll(saved).toMatchObject({
    loudnessLufs: -14,
    audio: [{ kind: 'voice', startFrame: 30, sourceStartFrame: 15, fadeInFrames: 15, muted: true }],
  });
  await panelOf(page).getByRole('button', { name: 'Take waves out of the film' }).click();
  await expect(panelOf(page).getByText('No music and no voice yet')).toBeVisible();
  for (const step of ['Take out waves', 'Loudness of the film', 'Muted', 'Fade in', 'Begins in the file at']) {
    await page.getByRole('button', { name: `Undo: ${step}` }).click();
  }
  await expect.poll(saved).toMatchObject({
    loudnessLufs: null,
    audio: [{ startFrame: 30, sourceStartFrame: 0, fadeInFrames: 0, muted: false }],
  });
});
