import { afterEach, expect, test } from 'vitest';
import { closeToast, onToasts, shownToasts, toast } from './toast.ts';

afterEach(() => {
  for (const { id } of shownToasts()) closeToast(id);
});

test('an error stays until it is closed, the rest goes, later where there is something to press', () => {
  const close = toast({ title: 'No answer', tone: 'error' });
  toast({ title: 'Saved' });
  toast({ title: 'Deleted', undo: () => undefined });
  expect(shownToasts().map(({ staysMs }) => staysMs)).toEqual([null, 5000, 10_000]);
  close();
  expect(shownToasts().map(({ title }) => title)).toEqual(['Saved', 'Deleted']);
});

test('a long message stays as long as it takes to read', () => {
  toast({ title: 'x'.repeat(40), text: 'y'.repeat(160) });
  expect(shownToasts()[0]?.staysMs).toBe(12_000);
});

test('the same message is told once, and no more than four stand there', () => {
  let told = 0;
  const end = onToasts(() => {
    told += 1;
  });
  for (const title of ['a', 'a', 'b', 'c', 'd', 'e']) toast({ title });
  expect(shownToasts().map(({ title }) => title)).toEqual(['b', 'c', 'd', 'e']);
  expect(told).toBe(6);
  end();
});
