import type { Snap } from './snap-sides.ts';
import { useStageFrame } from './stage-frame.ts';

const line = 'pointer-events-none absolute border-dashed border-white drop-shadow-[0_0_1px_rgb(0_0_0)]';

/** The lines that what is pulled has met, across the whole film. */
export function SnapGuides({ guides: { x, y } }: { readonly guides: Snap['guides'] }) {
  const { width, height, scale } = useStageFrame();
  return (
    <>
      {x !== null && (
        <span
          data-guide="x"
          className={`${line} inset-y-0 w-0 -translate-x-1/2 border-s`}
          style={{ left: (x + width / 2) * scale }}
        />
      )}
      {y !== null && (
        <span
          data-guide="y"
          className={`${line} inset-x-0 h-0 -translate-y-1/2 border-t`}
          style={{ top: (y + height / 2) * scale }}
        />
      )}
    </>
  );
}
