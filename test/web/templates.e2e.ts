import type { Page } from '@playwright/test';
import { solidPng } from '../solid-png.ts';
import { type Account, expect, expectNoSidewaysScroll, expectNoViolations, lookAt, settled, test } from './studio.ts';

/** A work whose edit is saved: two clips, and two texts and a picture over them. */
async function aWork(
  { client }: Account,
  projectId: string,
  work: { readonly name: string; readonly size: { readonly width: number; readonly height: number } },
) {
  const { id } = await client.createWork({ projectId, name: work.name, resolution: work.size });
  const place = { projectId, workId: id };
  const scenes = [1, 2].map((n) => ({
    duration_seconds: 2,
    image_prompt: `Bottle ${n} on stone`,
    video_prompt: 'push in',
    transition: 'fade',
  }));
  await client.arrangeScenes({ ...place, scenes });
  for (const sceneIndex of [0, 1]) await client.generateImage({ ...place, sceneIndex });
  return place;
}

const TALL = { width: 360, height: 640 };
const WIDE = { width: 640, height: 360 };

const openTemplates = async (page: Page, { projectId, workId }: { projectId: string; workId: string }) => {
  await page.goto(`/p/${projectId}/w/${workId}/editor?panel=templates`);
  await expect(page.getByRole('tabpanel').getByRole('heading', { name: 'Templates' })).toBeVisible();
};

test('overlays of one film are saved as a template and laid over another of another shape, with values', async ({
  page,
  account,
}) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const content = new Blob([new Uint8Array(solidPng('#1f7a5c', 120))], { type: 'image/png' });
  const logo = await client.uploadAsset({ projectId: project.id, file: { name: 'logo.png', content } });
  const first = await aWork(account, project.id, { name: 'Spring launch', size: TALL });
  const opened = await client.getEdit(first);
  await client.updateWork({
    ...first,
    editorState: {
      editorData: {
        textTrack: [{ id: 'title', start: 0, end: 2 }],
        imageTrack: [{ id: 'logo', start: 2, end: 4 }],
        videoTrack: opened.timeline.clips.map(({ id, startFrame, endFrame, sceneId }) => ({
          id,
          start: startFrame / 30,
          end: endFrame / 30,
          sceneIndex: opened.scenes.findIndex((scene) => scene.sceneId === sceneId),
          transitionType: 'fade',
          transitionDuration: 0.5,
        })),
      },
      textOverlays: {
        title: { text: 'Meet EcoBottle', fontSize: 48, fontColor: '#ffffff', centerX: 0, centerY: -120 },
      },
      imageOverlays: {
        logo: { assetId: logo.id, width: 90, height: 90, centerX: 0, centerY: 100, opacity: 1, rotation: 0 },
      },
    },
  });

  await openTemplates(page, first);
  await page.getByRole('button', { name: 'Save as template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as template' });
  await dialog.getByLabel('Name').fill('Opening title');
  await dialog.getByRole('button', { name: 'Make EcoBottle a placeholder' }).click();
  await expect(dialog.getByText('Asked for when it is applied: ecobottle.')).toBeVisible();
  await dialog.getByRole('switch', { name: /With the transition of this film: Fade/ }).check();
  await settled(page);
  await page.screenshot({ path: 'out/screens/template-save-dark-1440.png' });
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('The template Opening title is saved.')).toBeVisible();
  const [saved] = (await client.listTemplates({ projectId: project.id })).templates;
  expect(saved).toMatchObject({ name: 'Opening title', textOverlayCount: 1, imageOverlayCount: 1 });

  const second = await aWork(account, project.id, { name: 'Autumn', size: WIDE });
  await client.deleteAsset({ projectId: project.id, assetId: logo.id });
  await openTemplates(page, second);
  const before = (await client.getEdit(second)).timeline;
  await page.getByRole('button', { name: 'Apply Opening title' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('nothing is changed yet')).toBeVisible();
  await expect(panel.getByText('A file it uses is not in the project any more')).toBeVisible();
  await panel.getByLabel('ecobottle').fill('TrailCup');
  await expect(page.getByRole('option', { name: /Meet TrailCup/ })).toBeVisible();
  await settled(page);
  await page.screenshot({ path: 'out/screens/template-trial-dark-1440.png' });
  await expectNoViolations(page);
  expect((await client.getEdit(second)).isSaved).toBe(false);
  await panel.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Save as template' })).toBeEnabled();
  await expect.poll(async () => (await client.getEdit(second)).isSaved).toBe(true);
  const { timeline } = await client.getEdit(second);
  // Both frames are as high or as wide on their shorter side, so nothing changes its size.
  expect(timeline.texts.at(-1)).toMatchObject({ text: 'Meet TrailCup', fontSize: 48, centerY: -120, startFrame: 0 });
  expect(timeline.texts).toHaveLength(before.texts.length + 1);
  expect(timeline.images).toEqual([]);

  await page.getByRole('button', { name: 'Undo: Template Opening title applied' }).click();
  await expect.poll(async () => (await client.getEdit(second)).timeline.texts.length).toBe(before.texts.length);
});

test('on a phone a template is saved and tried in the sheet of the library', async ({ page, account }) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const place = await aWork(account, project.id, { name: 'Spring', size: TALL });
  const text = { text: 'Hello', fontSize: 40, fontColor: '#ffffff', centerX: 0, centerY: 0 };
  await client.updateWork({
    ...place,
    editorState: { editorData: { textTrack: [{ id: 't', start: 0, end: 1 }] }, textOverlays: { t: text } },
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/p/${place.projectId}/w/${place.workId}/editor?panel=templates`);
  await page.getByRole('button', { name: 'Save as template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Greeting');
  await page.getByRole('button', { name: 'Make Hello a placeholder' }).click();
  await settled(page);
  await page.screenshot({ path: 'out/screens/template-save-dark-390.png' });
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Save template' }).click();
  await page.getByRole('button', { name: 'Apply Greeting' }).click();
  await page.getByRole('textbox', { name: 'hello' }).fill('Merhaba');
  await settled(page);
  await page.screenshot({ path: 'out/screens/template-trial-dark-390.png' });
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect
    .poll(async () => (await client.getEdit(place)).timeline.texts.map((one) => one.text))
    .toEqual(['Hello', 'Merhaba']);
});

test('a template that is tried and left changes nothing, and one put into the trash comes back as it was', async ({
  page,
  account,
}) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const place = await aWork(account, project.id, { name: 'Spring', size: TALL });
  const timing = { timingMode: 'absolute', startSeconds: 1, endSeconds: 2 } as const;
  const text = { id: 't', text: 'Hello', fontSize: 40, fontColor: '#ffffff', centerX: 0, centerY: 0, ...timing };
  await client.createTemplate({
    projectId: project.id,
    name: 'Greeting',
    content: { textOverlays: [text], imageOverlays: [] },
  });
  await openTemplates(page, place);
  await page.getByRole('button', { name: 'Apply Greeting' }).click();
  await expect(page.getByText('nothing is changed yet')).toBeVisible();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Apply Greeting' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  expect((await client.getEdit(place)).isSaved).toBe(false);

  const before = await client.listTemplates(place);
  await page.getByRole('button', { name: 'What to do with Greeting' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('button', { name: 'Apply Greeting' })).toHaveCount(0);
  expect(await client.listTemplates(place)).toMatchObject({ count: 0 });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Apply Greeting' })).toBeVisible();
  expect(await client.listTemplates(place)).toEqual(before);
});

test('templates of a project are found, looked at, renamed, duplicated, deleted and brought back', async ({
  page,
  account,
}) => {
  const { client } = account;
  const project = await client.createProject({ name: 'EcoBottle' });
  const work = await client.createWork({ projectId: project.id, name: 'Spring launch' });
  await page.goto(`/p/${project.id}/templates`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No templates yet');
  await lookAt(page, 'templates-none');
  const timing = { timingMode: 'relative' } as const;
  const text = { text: 'Meet {{product}}', fontSize: 96, fontColor: '#ffffff', centerX: 0, centerY: 0, ...timing };
  for (const name of ['Opening title', 'Lower third']) {
    await client.createTemplate({
      projectId: project.id,
      name,
      tags: ['title'],
      content: { textOverlays: [{ ...text, id: 't' }], imageOverlays: [] },
    });
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 templates to lay over any film');
  await lookAt(page, 'templates-two');

  await page.getByRole('link', { name: 'Opening title' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Asked for when it is applied: product.')).toBeVisible();
  await expect(sheet.getByRole('link', { name: 'Spring launch' })).toHaveAttribute(
    'href',
    new RegExp(`${work.id}/editor\\?.*template=`),
  );
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'What to do with Opening title' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('First words');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'First words' })).toBeVisible();

  await page.getByRole('button', { name: 'What to do with First words' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('link', { name: 'First words, copy' })).toBeVisible();

  await page.getByRole('button', { name: 'What to do with First words', exact: true }).click();
  const before = await client.listTemplates({ projectId: project.id });
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByText('The template “First words” is in the trash')).toBeVisible();
  await expect(page.getByRole('link', { name: 'First words', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'First words', exact: true })).toBeVisible();
  expect(await client.listTemplates({ projectId: project.id })).toEqual(before); // the very same, in its old place
});
