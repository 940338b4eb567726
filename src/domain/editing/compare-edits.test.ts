import { expect, test } from 'vitest';
import { differenceOf } from './compare-edits.ts';
import { deleteItems } from './delete-items.ts';
import { anEdit } from './fixture/an-edit.ts';
import { addMarker } from './markers.ts';
import { setTexts } from './set-properties.ts';

const edit = anEdit([90, 60], { texts: { t: [0, 30], u: [40, 50] }, music: true });
const ids = (items: readonly { readonly item: { readonly id: string } }[]) => items.map(({ item }) => item.id);

test('an edit says what only it has, and what it has otherwise than the other', () => {
  const mine = setTexts(edit, { ids: ['t'], changes: { text: 'mine' } });
  const theirs = deleteItems(edit, { ids: ['u'], mode: 'ripple' });
  const difference = differenceOf(mine, theirs);
  expect([ids(difference.own), ids(difference.changed), difference.isFilmChanged]).toEqual([['u'], ['t'], false]);
  expect(differenceOf(edit, structuredClone(edit))).toEqual({ own: [], changed: [], isFilmChanged: false });
  expect(differenceOf(addMarker(edit, { id: 'm', frame: 3, label: '' }), edit).isFilmChanged).toBe(true);
});
