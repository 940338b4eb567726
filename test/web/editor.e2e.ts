import { expect, lookAt, test } from './studio.ts';

test('the editor says what is missing, then opens with the scenes of the board already placed', async ({
  page,
  account,
}) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const size = { width: 360, height: 640 };
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch', resolution: size });
  const place = { projectId: project.id, workId: work.id };
  await page.goto(`/p/${project.id}/w/${work.id}/editor`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing to cut yet');

  const scenes = [1, 2].map((n) => ({
    duration_seconds: 1,
    image_prompt: `Bottle ${n} on stone`,
    video_prompt: 'push in',
  }));
  await client.arrangeScenes({ ...place, scenes });
  await Promise.all([0, 1].map((sceneIndex) => client.generateScene({ ...place, sceneIndex })));
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  const opened = await client.getEdit(place);
  expect([opened.isSaved, opened.timeline.clips.length]).toEqual([false, 2]);
  await lookAt(page, 'editor');
});
