import { memo } from 'react';
import type { AudioTrack } from '#contract/timeline.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { ItemFrame, type ItemProps } from './item-frame.tsx';
import { FileMissing, ItemName } from './item-parts.tsx';
import { audioName } from './item-words.ts';
import { ROWS } from './rows.ts';
import { Waveform } from './waveform.tsx';

const WAVE_TOP_PX = 15;
const MUTED_OPACITY = 0.3;
const HEARD_OPACITY = 0.75;

/** Music or a voice: how loud it is, and how it comes and goes. */
export const AudioItem = memo(function AudioItem(props: ItemProps<AudioTrack>) {
  const { thing, startFrame, endFrame, scale, fromPx, toPx } = props;
  const t = useStrings('timeline');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const sources = useEditor((state) => state.sources);
  const source = sources[thing.media.sha256];
  const name = audioName(thing, sources, t);
  const isMissing = !source || source.isMissing;
  const widthPx = (endFrame - startFrame) * scale;
  return (
    <ItemFrame {...props} track="audio" name={name} isMuted={thing.muted} isMissing={isMissing}>
      {isMissing ? (
        <FileMissing />
      ) : (
        <span
          className="absolute inset-x-0 bottom-0 block light:invert"
          style={{ top: WAVE_TOP_PX, opacity: thing.muted ? MUTED_OPACITY : HEARD_OPACITY }}
        >
          <Waveform
            source={source}
            fps={fps}
            sourceStartFrame={thing.sourceStartFrame}
            volume={thing.volume}
            scale={scale}
            fromPx={fromPx}
            toPx={toPx}
            heightPx={ROWS.audio.itemPx - WAVE_TOP_PX - 2}
          />
        </span>
      )}
      <Fade edge="left" widthPx={Math.min(widthPx, thing.fadeInFrames * scale)} />
      <Fade edge="right" widthPx={Math.min(widthPx, thing.fadeOutFrames * scale)} />
      <ItemName name={name} isCut={props.isCut} room={props.room} isMuted={thing.muted} />
    </ItemFrame>
  );
});

/** Darker where a sound is not yet, or no longer, as loud as it is. */
function Fade({ edge, widthPx }: { readonly edge: 'left' | 'right'; readonly widthPx: number }) {
  if (widthPx < 1) return null;
  const clipPath = edge === 'left' ? 'polygon(0 0, 100% 0, 0 100%)' : 'polygon(0 0, 100% 0, 100% 100%)';
  return (
    <span
      aria-hidden="true"
      style={{ width: widthPx, clipPath, [edge]: 0 }}
      className="pointer-events-none absolute inset-y-0 bg-black/35 light:bg-white/55"
    />
  );
}
