import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { timelineView, useTimelineView } from './timeline-view.ts';

const { getState } = useTimelineView;

beforeEach(() => {
  vi.useFakeTimers();
  timelineView.reset();
  timelineView.resize(1000);
});
afterEach(() => vi.useRealTimers());

test('what a thing has more room for waits until the scale rests', () => {
  const before = getState().scale;
  expect(getState().restingScale).toBe(before);
  timelineView.zoomTo(before / 1.1, 500);
  vi.advanceTimersByTime(100);
  timelineView.zoomTo(before / 1.2, 500);
  vi.advanceTimersByTime(100);
  expect(getState().restingScale).toBe(before);
  vi.advanceTimersByTime(100);
  expect(getState().restingScale).toBe(before / 1.2);
});

test('a scale at its end is not drawn again', () => {
  timelineView.zoomTo(0, 500);
  const atEnd = getState();
  timelineView.zoomTo(0, 700);
  expect(getState()).toBe(atEnd);
});
