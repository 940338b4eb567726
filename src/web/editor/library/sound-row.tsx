import { Check, Pause, Play } from 'lucide-react';
import { addAudio } from '#domain/editing/add-free.ts';
import { setMusic } from '#domain/editing/set-music.ts';
import { formatTimecode } from '../../app/format.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { newItemId } from '../new-item-id.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import type { Incoming } from '../timeline/drop-drag.ts';
import { SoundBars } from './sound-bars.tsx';
import { useDragOut } from './use-drag-out.ts';
import type { Listening } from './use-listening.ts';
import type { Sound } from './use-sounds.ts';

const UNKNOWN_S = 10; // how long a sound is taken to be whose length is not known

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
  const dragOut = useDragOut(() => incomingSound(sound, t));
  return (
    <li {...dragOut} className="flex flex-col gap-1.5 rounded-6 bg-raise p-2 select-none lg:cursor-grab">
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
          <span className="shrink-0 font-mono text-11 text-ink3">
            {formatTimecode(Math.max(1, Math.round(source.durationS)))}
          </span>
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
            onClick={() => addAsVoice(sound, useEditor.getState().playhead, t.voiceAdded(name))}
          >
            {t.addAsVoice}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A sound on its way to the timeline: a voice from there on; the work's own is the music of all of the film. */
function incomingSound(sound: Sound, t: Catalogue['sound']): Incoming {
  const { name, isOfWork } = sound;
  const lengthOf = (): number => planOf(useEditor.getState().timeline).lengthFrames;
  return {
    track: 'audio',
    name,
    spanAt: (frame) =>
      isOfWork ? { startFrame: 0, endFrame: lengthOf() } : { startFrame: frame, endFrame: frame + framesOf(sound) },
    drop: (frame) => (isOfWork ? layAsMusic(sound, t.musicSet(name)) : addAsVoice(sound, frame, t.voiceAdded(name))),
  };
}

function framesOf({ source }: Sound): number {
  const { fps } = useEditor.getState().timeline;
  return source.frames ?? Math.round((UNKNOWN_S * fps.num) / fps.den);
}

function layAsMusic({ source, media }: Sound, label: string): void {
  const id = newItemId();
  edit.know({ sources: { [source.sha256]: source } });
  edit.run(label, (timeline) => setMusic(timeline, { media, id }));
  const music = useEditor.getState().timeline.audio.find(({ kind }) => kind === 'music');
  if (music) edit.select([music.id]);
}

function addAsVoice(sound: Sound, startFrame: number, label: string): void {
  const { source, media } = sound;
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
  const lengthFrames = framesOf(sound);
  edit.know({ sources: { [source.sha256]: source } });
  edit.run(label, (now) => addAudio(now, { track, startFrame, lengthFrames }));
  edit.select([id]);
}
