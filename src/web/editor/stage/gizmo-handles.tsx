import type { CSSProperties } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import type { Grip } from './overlay-gesture.ts';
import type { Handle } from './resize-box.ts';
import { useStageFrame } from './stage-frame.ts';
import type { StageOverlay } from './use-stage-overlays.ts';

type HandleName = 'top-left' | 'top' | 'top-right' | 'right' | 'bottom-right' | 'bottom' | 'bottom-left' | 'left';

const handles: Readonly<Record<HandleName, Handle>> = {
  'top-left': { across: -1, down: -1 },
  top: { across: 0, down: -1 },
  'top-right': { across: 1, down: -1 },
  right: { across: 1, down: 0 },
  'bottom-right': { across: 1, down: 1 },
  bottom: { across: 0, down: 1 },
  'bottom-left': { across: -1, down: 1 },
  left: { across: -1, down: 0 },
};

const ROOM_PX = 60; // the frame of a smaller box stands around it, so that it can still be taken hold of
const TURN_ABOVE_PX = 32;

/** What a button of the gizmo takes hold of, by the name it carries. */
export function gripOf(name: string | undefined): Grip {
  if (name === 'turn') return { kind: 'turn' };
  const handle = name ? handles[name as HandleName] : undefined;
  return handle ? { kind: 'resize', handle } : { kind: 'move' };
}

/** The size of the frame around the one overlay that is selected, on the screen: its handles stand on it. */
export const frameAround = ({ width, height }: StageOverlay['box'], scale: number) => ({
  width: Math.max(width * scale, ROOM_PX),
  height: Math.max(height * scale, ROOM_PX),
});

/** What the one overlay that is selected is resized and turned by, on the frame around it. */
export function GizmoHandles({ selected: { box, kind } }: { readonly selected: StageOverlay }) {
  const t = useStrings('stage');
  const frame = useStageFrame();
  const around = frameAround(box, frame.scale);
  const [halfWidth, halfHeight] = [around.width / 2, around.height / 2];
  const names = (Object.keys(handles) as HandleName[]).filter((name) => kind === 'image' || handles[name].across !== 0);
  return (
    <div
      className="pointer-events-none absolute size-0"
      style={{
        left: (box.x + frame.width / 2) * frame.scale,
        top: (box.y + frame.height / 2) * frame.scale,
        transform: `rotate(${box.rotation}deg)`,
      }}
    >
      <span className="absolute w-0.5 -translate-x-1/2 bg-tally" style={stem(halfHeight)} />
      <HandleButton name="turn" label={t.handles.turn} x={0} y={-halfHeight - TURN_ABOVE_PX} turnedBy={box.rotation} />
      {names.map((name) => (
        <HandleButton
          key={name}
          name={name}
          label={t.handles[name]}
          x={handles[name].across * halfWidth}
          y={handles[name].down * halfHeight}
          turnedBy={box.rotation}
        />
      ))}
    </div>
  );
}

const stem = (halfHeight: number): CSSProperties => ({ top: -halfHeight - TURN_ABOVE_PX, height: TURN_ABOVE_PX });

interface HandleButtonProps {
  readonly name: HandleName | 'turn';
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly turnedBy: number;
}

/** 24 px to be hit, 10 px to be seen; on touch screens 44 px. */
function HandleButton({ name, label, x, y, turnedBy }: HandleButtonProps) {
  const isSide = name === 'left' || name === 'right';
  const isLevel = name === 'top' || name === 'bottom';
  return (
    <button
      type="button"
      data-grip={name}
      aria-label={label}
      className="pointer-events-auto absolute grid size-6 -translate-1/2 touch-none place-items-center rounded-6 touch:size-11"
      style={{ left: x, top: y, cursor: cursorOf(name, turnedBy) }}
    >
      <span
        className={classes(
          'border-2 border-tally-ink bg-tally',
          name === 'turn' ? 'size-3.5 rounded-full' : 'rounded-[2px]',
          isSide && 'h-4 w-2',
          isLevel && 'h-2 w-4',
          name !== 'turn' && !isSide && !isLevel && 'size-3',
        )}
      />
    </button>
  );
}

const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

/** The arrows of the browser that point the way a handle is pulled, however the box is turned. */
function cursorOf(name: HandleName | 'turn', turnedBy: number): string {
  if (name === 'turn') return 'grab';
  const { across, down } = handles[name];
  const degrees = (Math.atan2(down, across) * 180) / Math.PI + turnedBy;
  return CURSORS[(((Math.round(degrees / 45) % 4) + 4) % 4) as 0 | 1 | 2 | 3];
}
