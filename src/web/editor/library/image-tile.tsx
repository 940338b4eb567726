import type { Asset } from '#contract/asset.ts';
import { addImage } from '#domain/editing/add-free.ts';
import { secondsToFrames } from '#domain/frames.ts';
import { AssetThumb } from '../../assets/asset-thumb.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { newItemId } from '../new-item-id.ts';
import { mediaOfAsset, sourceOfAsset } from '../source-of-asset.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { seenFromPlayhead } from './seen-from-playhead.ts';

const SHOWN_S = 4;
const WIDTH_SHARE = 0.4; // of the film

/** A picture as a button that lays it into the middle of the film at the playhead, and selects it. */
export function ImageTile({ asset }: { readonly asset: Asset }) {
  const t = useStrings('inspector');
  return (
    <button
      type="button"
      aria-label={t.panel.addToFilm(asset.name)}
      onClick={() => layOver(asset, t.panel.added(asset.name))}
      className="group grid w-full gap-1 rounded-6 text-start text-11 text-ink2 hover:text-ink"
    >
      <span className="block aspect-square overflow-hidden rounded-6 bg-well group-hover:inset-ring-2 group-hover:inset-ring-line2">
        <AssetThumb asset={asset} fit="contain" />
      </span>
      <span className="truncate px-0.5">{asset.name}</span>
    </button>
  );
}

function layOver(asset: Asset, label: string): void {
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
  const wanted = secondsToFrames(SHOWN_S, timeline.fps);
  const seen = seenFromPlayhead(playhead, wanted, planOf(timeline).lengthFrames);
  edit.know({ sources: { [asset.sha256]: source } });
  edit.run(label, (now) => addImage(now, { image, seen }));
  edit.select([id]);
  if (playhead < seen.startFrame) edit.seek(seen.startFrame);
}
