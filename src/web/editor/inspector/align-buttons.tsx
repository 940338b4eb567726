import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
} from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Overlay } from '../stage/overlay-in-box.ts';
import type { StageOverlay } from '../stage/use-stage-overlays.ts';
import { withOverlays } from '../stage/with-overlays.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { alignedOverlays, distributedOverlays } from './align-overlays.ts';

const alignments = [
  { to: 'left', icon: AlignStartVertical },
  { to: 'center', icon: AlignCenterVertical },
  { to: 'right', icon: AlignEndVertical },
  { to: 'top', icon: AlignStartHorizontal },
  { to: 'middle', icon: AlignCenterHorizontal },
  { to: 'bottom', icon: AlignEndHorizontal },
] as const;

/** Brings overlays to the frame or to each other, and makes their distances the same. */
export function AlignOverlays({ overlays }: { readonly overlays: readonly StageOverlay[] }) {
  const t = useStrings('inspector');
  const width = useEditor(({ timeline }) => timeline.width);
  const height = useEditor(({ timeline }) => timeline.height);
  const put = (placed: readonly Overlay[]) => edit.run(t.align.aligned, (timeline) => withOverlays(timeline, placed));
  return (
    <fieldset className="-mx-1.5 flex min-w-0 flex-wrap">
      <legend className="sr-only">
        {t.align.title}, {overlays.length > 1 ? t.align.toEachOther : t.align.toFrame}
      </legend>
      {alignments.map(({ to, icon }) => (
        <IconButton
          key={to}
          icon={icon}
          label={t.align[to]}
          onClick={() => put(alignedOverlays(overlays, to, { width, height }))}
        />
      ))}
      {overlays.length > 2 && (
        <>
          <IconButton
            icon={AlignHorizontalSpaceBetween}
            label={t.align.across}
            onClick={() => put(distributedOverlays(overlays, 'across'))}
          />
          <IconButton
            icon={AlignVerticalSpaceBetween}
            label={t.align.down}
            onClick={() => put(distributedOverlays(overlays, 'down'))}
          />
        </>
      )}
    </fieldset>
  );
}
