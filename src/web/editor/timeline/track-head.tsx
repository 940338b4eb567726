import { AudioLines, Film, Image, type LucideIcon, Type, Volume2, VolumeX } from 'lucide-react';
import { memo } from 'react';
import { setAudio, setClips } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { edit, useEditor } from '../store/editor-store.ts';
import type { Track } from './timeline-layout.ts';

const icons: Record<Track, LucideIcon> = { text: Type, image: Image, clip: Film, audio: AudioLines };

/** What a track is, and whether it is heard. */
export const TrackHead = memo(function TrackHead({
  track,
  isWide,
}: {
  readonly track: Track;
  readonly isWide: boolean;
}) {
  const t = useStrings('timeline');
  return (
    <div className="sticky left-0 z-20 flex w-(--head-px) shrink-0 items-center gap-2 border-e border-line bg-panel ps-3 pe-1 text-ink2 max-lg:justify-center max-lg:px-0">
      <Glyph icon={icons[track]} />
      <span className={classes('grow truncate text-12', !isWide && 'sr-only')}>{t.tracks[track]}</span>
      {isWide && (track === 'clip' || track === 'audio') && <MuteAll track={track} />}
    </div>
  );
});

/** Turns the sound of a whole track off and on. */
function MuteAll({ track }: { readonly track: 'clip' | 'audio' }) {
  const t = useStrings('timeline');
  const heard = useEditor(({ timeline }) => (track === 'clip' ? timeline.clips : timeline.audio).length > 0);
  const isMuted = useEditor(({ timeline }) =>
    (track === 'clip' ? timeline.clips : timeline.audio).every(({ muted }) => muted),
  );
  if (!heard) return null;
  const toggle = () => {
    const { timeline } = useEditor.getState();
    const ids = (track === 'clip' ? timeline.clips : timeline.audio).map(({ id }) => id);
    const change = { ids, changes: { muted: !isMuted } };
    edit.run(isMuted ? t.unmuteAll[track] : t.muteAll[track], (base) =>
      track === 'clip' ? setClips(base, change) : setAudio(base, change),
    );
  };
  return (
    <IconButton
      icon={isMuted ? VolumeX : Volume2}
      size="sm"
      label={isMuted ? t.unmuteAll[track] : t.muteAll[track]}
      onClick={toggle}
    />
  );
}
