import { Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useRef } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { nextInNeed, passes, type BoardFilter } from './board.ts';
import type { useCardActions } from './card-actions.ts';
import { SceneCard } from './scene-card.tsx';
import type { Board } from './use-board.ts';

interface ContactSheetProps {
  readonly board: Board;
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly filter: BoardFilter;
  /** The place of the scene in the side panel. */
  readonly open: number | undefined;
  readonly onOpen: (sceneIndex: number, tab?: 'image' | 'video') => void;
  readonly doing: ReturnType<typeof useCardActions>;
}

/** Every scene the filter lets through, in the order of the film; the arrow keys go from one to the next. */
export function ContactSheet({ board, place, filter, open, onOpen, doing }: ContactSheetProps) {
  const t = useStrings('generate');
  const list = useRef<HTMLUListElement>(null);
  const { cards, aspect, prices } = board;
  const shown = cards.filter((card) => passes(filter, card) || card.index === open);
  const due = open === undefined ? nextInNeed(cards)?.index : open;

  const onMove = useCallback((event: KeyboardEvent<HTMLElement>): void => {
    const titles = [...(list.current?.querySelectorAll<HTMLElement>('[data-scene-title]') ?? [])];
    const to =
      titles[nextPlace(event.key, titles.indexOf(event.currentTarget), titles.length, columnsOf(list.current))];
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <ul
      ref={list}
      aria-label={t.sheet}
      className="grid min-w-0 list-none gap-2.5"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${widthOf(aspect)}rem), 1fr))` }}
    >
      {shown.map((card) => (
        <SceneCard
          key={card.id}
          card={card}
          place={place}
          aspect={aspect}
          isOpen={card.index === open}
          isDue={card.index === due}
          actions={doing.actions}
          busy={doing.busyOf(card)}
          imagePrice={prices.get(`${card.index}:image`)}
          videoPrice={prices.get(`${card.index}:video`)}
          onOpen={onOpen}
          onMove={onMove}
        />
      ))}
      {filter === 'all' && (
        <li className="flex min-h-16">
          <button
            type="button"
            onClick={() => doing.add.act(null, { onSuccess: (index) => onOpen(index) })}
            className="grid w-full place-content-center justify-items-center gap-2 rounded-10 border border-dashed border-line2 text-13 text-ink2 hover:bg-panel hover:text-ink"
          >
            <Plus aria-hidden="true" className="size-5" />
            {t.addScene}
          </button>
        </li>
      )}
    </ul>
  );
}

/** How wide a card is at least: a tall frame needs less. */
const widthOf = (aspect: number): number => (aspect < 0.9 ? 11.5 : aspect < 1.2 ? 13 : 17);

/** How many cards stand beside each other now. */
function columnsOf(list: HTMLElement | null): number {
  const columns = list ? getComputedStyle(list).gridTemplateColumns : '';
  return Math.max(1, columns.split(' ').filter((width) => width.endsWith('px')).length);
}

function nextPlace(key: string, from: number, count: number, columns: number): number {
  const forwards = document.documentElement.dir === 'rtl' ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: forwards,
    ArrowLeft: -forwards,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -from,
    End: count - 1 - from,
  };
  const step = steps[key];
  const to = step === undefined ? -1 : from + step;
  return to >= 0 && to < count ? to : -1;
}
