import { Maximize, Pause, Play, SkipBack, SkipForward, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import type { MediaFacts } from '#contract/take.ts';
import { referenceUrl, type WorkPlace } from '../../queries/references.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FilmstripScrubber } from './filmstrip-scrubber.tsx';
import { jump, shotAt, type Shot } from './found.ts';
import { usePlaying, type Player } from './player.ts';
import { formatTenths } from './timecode.ts';

interface ReferencePlayerProps {
  readonly place: WorkPlace;
  readonly player: Player;
  readonly shots: readonly Shot[];
  readonly durationS: number;
  readonly facts: MediaFacts | undefined;
}

/** The reference video with its strip of stills, and the way from cut to cut. */
export function ReferencePlayer({ place, player, shots, durationS, facts }: ReferencePlayerProps) {
  const { player: t } = useStrings('analyze');
  const [isLight, setIsLight] = useState(true); // the light copy, until it turns out that there is none
  const { attach } = player;
  const isPlaying = usePlaying(player, (playing) => playing.isPlaying);
  const isMuted = usePlaying(player, (playing) => playing.isMuted);
  const isBroken = usePlaying(player, (playing) => playing.isBroken);
  const aspect = facts?.width && facts.height ? facts.width / facts.height : 16 / 9;
  const fps = facts?.fps ? String(Math.round((facts.fps.num / facts.fps.den) * 100) / 100) : '';
  const step = (by: 1 | -1): void => player.seek(jump(shots, player.store.getState().timeS, by));
  return (
    <section aria-label={t.label} className="flex min-w-0 flex-col overflow-hidden rounded-10 bg-panel">
      <div className="relative flex grow items-center justify-center bg-film">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a video of the user's own brings none */}
        <video
          ref={attach}
          playsInline
          preload="auto"
          poster={referenceUrl(place, 'poster')}
          src={referenceUrl(place, isLight ? 'proxy' : undefined)}
          onError={() => (isLight ? setIsLight(false) : player.broke())}
          onClick={() => player.toggle()}
          aria-label={t.label}
          className="max-h-[min(46vh,400px)] w-full cursor-pointer object-contain"
          style={{ aspectRatio: aspect }}
        />
        <SceneNumber player={player} shots={shots} />
        {isBroken && (
          <output className="absolute inset-x-3 bottom-3 rounded-4 bg-black/70 p-2 text-12 text-white">
            {t.broken}
          </output>
        )}
      </div>
      <FilmstripScrubber
        player={player}
        shots={shots}
        durationS={durationS}
        strip={referenceUrl(place, 'filmstrip')}
        aspect={aspect}
      />
      <div className="flex min-w-0 items-center gap-1 px-2 pb-2">
        <button
          type="button"
          aria-label={isPlaying ? t.pause : t.play}
          onClick={() => player.toggle()}
          className="me-1 inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-ink text-room hover:bg-ink/90 touch:size-11"
        >
          <Glyph icon={isPlaying ? Pause : Play} className="[&>svg]:fill-current" />
        </button>
        <IconButton icon={SkipBack} label={t.previous} size="sm" onClick={() => step(-1)} />
        <IconButton icon={SkipForward} label={t.next} size="sm" onClick={() => step(1)} />
        <Clock player={player} durationS={durationS} />
        {facts && (
          <span className="ms-auto truncate px-2 text-12 text-ink3 max-sm:hidden">
            {t.facts(facts.width ?? 0, facts.height ?? 0, fps)}
          </span>
        )}
        <span className="flex shrink-0 max-sm:ms-auto">
          {facts?.hasAudio !== false && (
            <IconButton
              icon={isMuted ? VolumeX : Volume2}
              label={isMuted ? t.unmute : t.mute}
              size="sm"
              onClick={() => player.mute()}
            />
          )}
          <IconButton icon={Maximize} label={t.full} size="sm" onClick={() => player.enlarge()} />
        </span>
      </div>
    </section>
  );
}

function SceneNumber({ player, shots }: { readonly player: Player; readonly shots: readonly Shot[] }) {
  const { player: t } = useStrings('analyze');
  const current = usePlaying(player, ({ timeS }) => shotAt(shots, timeS));
  const two = (number: number): string => String(number).padStart(2, '0');
  if (shots.length === 0) return null;
  return (
    <span className="absolute start-3 top-3 rounded-4 bg-black/70 px-1.5 py-0.5 font-mono text-11 text-white">
      {t.scene(two(current + 1), two(shots.length))}
    </span>
  );
}

function Clock({ player, durationS }: { readonly player: Player; readonly durationS: number }) {
  const time = usePlaying(player, ({ timeS }) => formatTenths(Math.min(timeS, durationS)));
  return (
    <span className="px-1 font-mono text-12 whitespace-nowrap sm:px-2">
      <span className="font-semibold">{time}</span> <span className="text-ink3">/ {formatTenths(durationS)}</span>
    </span>
  );
}
