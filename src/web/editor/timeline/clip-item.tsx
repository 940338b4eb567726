import { memo, useMemo } from 'react';
import type { TimelineClip } from '#contract/timeline.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { Filmstrip } from './filmstrip.tsx';
import { ItemFrame, type ItemProps } from './item-frame.tsx';
import { FileMissing, ItemPlate } from './item-parts.tsx';
import { clipName } from './item-words.ts';
import { ROWS } from './rows.ts';

const STRIP_PX = 24; // narrower than that no still is seen, and two hundred canvases are much to draw

/** A clip of the picture track: what is seen in it, still by still, and what it is called. */
export const ClipItem = memo(function ClipItem(props: ItemProps<TimelineClip>) {
  const { thing, startFrame, endFrame, scale, fromPx, toPx } = props;
  const widthPx = (endFrame - startFrame) * scale;
  const t = useStrings('timeline');
  const sources = useEditor((state) => state.sources);
  const scenes = useEditor((state) => state.scenes);
  const source = sources[thing.media.sha256];
  const name = useMemo(() => clipName(thing, scenes, sources, t), [thing, scenes, sources, t]);
  const isMissing = !source || source.isMissing;
  return (
    <ItemFrame {...props} track="clip" name={name} isMuted={thing.muted} isMissing={isMissing}>
      {isMissing ? (
        <FileMissing />
      ) : widthPx < STRIP_PX ? (
        <Sliver url={source.posterUrl} />
      ) : (
        <Filmstrip
          source={source}
          sourceStartFrame={thing.sourceStartFrame}
          scale={scale}
          fromPx={fromPx}
          toPx={toPx}
          heightPx={ROWS.clip.itemPx}
        />
      )}
      <ItemPlate name={name} widthPx={widthPx} isMuted={thing.muted} />
    </ItemFrame>
  );
});

/** A clip from far: its poster, as far as it goes. */
function Sliver({ url }: { readonly url: string | null }) {
  return (
    <span
      aria-hidden="true"
      className="absolute inset-0 bg-cover bg-center"
      style={url === null ? {} : { backgroundImage: `url(${JSON.stringify(url)})` }}
    />
  );
}
