import { expectKeyboardReachesAll, walkByKeyboard } from './keyboard.ts';
import { expect, test } from './places.ts';

test.describe('the walk itself', () => {
  const sound =
    '<h1>Walk</h1><button>One</button><a href="/x">Two</a><input aria-label="Three">' +
    '<fieldset><label><input type="radio" name="r" checked>Four</label><label><input type="radio" name="r">Five</label></fieldset>' +
    '<video controls aria-label="Six"></video><button disabled>Never</button>';

  test('finds nothing wrong where nothing is', async ({ page }) => {
    await page.setContent(sound);
    await expectKeyboardReachesAll(page);
  });

  test('names what only a mouse reaches, what hides that it has the keyboard, and what does not let it go', async ({
    page,
  }) => {
    await page.setContent(`${sound}<div role="button" onclick="">Mouse only</div>
      <button style="outline: none">Hidden ring</button>`);
    const { outOfReach, unseen, trap } = await walkByKeyboard(page);
    expect(outOfReach).toEqual(['button “Mouse only”']);
    expect(unseen).toEqual(['button “Hidden ring”']);
    expect(trap).toEqual([]);
    await page.setContent(`${sound}<input aria-label="Pit"
      onkeydown="if (event.key === 'Tab') { event.preventDefault(); this.nextElementSibling.focus(); }"
      ><input aria-label="Bottom"
      onkeydown="if (event.key === 'Tab') { event.preventDefault(); this.previousElementSibling.focus(); }">`);
    expect((await walkByKeyboard(page)).trap).toEqual(expect.arrayContaining(['textbox “Pit”', 'textbox “Bottom”']));
  });
});

test('every line of a menu, and every part of what opens over the app, is reached by the keyboard alone', async ({
  page,
  filled: { half },
}) => {
  await page.goto(`/p/${half.projectId}/w/${half.workId}/generate`);
  for (const name of ['More to do', 'More for scene 1', /^Account of/]) {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await expectKeyboardReachesAll(page, '[role="menu"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectKeyboardReachesAll(page);
});
