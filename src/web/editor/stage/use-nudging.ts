import { type KeyboardEvent, useRef, useState } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { edit } from '../store/editor-store.ts';
import type { Grip } from './overlay-gesture.ts';
import { useOverlayNames } from './overlay-names.ts';
import { nudgedOverlays } from './nudge-overlays.ts';
import type { Point } from './turned-box.ts';
import type { StageOverlay } from './use-stage-overlays.ts';
import { withOverlays } from './with-overlays.ts';

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Nudging {
  readonly held: readonly StageOverlay[];
  readonly grip: Grip;
  by: Point;
}

/**
 * Lets overlays be moved, resized and turned by the arrow keys: by 1, with Shift by 10. As long as a key is held down it is one
 * step to undo.
 */
export function useNudging(): {
  /** The arrow keys turn. */
  readonly isTurning: boolean;
  /** Takes a key; false where it means nothing here. */
  readonly press: (event: KeyboardEvent, held: readonly StageOverlay[], grip: Grip) => boolean;
  readonly release: () => void;
  readonly stopTurning: () => void;
} {
  const t = useStrings('stage');
  const nameOf = useOverlayNames();
  const [isTurning, setIsTurning] = useState(false);
  const nudging = useRef<Nudging | null>(null);
  const turn = (next: boolean): void => {
    setIsTurning(next);
    edit.say(next ? t.turning : t.notTurning);
  };
  const press = (event: KeyboardEvent, held: readonly StageOverlay[], grip: Grip): boolean => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey || held.length === 0) return false;
    if (key.toLowerCase() === 'r' && !altKey) {
      turn(!isTurning);
      return true;
    }
    if (key === 'Escape' && (nudging.current ?? isTurning)) {
      if (nudging.current) edit.cancel();
      else turn(false);
      nudging.current = null;
      return true;
    }
    const arrow = ARROWS[key];
    if (!arrow) return false;
    const by = shiftKey ? { x: arrow.x * 10, y: arrow.y * 10 } : arrow;
    const used: Grip = grip.kind === 'move' ? (isTurning ? { kind: 'turn' } : altKey ? sideOf(arrow) : grip) : grip;
    const now = nudging.current;
    if (now?.grip.kind !== used.kind) {
      const done = { move: t.done.moved, resize: t.done.resized, turn: t.done.turned }[used.kind];
      edit.begin(done(nameOf(held.map(({ overlay }) => overlay))));
      nudging.current = { held, grip: used, by };
    } else if (now) {
      now.by = { x: now.by.x + by.x, y: now.by.y + by.y };
    }
    const { held: before, by: all, grip: what } = nudging.current ?? { held, by, grip: used };
    edit.live((timeline) => withOverlays(timeline, nudgedOverlays(before, what, all)));
    return true;
  };
  return {
    isTurning,
    press,
    release: () => {
      if (nudging.current) edit.commit();
      nudging.current = null;
    },
    stopTurning: () => setIsTurning(false),
  };
}

/** Alt and an arrow across pulls the right side, one up or down the lower right corner of words and the lower side of pictures. */
const sideOf = (arrow: Point): Grip => ({
  kind: 'resize',
  handle: { across: arrow.x === 0 ? 0 : 1, down: arrow.y === 0 ? 0 : 1 },
});
