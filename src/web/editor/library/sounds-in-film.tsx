import { CircleAlert, Mic, Music, VolumeX, X } from 'lucide-react';
import type { AudioTrack } from '#contract/timeline.ts';
import { deleteItems } from '#domain/editing/delete-items.ts';
import { filmSpanOf } from '#domain/editing/film-spans.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCalmEditor } from '../store/calm-editor.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { useSoundName } from './use-sounds.ts';

/** Every music and voice of the film, to be chosen or taken out. */
export function SoundsInFilm() {
  const t = useStrings('sound');
  const audio = useCalmEditor(({ timeline }) => timeline.audio);
  if (audio.length === 0) return <p className="text-12 text-ink3">{t.noneInFilm}</p>;
  return (
    <ul className="flex flex-col gap-0.5">
      {audio.map((track) => (
        <TrackRow key={track.id} track={track} />
      ))}
    </ul>
  );
}

function TrackRow({ track }: { readonly track: AudioTrack }) {
  const t = useStrings('sound');
  const timeline = useCalmEditor((now) => now.timeline);
  const isChosen = useEditor(({ selection }) => selection.includes(track.id));
  const isMissing = useEditor(({ sources }) => sources[track.media.sha256]?.isMissing ?? false);
  const name = useSoundName()(track);
  const { startFrame, endFrame } = filmSpanOf(timeline, { kind: 'audio', item: track });
  const at = (frame: number): string => timecodeOf(frame, timeline.fps);
  const when = track.endFrame === undefined && startFrame === 0 ? t.wholeFilm : t.span(at(startFrame), at(endFrame));
  return (
    <li
      className={classes(
        'flex items-center gap-1 rounded-6 ps-2 has-[button[aria-pressed]:focus-visible]:outline-2',
        isChosen ? 'bg-lift' : 'hover:bg-raise',
      )}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={() => edit.select([track.id])}
        className="flex min-w-0 grow items-center gap-2 py-1.5 text-start outline-none touch:min-h-11"
      >
        <Glyph icon={isMissing ? CircleAlert : track.muted ? VolumeX : track.kind === 'music' ? Music : Mic} />
        <span className="min-w-0">
          <span className="block truncate text-13">{name}</span>
          <span className="block truncate text-11 text-ink3">
            {isMissing ? t.missing : `${track.kind === 'music' ? t.music : t.voice}, ${when}`}
          </span>
        </span>
      </button>
      <IconButton
        size="sm"
        icon={X}
        label={t.remove(name)}
        onClick={() => edit.run(t.removed(name), (now) => deleteItems(now, { ids: [track.id], mode: 'lift' }))}
      />
    </li>
  );
}
