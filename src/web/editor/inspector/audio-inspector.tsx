import { Mic, Music } from 'lucide-react';
import type { AudioTrack, Timeline } from '#contract/timeline.ts';
import { setAudio } from '#domain/editing/set-properties.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Notice } from '../../ui/notice.tsx';
import { Slider } from '../../ui/slider.tsx';
import { useSoundName } from '../library/use-sounds.ts';
import { LoudnessSelect } from '../loudness-select.tsx';
import { useEditor } from '../store/editor-store.ts';
import { decibelsInWords } from './decibels-in-words.ts';
import { InspectorHead } from './inspector-head.tsx';
import { LevelField } from './level-field.tsx';
import { LiveEdit } from './live-edit.tsx';
import { SoundTimes } from './sound-times.tsx';

const MOST_DUCK_DB = 30;

/** The music or voice that is chosen, to be set exactly; several are as loud as the first is made. */
export function AudioInspector({ tracks }: { readonly tracks: readonly AudioTrack[] }) {
  const t = useStrings('sound');
  const [track] = tracks;
  const nameOf = useSoundName();
  const isMissing = useEditor(({ sources }) => tracks.some(({ media }) => sources[media.sha256]?.isMissing ?? false));
  if (!track) return null;
  const ids = tracks.map(({ id }) => id);
  const isMusic = tracks.every(({ kind }) => kind === 'music');
  const name = nameOf(track);
  const set =
    (changes: Parameters<typeof setAudio>[1]['changes']) =>
    (timeline: Timeline): Timeline =>
      setAudio(timeline, { ids, changes });
  return (
    <div className="flex flex-col gap-4 p-4">
      <div>
        <InspectorHead icon={isMusic ? Music : Mic} title={isMusic ? t.music : t.voice} isSelection />
        <p className="truncate text-12 text-ink3" title={name}>
          {name}
        </p>
      </div>
      {isMissing && <Notice tone="error" title={t.missing} />}
      <LevelField
        volume={track.volume}
        muted={track.muted}
        change={(timeline, changes) => setAudio(timeline, { ids, changes })}
      />
      {tracks.length === 1 && <SoundTimes track={track} />}
      {isMusic && (
        <div className="flex flex-col gap-1">
          <LiveEdit label={t.duck}>
            {(live) => (
              <Slider
                label={t.duck}
                min={0}
                max={MOST_DUCK_DB}
                value={track.duckDb}
                valueText={track.duckDb === 0 ? t.noDuck : t.duckText(decibelsInWords(track.duckDb).replace('+', ''))}
                onValueChange={(duckDb) => live(set({ duckDb }))}
              />
            )}
          </LiveEdit>
          <p className="text-12 text-ink3">{t.duckHint}</p>
        </div>
      )}
      <div className="border-t border-line pt-4">
        <LoudnessSelect />
      </div>
    </div>
  );
}
