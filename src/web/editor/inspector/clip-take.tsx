import { Sparkles } from 'lucide-react';
import type { EditScene } from '#contract/edit.ts';
import type { TimelineClip } from '#contract/timeline.ts';
import { bringInTakes } from '#domain/editing/bring-in-takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { edit, useEditor } from '../store/editor-store.ts';

/** Which take of its scene a clip shows, and the newer one where there is one. */
export function ClipTake({ clip, scene }: { readonly clip: TimelineClip; readonly scene: EditScene }) {
  const t = useStrings('inspector');
  const { media, takeNumber } = scene;
  if (media === null || takeNumber === null) return null;
  if (media.sha256 === clip.media.sha256) return <p className="text-12 text-ink2">{t.clip.take(takeNumber)}</p>;
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-12 text-tally-text">{t.clip.otherTake(takeNumber)}</p>
      <Button
        size="sm"
        icon={Sparkles}
        onClick={() =>
          edit.run(t.clip.usedTake(takeNumber), (timeline) =>
            bringInTakes(timeline, {
              takes: [{ clipId: clip.id, media }],
              sourceFrames: ({ sha256 }) => useEditor.getState().sources[sha256]?.frames ?? null,
            }),
          )
        }
      >
        {t.clip.useTake(takeNumber)}
      </Button>
    </div>
  );
}
