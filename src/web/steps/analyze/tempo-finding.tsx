import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Finding } from './finding.tsx';
import { shotAt, type Found } from './found.ts';
import { usePlaying, type Player } from './player.ts';

interface TempoFindingProps {
  readonly found: Found;
  readonly model: string | null;
  readonly player: Player;
}

/** How fast the video is cut: each shot as high as it is long, and what is heard. */
export function TempoFinding({ found, model, player }: TempoFindingProps) {
  const { findings: t } = useStrings('analyze');
  const current = usePlaying(player, ({ timeS }) => shotAt(found.shots, timeS));
  const { shots, longestS, shortestS, medianS, cutsPerMinute, sound } = found;
  const loudness = sound?.loudness_lufs == null ? null : formatSeconds(sound.loudness_lufs);
  const heard =
    sound === undefined
      ? ''
      : sound === null
        ? t.noSound
        : loudness === null
          ? t.silent
          : sound.beats_per_minute === null
            ? t.loudness(loudness)
            : t.beat(sound.beats_per_minute, loudness);
  const cuts =
    shots.length <= 1
      ? t.oneShot(formatSeconds(longestS))
      : t.lengths(
          formatSeconds(cutsPerMinute),
          formatSeconds(shortestS),
          formatSeconds(longestS),
          formatSeconds(medianS),
        );
  return (
    <Finding title={t.tempo(t.tempos[found.tempo])} model={model}>
      <div aria-hidden="true" className="flex h-8 items-end gap-px overflow-hidden">
        {shots.map(({ number, lengthS }, place) => (
          <span
            key={number}
            className={classes('min-w-px grow basis-0 rounded-t-4', place === current ? 'bg-ink' : 'bg-ink3/50')}
            style={{ height: `${longestS > 0 ? Math.max(12, (lengthS / longestS) * 100) : 100}%` }}
          />
        ))}
      </div>
      <p className="text-12 text-ink2">
        {cuts} {heard}
      </p>
    </Finding>
  );
}
