import { Volume2, VolumeX } from 'lucide-react';
import type { Timeline } from '#contract/timeline.ts';
import { formatShare } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Slider } from '../../ui/slider.tsx';
import { decibelsOf, LOUDEST_DB, SILENCE_DB, volumeOf } from '../sound-level.ts';
import { edit } from '../store/editor-store.ts';
import { decibelsInWords } from './decibels-in-words.ts';
import { LiveEdit } from './live-edit.tsx';

/** What changes of how loud something is. */
interface Level {
  readonly volume?: number;
  readonly muted?: boolean;
}

interface LevelFieldProps {
  readonly volume: number;
  readonly muted: boolean;
  /** The edit in which it is so loud. */
  readonly change: (timeline: Timeline, level: Level) => Timeline;
}

/** How loud a clip or a sound is, in decibels and as a share of its own level, and whether it is heard at all. */
export function LevelField({ volume, muted, change }: LevelFieldProps) {
  const t = useStrings('sound');
  const decibels = decibelsOf(volume);
  const text = volume <= 0 ? t.silent : t.levelText(decibelsInWords(decibels), formatShare(volume));
  return (
    <div className="flex items-end gap-2">
      <LiveEdit label={t.level} className="min-w-0 grow">
        {(live) => (
          <Slider
            label={t.level}
            min={SILENCE_DB}
            max={LOUDEST_DB}
            step={0.5}
            value={decibels}
            valueText={muted ? t.muted : text}
            onValueChange={(next) => live((timeline) => change(timeline, { volume: volumeOf(next) }))}
          />
        )}
      </LiveEdit>
      <IconButton
        size="sm"
        icon={muted ? VolumeX : Volume2}
        label={t.muted}
        aria-pressed={muted}
        onClick={() => edit.run(t.muted, (timeline) => change(timeline, { muted: !muted }))}
      />
    </div>
  );
}
