import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { safeEdgesOf } from '#domain/timeline/type-area.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { type Grip, type Held, pulledOverlays, type Pulled } from './overlay-gesture.ts';
import { useOverlayNames } from './overlay-names.ts';
import { snapLinesOf } from './snap-sides.ts';
import { filmPointOf, useStageFrame } from './stage-frame.ts';
import { type Point, sidesOf } from './turned-box.ts';
import type { StageOverlay } from './use-stage-overlays.ts';
import { withOverlays } from './with-overlays.ts';

const SNAP_WITHIN = 8; // CSS pixels
const BEGINS_AFTER = 3; // CSS pixels: less is a press

interface Pulling {
  readonly grip: Grip;
  readonly held: readonly Held[];
  readonly from: Point;
  readonly start: { readonly clientX: number; readonly clientY: number };
  readonly others: readonly StageOverlay[];
  hasMoved: boolean;
}

type Guides = Pulled['guides'];

const NO_GUIDES: Guides = { x: null, y: null };

/**
 * Lets overlays be pulled by the pointer: one step to undo, Escape takes it back.
 *
 * @param overlays all that are seen: those that are not pulled give their lines
 */
export function usePulling(overlays: readonly StageOverlay[]): {
  readonly guides: Guides;
  readonly take: (event: PointerEvent<HTMLElement>, grip: Grip, held: readonly StageOverlay[]) => void;
  readonly events: {
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
  /** Whether the press that just ended pulled something. */
  readonly hasPulled: () => boolean;
} {
  const t = useStrings('stage');
  const nameOf = useOverlayNames();
  const frame = useStageFrame();
  const isSnapping = useEditor((now) => now.isSnapping);
  const [guides, setGuides] = useState<Guides>(NO_GUIDES);
  const pulling = useRef<Pulling | null>(null);
  const pulled = useRef(false);

  const end = (how: 'commit' | 'cancel'): void => {
    pulled.current = pulling.current?.hasMoved ?? false;
    if (pulling.current?.hasMoved) edit[how]();
    pulling.current = null;
    setGuides(NO_GUIDES);
  };

  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !pulling.current?.hasMoved) return;
      event.stopPropagation();
      end('cancel');
    };
    addEventListener('keydown', escape, { capture: true });
    return () => removeEventListener('keydown', escape, { capture: true });
  });

  const lines = (others: readonly StageOverlay[]) =>
    snapLinesOf(
      frame,
      safeEdgesOf(frame),
      others.map(({ box }) => sidesOf(box)),
    );

  return {
    guides,
    hasPulled: () => pulled.current,
    take: (event, grip, held) => {
      const layer = event.currentTarget;
      layer.setPointerCapture(event.pointerId);
      pulled.current = false;
      pulling.current = {
        grip,
        held,
        from: filmPointOf(event, layer, frame),
        start: { clientX: event.clientX, clientY: event.clientY },
        others: overlays.filter(({ id }) => held.every((one) => one.id !== id)),
        hasMoved: false,
      };
    },
    events: {
      onPointerMove: (event) => {
        const now = pulling.current;
        if (!now) return;
        const { clientX, clientY } = event;
        if (!now.hasMoved) {
          if (Math.hypot(clientX - now.start.clientX, clientY - now.start.clientY) < BEGINS_AFTER) return;
          now.hasMoved = true;
          const done = { move: t.done.moved, resize: t.done.resized, turn: t.done.turned }[now.grip.kind];
          edit.begin(done(nameOf(now.held.map(({ overlay }) => overlay))));
        }
        const pull = {
          from: now.from,
          to: filmPointOf(event, event.currentTarget, frame),
          isStrict: event.shiftKey,
          isFree: event.altKey || !isSnapping,
        };
        const made = pulledOverlays(now.held, now.grip, pull, {
          lines: lines(now.others),
          withinPx: SNAP_WITHIN / frame.scale,
        });
        setGuides(made.guides);
        edit.live((timeline) => withOverlays(timeline, made.overlays));
      },
      onPointerUp: () => end('commit'),
      onPointerCancel: () => end('cancel'),
    },
  };
}
