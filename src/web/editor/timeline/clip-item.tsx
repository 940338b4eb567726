import { memo, useMemo } from 'react';
import type { TimelineClip } from '#contract/timeline.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { useHasStills } from './clip-stills.ts';
import { drawnWidthPx } from './film-box.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { ItemFrame, type ItemProps } from './item-frame.tsx';
import { FileMissing, ItemPlate } from './item-parts.tsx';
import { clipName } from './item-words.ts';
import { ROWS } from './rows.ts';

/** A clip of the picture track, and what it is called; what is seen in it lies under it, in clip-strips. */
export const ClipItem = memo(function ClipItem(props: ItemProps<TimelineClip>) {
  const { thing, startFrame, endFrame, scale, fromPx, toPx, room, isCut, carriedPx } = props;
  const t = useStrings('timeline');
  const sources = useEditor((state) => state.sources);
  const scenes = useEditor((state) => state.scenes);
  const source = sources[thing.media.sha256];
  const name = useMemo(() => clipName(thing, scenes, sources, t), [thing, scenes, sources, t]);
  const isMissing = !source || source.isMissing;
  const isClear = useHasStills(isMissing ? undefined : source);
  return (
    <ItemFrame {...props} track="clip" name={name} isMuted={thing.muted} isMissing={isMissing} isClear={isClear}>
      {isMissing && <FileMissing />}
      {!isMissing && carriedPx !== null && (
        <Filmstrip
          source={source}
          sourceStartFrame={thing.sourceStartFrame}
          scale={scale}
          widthPx={drawnWidthPx((endFrame - startFrame) * scale)}
          fromPx={fromPx}
          toPx={toPx}
          heightPx={ROWS.clip.itemPx}
        />
      )}
      <ItemPlate name={name} room={room} isCut={isCut} isMuted={thing.muted} />
    </ItemFrame>
  );
});
