import { expect, test, vi } from 'vitest';
import { beginNear } from './fixture/near-view.ts';
import { looksOf } from './item-look.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

const { getState } = useTimelineView;
const clips = Array.from({ length: 50 }, (_, index) => ({ startFrame: index * 20, endFrame: index * 20 + 20 }));

beginNear();

test('a row is drawn anew where something comes in sight, and not for a scroll that changes nothing', () => {
  const looks = looksOf(clips);
  timelineView.scrolled(40);
  const first = looks(getState());
  const { window } = getState();
  expect(first.map(({ isInSight }) => isInSight).lastIndexOf(true)).toBe(3);
  timelineView.scrolled(600);
  expect(getState().window).not.toEqual(window);
  expect(looks(getState())).toBe(first);
  timelineView.scrolled(5000);
  const next = looks(getState());
  expect(next).not.toBe(first);
  expect(next.map(({ isInSight }) => isInSight).indexOf(true)).toBe(6);
});

test('a name that may reach out of sight sticks; what has come in sight at a notch of the wheel has no name before it rests', () => {
  const looks = looksOf(clips);
  timelineView.scrolled(5000);
  vi.advanceTimersByTime(200);
  const [cut, seen] = [looks(getState())[7], looks(getState())[9]];
  expect([cut, seen]).toEqual([
    { isInSight: true, isCut: true, room: 'name' },
    { isInSight: true, isCut: false, room: 'name' },
  ]);
  timelineView.zoomTo(16, 500);
  expect(looks(getState())[5]).toEqual({ isInSight: true, isCut: false, room: 'nothing' });
  vi.advanceTimersByTime(200);
  expect(looks(getState())[5]?.room).toBe('name');
});
