import { ImageIcon, Play, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import { formatSeconds, formatShare, formatTimecode } from '../../app/format.ts';
import { takePosterUrl, takeProxyUrl, takeUrl } from '../../queries/takes.ts';
import { Elapsed } from '../../pieces/elapsed.tsx';
import { StateLine } from '../../pieces/state-line.tsx';
import { stateLooks } from '../../pieces/state-looks.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { Card } from './board.ts';
import { CardFooter, type CardFooterProps } from './card-footer.tsx';
import { lengthWords } from './length-words.ts';

interface SceneCardProps extends Omit<CardFooterProps, 'isAmber'> {
  readonly aspect: number;
  readonly isOpen: boolean;
  /** The one scene whose action is amber: it is open, or it is the next that waits for a person. */
  readonly isDue: boolean;
  /** A key was pressed on its title: the arrow keys go to another scene. */
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One scene on the contact sheet; drawn again only when something of it changes. */
export const SceneCard = memo(function SceneCard({ aspect, isOpen, isDue, onMove, ...rest }: SceneCardProps) {
  const { card, place, onOpen } = rest;
  const t = useStrings('generate');
  const number = card.index + 1;
  const title = card.title || t.untitled;
  return (
    <li
      data-scene={card.index}
      data-state={card.state}
      className={`relative flex scroll-mt-16 gap-3 rounded-10 bg-panel p-2 [contain-intrinsic-size:auto_22rem] [content-visibility:auto] sm:flex-col sm:gap-2 ${
        isOpen ? 'bg-raise ring-2 ring-tally' : ''
      }`}
    >
      <p className="hidden items-baseline gap-2 px-0.5 font-mono text-11 text-ink3 sm:flex">
        <span className="text-12 font-semibold text-ink">{String(number).padStart(2, '0')}</span>
        <span>{formatTimecode(card.startS)}</span>
        <span className="ms-auto">{t.length(formatSeconds(card.durationS))}</span>
      </p>
      <Frame card={card} aspect={aspect} place={place} title={title} />
      <div className="flex min-w-0 grow flex-col gap-1 px-0.5">
        <p className="flex gap-2 font-mono text-11 text-ink3 sm:hidden">
          <span className="text-12 font-semibold text-ink">{String(number).padStart(2, '0')}</span>
          {formatTimecode(card.startS)}, {t.length(formatSeconds(card.durationS))}
        </p>
        <h2 className="text-13 font-medium">
          <button
            type="button"
            data-scene-title
            onKeyDown={onMove}
            aria-label={t.scene(number, title, t.states[shownState(card)])}
            onClick={() => onOpen(card.index)}
            className="block w-full truncate rounded-4 py-0.5 text-start hover:underline"
          >
            {title}
          </button>
        </h2>
        <CardStatus card={card} />
        <div className="min-h-2 grow" />
        <CardFooter {...rest} isAmber={isDue} />
      </div>
    </li>
  );
});

const shownState = ({ state, job }: Card) =>
  (state === 'making_image' || state === 'making_video') && job?.isQueued ? 'waiting' : state;

function CardStatus({ card }: { readonly card: Card }) {
  const t = useStrings('generate');
  const { job, problem, changed } = card;
  const state = shownState(card);
  return (
    <>
      <StateLine state={state}>
        {card.state === 'failed' && problem ? (
          problem.sentence
        ) : (
          <>
            {t.states[state]}
            {job?.progress != null && state !== 'uncertain' && (
              <span className="ms-1.5 font-semibold">{formatShare(job.progress)}</span>
            )}{' '}
            {job && job.progress === null && state !== 'uncertain' && (
              <Elapsed sinceMs={job.startedAtMs} said={(s) => t.elapsed(lengthWords(t, s * 1000))} />
            )}
          </>
        )}
      </StateLine>
      {problem && card.state !== 'failed' && card.state !== 'uncertain' && (
        <p className="flex items-start gap-1.5 text-12 text-err-text">
          <TriangleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          {problem.sentence}
        </p>
      )}
      {changed && (
        <p className="flex items-start gap-1.5 text-12 text-tally-text" title={t.changed[changed]}>
          <TriangleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          {t.changedShort}
        </p>
      )}
    </>
  );
}

interface FrameProps extends Pick<SceneCardProps, 'card' | 'aspect' | 'place'> {
  readonly title: string;
}

function Frame({ card, aspect, place, title }: FrameProps) {
  const t = useStrings('generate');
  const [playing, setPlaying] = useState<string | null>(null);
  const [unmade, setUnmade] = useState<string | null>(null);
  const at = { ...place, sceneIndex: card.index };
  const { imageTake, videoTake, job } = card;
  const isMaking = card.state === 'making_image' || card.state === 'making_video';
  const shown = imageTake ?? videoTake;
  return (
    <div
      className="relative w-24 shrink-0 self-start overflow-hidden rounded-6 bg-well sm:w-full"
      style={{ aspectRatio: aspect }}
    >
      {videoTake && playing === videoTake.id ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- a clip of a scene has no speech to be told
        <video
          src={takeProxyUrl(at, videoTake)}
          controls
          autoPlay
          playsInline
          aria-label={title}
          onEnded={() => setPlaying(null)}
          className="absolute inset-0 size-full bg-film object-contain"
        />
      ) : shown ? (
        <img
          // The small copy may still be in the making: the picture itself is there already.
          src={unmade === shown.id ? takeUrl(shown) : takePosterUrl(at, shown)}
          onError={() => setUnmade(shown.id)}
          alt={t.pictureOf(title)}
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-contain"
        />
      ) : isMaking ? (
        <div className="absolute inset-0 bg-linear-to-r from-well via-lift to-well motion-safe:animate-shimmer" />
      ) : (
        <ImageIcon aria-hidden="true" className="absolute inset-0 m-auto size-6 text-ink3" />
      )}
      {imageTake && playing === null && (
        <span className="absolute end-1 top-1 rounded-4 bg-black/70 px-1.5 py-0.5 font-mono text-11 text-white sm:end-1.5 sm:top-1.5">
          {t.version(imageTake.number)}
        </span>
      )}
      {videoTake && playing === null && !isMaking && (
        <button
          type="button"
          aria-label={`${t.play}: ${title}`}
          onClick={() => setPlaying(videoTake.id)}
          className="absolute end-1.5 bottom-1.5 grid size-9 place-items-center rounded-full bg-black/70 text-white hover:bg-black/85"
        >
          <Play aria-hidden="true" className="size-4 fill-current" />
        </button>
      )}
      {isMaking && (
        <div className="absolute inset-x-0 bottom-0 h-1.5 bg-black/50">
          <div
            className={`h-full ${stateLooks.making_image.bar}`}
            style={{ width: job?.progress == null ? '100%' : `${job.progress * 100}%` }}
          />
        </div>
      )}
    </div>
  );
}
