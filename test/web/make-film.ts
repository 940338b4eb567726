import { expect, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

/** From no account to a film whose clips are made, with the engine that is built in; nothing but the screens is used. */
export async function makeFilm(page: Page, { press, write, choose }: Hands): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await page.goto('/register');
  await write(page.getByLabel('Your name'), 'Merve Okan');
  await write(page.getByLabel('Email'), `journey-${Date.now()}@example.com`);
  await write(page.getByLabel('Password', { exact: true }), 'correct horse battery');
  await press(button('Open the account'));
  await expect(heading).toContainText('Make your first video now.');

  await press(button('Empty project'));
  await write(page.getByRole('dialog').getByLabel('Name'), 'EcoBottle');
  await press(button('Create project'));
  await expect(page).toHaveURL(/\/p\/proj_\w+$/);
  await press(button(/^One line or a brief/).first());

  await expect(heading).toHaveText('Say what the video is for');
  await write(page.getByRole('textbox', { name: 'Name', exact: true }), 'EcoBottle');
  await write(page.getByLabel('What to say'), 'EcoBottle keeps water cold for 24 hours. The cap is made of cork.');
  await write(page.getByRole('textbox', { name: 'Length' }), '4');
  await write(page.getByRole('textbox', { name: 'Scenes' }), '2');
  await choose(page.getByRole('radio', { name: 'Own size' }));
  await write(page.getByRole('textbox', { name: 'Width' }), '144');
  await write(page.getByRole('textbox', { name: 'Height' }), '256');
  await press(button(/^Write the script/));

  await expect(page).toHaveURL(/\/scenario/);
  await expect(heading).toContainText('2 scenes in 4 seconds', { timeout: 30_000 });
  await press(button(/^Make the pictures.*free/));

  await expect(page).toHaveURL(/\/generate/);
  await expect(heading).toHaveText('2 scenes are ready for your review', { timeout: 60_000 });
  await press(button('Approve the picture of scene 1'));
  await press(button('Approve the picture of scene 2'));
  await expect(heading).toHaveText('2 pictures are approved');
  await press(button(/^Make the clips.*free/));
  await expect(heading).toHaveText('All 2 scenes are done', { timeout: 60_000 });
  await press(button(/^Play the clip/).first());
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth), { timeout: 30_000 })
    .toBeGreaterThan(0);
}
