import { ImageUp } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { playback, usePlayback } from '../preview/playback.ts';
import { useEditor } from '../store/editor-store.ts';

/** Asks the server for this frame as an export draws it; pressed again, the preview is back. */
export function StillButton() {
  const t = useStrings('preview');
  const still = usePlayback((now) => now.still);
  return (
    <IconButton
      icon={ImageUp}
      label={t.still}
      size="sm"
      aria-pressed={still !== null}
      pending={still?.isDrawn === false}
      onClick={() => {
        playback.pause();
        playback.showStill(still ? null : { frame: useEditor.getState().playhead, isDrawn: false });
      }}
      className={still ? 'bg-lift text-ink inset-ring inset-ring-line2' : undefined}
    />
  );
}
