import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatTimecode } from '../../app/format.ts';
import { takeProxyUrl, takeUrl } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Card } from './board.ts';

interface BoardPlayerProps {
  readonly cards: readonly Card[];
  readonly aspect: number;
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly onClose: () => void;
}

/** Stills and clips one after the other, each as long as its scene: a rough cut to feel the order by. */
export function BoardPlayer({ cards, aspect, place, onClose }: BoardPlayerProps) {
  const t = useStrings('generate');
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(true);
  const card = cards[at];
  const next = cards[at + 1];

  const go = (to: number): void => {
    if (to >= cards.length) {
      setPlaying(false);
      setAt(0);
    } else setAt(Math.max(0, to));
  };
  const lengthMs = (card?.durationS ?? 0) * 1000;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => go(at + 1), lengthMs);
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'ArrowRight') go(at + 1);
      else if (event.key === 'ArrowLeft') go(at - 1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  if (!card) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.player.title}
      description={t.player.about}
      size="xl"
    >
      <div data-playing={isPlaying ? at : undefined} className="grid justify-items-center gap-3">
        <div
          className="relative max-h-[60dvh] w-full overflow-hidden rounded-6 bg-film"
          style={{ aspectRatio: aspect, maxWidth: `calc(60dvh * ${aspect})` }}
        >
          <Shot key={card.id} card={card} place={place} isPlaying={isPlaying} />
          {next?.videoTake && (
            // Asked for while the one before it is shown, so that there is no gap.
            <video
              src={takeProxyUrl({ ...place, sceneIndex: next.index }, next.videoTake)}
              preload="auto"
              muted
              hidden
            />
          )}
        </div>
        <p className="text-12 text-ink2" aria-live="off">
          {t.player.at(at + 1, cards.length)}, {formatTimecode(card.startS)}
        </p>
        <div className="flex gap-2">
          <IconButton label={t.player.previous} icon={SkipBack} onClick={() => go(at - 1)} />
          <IconButton
            variant="ink"
            label={isPlaying ? t.player.pause : t.player.play}
            icon={isPlaying ? Pause : Play}
            onClick={() => setPlaying(!isPlaying)}
          />
          <IconButton label={t.player.next} icon={SkipForward} onClick={() => go(at + 1)} />
        </div>
      </div>
    </Dialog>
  );
}

interface ShotProps extends Pick<BoardPlayerProps, 'place'> {
  readonly card: Card;
  readonly isPlaying: boolean;
}

function Shot({ card, place, isPlaying }: ShotProps) {
  const t = useStrings('generate');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (isPlaying) void video.current?.play().catch(() => {});
    else video.current?.pause();
  }, [isPlaying]);
  const { imageTake, videoTake, title } = card;
  const whole = 'absolute inset-0 size-full object-contain';
  if (videoTake) {
    const src = takeProxyUrl({ ...place, sceneIndex: card.index }, videoTake);
    return <video ref={video} src={src} muted playsInline aria-label={title} className={whole} />;
  }
  if (imageTake) return <img src={takeUrl(imageTake)} alt={t.pictureOf(title)} className={whole} />;
  return (
    <p className="absolute inset-0 grid place-content-center gap-1 p-6 text-center text-15 text-white">
      {title || t.untitled}
      <span className="text-12 text-white/75">{t.player.nothing}</span>
    </p>
  );
}
