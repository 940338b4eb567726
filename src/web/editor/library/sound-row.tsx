import { Check, Pause, Play } from 'lucide-react';
import { addAudio } from '#domain/editing/add-free.ts';
import { setMusic } from '#domain/editing/set-music.ts';
import { formatTimecode } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { newItemId } from '../new-item-id.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { SoundBars } from './sound-bars.tsx';
import type { Listening } from './use-listening.ts';
import type { Sound } from './use-sounds.ts';

interface SoundRowProps {
  readonly sound: Sound;
  readonly listening: Listening;
}

/** A sound that can be laid into the film: to be listened to, as its music, or as a voice where the playhead is. */
export function SoundRow({ sound, listening }: SoundRowProps) {
  const t = useStrings('sound');
  const { name, source, isOfWork } = sound;
  const isMusic = useEditor(
    ({ timeline }) => timeline.audio.find(({ kind }) => kind === 'music')?.media.sha256 === source.sha256,
  );
  const isHeard = listening.url === source.url;
  return (
    <li className="flex flex-col gap-1.5 rounded-6 bg-raise p-2">
      <div className="flex items-center gap-1.5">
        <IconButton
          size="sm"
          icon={isHeard ? Pause : Play}
          label={isHeard ? t.stop(name) : t.listen(name)}
          onClick={() => listening.toggle(source.url)}
        />
        <span className="min-w-0 grow truncate text-13" title={name}>
          {name}
        </span>
        {source.durationS !== null && (
          <span className="shrink-0 font-mono text-11 text-ink3">{formatTimecode(source.durationS)}</span>
        )}
      </div>
      <SoundBars source={source} label={t.peaks(name)} played={isHeard ? listening.played : 0} />
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          icon={isMusic ? Check : undefined}
          className="grow"
          aria-label={isMusic ? undefined : t.forMusic(name)}
          disabled={isMusic}
          onClick={() => layAsMusic(sound, t.musicSet(name))}
        >
          {isMusic ? t.isMusic : t.useAsMusic}
        </Button>
        {!isOfWork && (
          <Button
            size="sm"
            className="grow"
            aria-label={t.forVoice(name)}
            onClick={() => addAsVoice(sound, t.voiceAdded(name))}
          >
            {t.addAsVoice}
          </Button>
        )}
      </div>
    </li>
  );
}

function layAsMusic({ source, media }: Sound, label: string): void {
  const id = newItemId();
  edit.know({ sources: { [source.sha256]: source } });
  edit.run(label, (timeline) => setMusic(timeline, { media, id }));
  const music = useEditor.getState().timeline.audio.find(({ kind }) => kind === 'music');
  if (music) edit.select([music.id]);
}

function addAsVoice({ source, media }: Sound, label: string): void {
  const { playhead, timeline } = useEditor.getState();
  const id = newItemId();
  const track = {
    id,
    kind: 'voice' as const,
    media,
    sourceStartFrame: 0,
    volume: 1,
    muted: false,
    fadeInFrames: 0,
    fadeOutFrames: 0,
    duckDb: 0,
  };
  const lengthFrames = source.frames ?? Math.round((10 * timeline.fps.num) / timeline.fps.den);
  edit.know({ sources: { [source.sha256]: source } });
  edit.run(label, (now) => addAudio(now, { track, startFrame: playhead, lengthFrames }));
  edit.select([id]);
}
