import { expect, test } from 'vitest';
import type { Export } from '#contract/export.ts';
import { exampleExport } from '#contract/example-things.ts';
import { exportsInGroups, isAskedAgain, shareDone } from './exports-in-groups.ts';

let made = 0;

function anExport(given: Partial<Export>): Export {
  made += 1;
  return { ...exampleExport, id: `exp_${String(made).padStart(26, '0')}`, ...given };
}

test('what waits comes in the order of its turn, and what ended the newest first', () => {
  const third = anExport({ status: 'queued', ahead: 2, createdAt: 30 });
  const second = anExport({ status: 'queued', ahead: 1, createdAt: 20 });
  const first = anExport({ status: 'running', createdAt: 10 });
  const old = anExport({ status: 'cancelled', createdAt: 2, finishedAt: 5 });
  const older = anExport({ status: 'failed', createdAt: 1, finishedAt: 2 });
  const groups = exportsInGroups([third, second, first, old, older]);
  expect(groups.running).toBe(first);
  expect(groups.waiting).toEqual([second, third]);
  expect(groups.ended).toEqual([old, older]);
});

test('what is paused comes after what waits its turn', () => {
  const paused = anExport({ status: 'queued', ahead: null, isPaused: true, createdAt: 10 });
  const pausedToo = anExport({ status: 'queued', ahead: null, isPaused: true, createdAt: 15 });
  const next = anExport({ status: 'queued', ahead: 0, createdAt: 20 });
  expect(exportsInGroups([next, pausedToo, paused]).waiting).toEqual([next, paused, pausedToo]);
});

test('a file that was finished while the others waited is counted with them', () => {
  const files = [
    anExport({ status: 'queued', createdAt: 13, ahead: 1 }),
    anExport({ status: 'running', createdAt: 12 }),
    anExport({ status: 'done', createdAt: 11, finishedAt: 40 }),
    anExport({ status: 'done', createdAt: 3, finishedAt: 9 }),
  ];
  expect(exportsInGroups(files).batch).toEqual({ position: 2, total: 3 });
});

test('a chain of files that waited for each other is one batch', () => {
  const files = [
    anExport({ status: 'running', createdAt: 30 }),
    anExport({ status: 'done', createdAt: 15, finishedAt: 35 }),
    anExport({ status: 'done', createdAt: 10, finishedAt: 20 }),
  ];
  expect(exportsInGroups(files).batch).toEqual({ position: 3, total: 3 });
});

test('what failed or was cancelled is not counted among the files', () => {
  const files = [
    anExport({ status: 'running', createdAt: 30 }),
    anExport({ status: 'failed', createdAt: 29, finishedAt: 40 }),
    anExport({ status: 'cancelled', createdAt: 28, finishedAt: 41 }),
  ];
  expect(exportsInGroups(files).batch).toEqual({ position: 1, total: 1 });
});

test('there is no batch where nothing is under way', () => {
  expect(exportsInGroups([anExport({ status: 'done', finishedAt: 5 })]).batch).toBeNull();
  expect(exportsInGroups([])).toEqual({ running: null, waiting: [], ended: [], batch: null });
});

test('a failure needs nobody once the same film was asked for again', () => {
  const failed = anExport({ status: 'failed', createdAt: 10 });
  expect(isAskedAgain(failed, [failed])).toBe(false);
  expect(isAskedAgain(failed, [anExport({ status: 'done', createdAt: 20, height: 1080 }), failed])).toBe(false);
  expect(isAskedAgain(failed, [anExport({ status: 'running', createdAt: 20 }), failed])).toBe(true);
  expect(isAskedAgain(failed, [failed, anExport({ status: 'done', createdAt: 5 })])).toBe(false);
});

test('nobody is told how far a film is of which no frame is made', () => {
  expect(shareDone({ framesDone: 0, framesTotal: 100 })).toBeNull();
  expect(shareDone({ framesDone: 0, framesTotal: 0 })).toBeNull();
  expect(shareDone({ framesDone: 64, framesTotal: 100 })).toBe(0.64);
});
