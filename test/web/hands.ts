import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works with a page: the same journey is made with a mouse and with the keyboard alone. */
export interface Hands {
  readonly press: (what: Locator) => Promise<void>;
  readonly write: (field: Locator, words: string) => Promise<void>;
  /** Chooses one of several: a radio, a card. */
  readonly choose: (option: Locator) => Promise<void>;
}

/** Somebody with a mouse. */
export const mouse: Hands = {
  press: (what) => what.click(),
  write: (field, words) => field.fill(words),
  choose: (option) => option.check({ force: true }),
};

const MOST_STEPS = 150;

/** Somebody without one: everything is reached by Tab and the arrow keys, and nothing is put where it is by the test. */
export function keyboardOf(page: Page): Hands {
  const hasKeyboard = (what: Locator): Promise<boolean> =>
    what.evaluate((element) => element === document.activeElement, null, { timeout: 15_000 });

  const tabTo = async (what: Locator): Promise<void> => {
    await expect(what).toBeVisible();
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (await hasKeyboard(what)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${String(what)}`);
  };

  return {
    press: async (what) => {
      await expect(what).toBeEnabled();
      await tabTo(what);
      await page.keyboard.press('Enter');
    },
    write: async (field, words) => {
      await tabTo(field);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(words);
    },
    choose: async (option) => {
      const group = option.locator('xpath=ancestor::fieldset[1]');
      await tabTo(group.locator('input:checked'));
      for (let step = 0; step < MOST_STEPS && !(await option.isChecked()); step += 1) {
        await page.keyboard.press('ArrowDown');
      }
      await expect(option).toBeChecked();
    },
  };
}
