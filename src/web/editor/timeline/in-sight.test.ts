import { beforeEach, expect, test, vi } from 'vitest';
import { beginNear } from './fixture/near-view.ts';
import { isInSight, wasInSight } from './in-sight.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

const { getState } = useTimelineView;
const far = { startFrame: 580, endFrame: 584 };

beginNear();
beforeEach(() => timelineView.scrolled(20_000));

test('what comes in sight at a notch of the wheel counts as new until the scale rests', () => {
  expect(isInSight(far, getState())).toBe(false);
  timelineView.zoomTo(16, 500);
  expect([isInSight(far, getState()), wasInSight(far, getState())]).toEqual([true, false]);
  timelineView.zoomTo(18, 500);
  expect(wasInSight(far, getState())).toBe(false);
  vi.advanceTimersByTime(200);
  expect(wasInSight(far, getState())).toBe(true);
});

test('what was in sight when the wheel began is nothing new, however far it has turned', () => {
  const near = { startFrame: 620, endFrame: 640 };
  for (const scale of [24, 16, 32]) {
    timelineView.zoomTo(scale, 500);
    expect([isInSight(near, getState()), wasInSight(near, getState())]).toEqual([true, true]);
  }
});
