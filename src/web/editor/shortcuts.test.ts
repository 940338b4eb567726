import { expect, test } from 'vitest';
import { isSingleKey, type KeyPress, shortcutOf, SHORTCUTS } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const written: Readonly<Record<string, string>> = {
  Space: ' ',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  Esc: 'Escape',
};

test('every key of the list does what the list says, on a Mac with Command', () => {
  for (const { name, keys } of SHORTCUTS) {
    const words = keys.split(' ');
    const held = { altKey: words.includes('Alt'), shiftKey: words.includes('Shift') };
    const isCommand = words.includes('Ctrl');
    for (const word of words.filter((one) => !['Ctrl', 'Alt', 'Shift'].includes(one))) {
      const key = written[word] ?? word;
      expect(shortcutOf(press(key, { ...held, ctrlKey: isCommand }))?.name, keys).toBe(name);
      if (isCommand) expect(shortcutOf(press(key, { ...held, metaKey: true }))?.name, keys).toBe(name);
    }
  }
});

test('two keys of one name go two ways, and Shift goes further', () => {
  expect(shortcutOf(press('['))).toEqual({ name: 'trim', direction: -1 });
  expect(shortcutOf(press(']'))).toEqual({ name: 'trim', direction: 1 });
  expect(shortcutOf(press('ArrowRight', { shiftKey: true }))).toEqual({ name: 'step', direction: 1, isFar: true });
  expect(shortcutOf(press('ArrowLeft', { altKey: true }))).toEqual({ name: 'move', direction: -1, isFar: false });
});

test('what the browser and its reader need stays theirs', () => {
  for (const one of [press('r', { ctrlKey: true }), press('Tab'), press('Enter'), press('d', { altKey: true })]) {
    expect(shortcutOf(one)).toBeNull();
  }
});

test('letters alone can be switched off; Space, arrows and what is held with Ctrl can not', () => {
  expect([press('s'), press('['), press('+')].every(isSingleKey)).toBe(true);
  expect([press(' '), press('Delete'), press('z', { ctrlKey: true })].some(isSingleKey)).toBe(false);
});
