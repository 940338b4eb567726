import { keyboardOf } from './hands.ts';
import { makeFilm } from './make-film.ts';
import { test } from './studio.ts';

test('from no account to a film whose clips are made, by the keyboard alone', async ({ page }) => {
  await page.addInitScript(() => {
    const stop = (event: Event): void => {
      // A key on a button also arrives as a click; one of a pointer has a place in the window.
      if (event instanceof MouseEvent && event.detail > 0) throw new Error(`a mouse was used: ${event.type}`);
    };
    for (const kind of ['pointerdown', 'mousedown', 'click']) addEventListener(kind, stop, true);
  });
  const mistakes: string[] = [];
  page.on('pageerror', (error) => mistakes.push(String(error)));
  await makeFilm(page, keyboardOf(page));
  test.expect(mistakes).toEqual([]);
});
