import type { Asset } from '#contract/asset.ts';
import { addImage } from '#domain/editing/add-free.ts';
import { secondsToFrames } from '#domain/frames.ts';
import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';
import { AssetThumb } from '../../assets/asset-thumb.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { newItemId } from '../new-item-id.ts';
import { mediaOfAsset, sourceOfAsset } from '../source-of-asset.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { seenFromPlayhead } from './seen-from-playhead.ts';
import { useDragOut } from './use-drag-out.ts';

const SHOWN_S = 4;
const WIDTH_SHARE = 0.4; // of the film

/** A picture as a button that lays it into the middle of the film at the playhead, and selects it. */
export function ImageTile({ asset }: { readonly asset: Asset }) {
  const t = useStrings('inspector');
  const label = t.panel.added(asset.name);
  const dragOut = useDragOut(() => ({
    track: 'image',
    name: asset.name,
    spanAt: seenFrom,
    drop: (frame) => layOver(asset, frame, label),
  }));
  return (
    <button
      type="button"
      aria-label={t.panel.addToFilm(asset.name)}
      onClick={() => layOver(asset, useEditor.getState().playhead, label)}
      {...dragOut}
      className="group grid w-full gap-1 rounded-6 text-start text-11 text-ink2 select-none hover:text-ink lg:cursor-grab"
    >
      <span className="block aspect-square overflow-hidden rounded-6 bg-well group-hover:inset-ring-2 group-hover:inset-ring-line2">
        <AssetThumb asset={asset} fit="contain" />
      </span>
      <span className="truncate px-0.5">{asset.name}</span>
    </button>
  );
}

/** When it is seen, added at a frame of the film. */
function seenFrom(frame: number): FrameSpan {
  const { timeline } = useEditor.getState();
  return seenFromPlayhead(frame, secondsToFrames(SHOWN_S, timeline.fps), planOf(timeline).lengthFrames);
}

function layOver(asset: Asset, frame: number, label: string): void {
  const { timeline, playhead } = useEditor.getState();
  const [media, source] = [mediaOfAsset(asset), sourceOfAsset(asset, timeline.fps)];
  if (!media || !source) return;
  const id = newItemId();
  const width = Math.round(timeline.width * WIDTH_SHARE);
  const height = asset.width && asset.height ? Math.round((width * asset.height) / asset.width) : width;
  const shrink = Math.min(1, (timeline.height * 0.8) / height); // a tall one stays inside the frame
  const image = {
    id,
    media,
    width: Math.round(width * shrink),
    height: Math.round(height * shrink),
    centerX: 0,
    centerY: 0,
    opacity: 1,
    rotation: 0,
    maintainAspectRatio: true,
  };
  const seen = seenFrom(frame);
  edit.know({ sources: { [asset.sha256]: source } });
  edit.run(label, (now) => addImage(now, { image, seen }));
  edit.select([id]);
  if (playhead < seen.startFrame || playhead >= seen.endFrame) edit.seek(seen.startFrame);
}
