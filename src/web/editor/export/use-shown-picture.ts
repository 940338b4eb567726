import { frameAt } from '#effects/frame-at.ts';
import { useEditor } from '../store/editor-store.ts';
import { usePlan } from '../store/use-plan.ts';

/** A picture of the clip that is shown at the playhead; null in a gap, or where none is made yet. */
export function useShownPicture(): string | null {
  const plan = usePlan();
  return useEditor(({ timeline, playhead, sources }) => {
    const clip = frameAt(plan, timeline, playhead).from?.clip;
    const source = clip && sources[clip.media.sha256];
    if (!source || source.isMissing) return null;
    return source.posterUrl ?? (source.kind === 'image' ? source.url : null);
  });
}
