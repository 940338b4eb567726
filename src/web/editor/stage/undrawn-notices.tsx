import { EyeOff, FileX2 } from 'lucide-react';
import { useMemo } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { openInspector } from '../inspector/inspector-sheet.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { editorBitmaps } from '../titles/editor-bitmaps.ts';
import { useUndrawn, useWatchUndrawn } from '../titles/undrawn.ts';
import { stopsExport, type WhyNotDrawn } from '../titles/why-not-drawn.ts';
import { useOverlayNames } from './overlay-names.ts';

/** Says what should be seen at the playhead and is not, why, what an export does about it, and what helps. */
export function UndrawnNotices() {
  const t = useStrings('stage');
  useWatchUndrawn(t);
  const byId = useUndrawn((now) => now.byId);
  const here = useEditor(({ timeline, playhead }) => {
    if (byId.size === 0) return '';
    const { overlays } = planOf(timeline);
    return overlays
      .filter(
        ({ overlay, startFrame, endFrame }) => byId.has(overlay.id) && startFrame <= playhead && playhead < endFrame,
      )
      .map(({ overlay }) => overlay.id)
      .join(' ');
  });
  const groups = useMemo(() => {
    const ids = here.split(' ').filter((id) => byId.has(id));
    return [...Map.groupBy(ids, (id) => byId.get(id) ?? 'failed')];
  }, [here, byId]);
  return (
    <output
      aria-label={t.undrawn.label}
      className="pointer-events-none absolute inset-x-3 bottom-2 z-20 grid justify-items-center gap-2"
    >
      {groups.map(([why, ids]) => (
        <UndrawnNotice key={why} why={why} ids={ids} />
      ))}
    </output>
  );
}

function UndrawnNotice({ why, ids }: { readonly why: WhyNotDrawn; readonly ids: readonly string[] }) {
  const t = useStrings('stage');
  const isWide = useMedia('(min-width: 64rem)');
  const nameOf = useOverlayNames();
  const texts = useEditor(({ timeline }) => timeline.texts);
  const images = useEditor(({ timeline }) => timeline.images);
  const overlays = [...images, ...texts].filter(({ id }) => ids.includes(id));
  const isGrave = stopsExport(why);
  const choose = () => {
    edit.select(ids);
    if (!isWide) openInspector(true);
  };
  return (
    <div
      data-undrawn={why}
      className="pointer-events-auto flex w-full max-w-120 items-center gap-3 rounded-10 border border-line2 bg-panel p-2.5 shadow-float"
    >
      <Glyph icon={isGrave ? FileX2 : EyeOff} className={isGrave ? 'text-err-text' : 'text-ink2'} />
      <div className="min-w-0 grow text-12">
        <p className="line-clamp-2 font-semibold wrap-anywhere text-ink">{t.undrawn.title[why](nameOf(overlays))}</p>
        <p className="text-ink2">{t.undrawn.text[why]}</p>
      </div>
      {isGrave ? (
        <Button size="sm" onClick={choose}>
          {t.undrawn.choose}
        </Button>
      ) : (
        <Button size="sm" onClick={() => editorBitmaps().tryAgain()}>
          {t.undrawn.tryAgain}
        </Button>
      )}
    </div>
  );
}
