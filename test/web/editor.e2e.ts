import { expect, lookAt, test } from './studio.ts';

test('a finished board is exported, played and downloaded from the last step', async ({ page, account }) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const size = { width: 360, height: 640 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution: size });
  const place = { projectId: project.id, workId: work.id };
  const url = `/p/${project.id}/w/${work.id}/editor`;
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing to cut yet');

  const scenes = [1, 2].map((n) => ({
    duration_seconds: 1,
    image_prompt: `Bottle ${n} on stone`,
    video_prompt: 'push in',
  }));
  await client.arrangeScenes({ ...place, scenes });
  await Promise.all([0, 1].map((sceneIndex) => client.generateScene({ ...place, sceneIndex })));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 scenes, ready to export');
  await page.getByText('Draft, quick').click();
  await page.getByRole('button', { name: 'Export the film' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your film is ready', { timeout: 60_000 });
  const video = page.locator('video');
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.duration)).toBeCloseTo(2, 1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
  await lookAt(page, 'editor');
});
