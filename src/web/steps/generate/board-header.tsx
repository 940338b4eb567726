import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '../../app/format.ts';
import { spendByWorkQuery } from '../../queries/board.ts';
import { SegmentMeter } from '../../pieces/segment-meter.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { countStates, passes, timeLeftMs, type BoardFilter, type Card } from './board.ts';
import { BoardBulk } from './board-bulk.tsx';
import { boardCounts, boardTitle } from './board-title.ts';
import { lengthWords } from './length-words.ts';
import type { Board } from './use-board.ts';
import { Segmented } from '../../ui/segmented.tsx';

const FILTERS: readonly BoardFilter[] = ['all', 'needs', 'running', 'done'];

interface BoardHeaderProps {
  readonly board: Board;
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onPlay: () => void;
}

/** What is true of all scenes, what to do with many at once, and which of them are shown. */
export function BoardHeader({ board, place, filter, onFilter, onPlay }: BoardHeaderProps) {
  const t = useStrings('generate');
  const { cards, engineNames } = board;
  const title = boardTitle(t, cards, engineNames);
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="grid gap-0.5">
          <h1 tabIndex={-1} className="text-23">
            {title}
          </h1>
          <CountLine cards={cards} workId={place.workId} />
        </div>
        <BoardBulk board={board} place={place} onPlay={onPlay} />
      </div>
      {/* The title changes by itself as the server works: it is read out then. */}
      <output className="sr-only">{title}</output>
      <SegmentMeter
        label={`${t.meter(cards.length)}: ${boardCounts(t, cards)}`}
        segments={cards.map(({ id, state, job }) => ({
          id,
          state,
          progress: state === 'making_image' || state === 'making_video' ? (job?.progress ?? null) : null,
        }))}
      />
      <Segmented
        label={t.filter}
        value={filter}
        onValueChange={onFilter}
        options={FILTERS.map((value) => ({
          value,
          label: t.filters[value],
          count: cards.filter((card) => passes(value, card)).length,
        }))}
        className="-ms-2.5"
      />
    </header>
  );
}

function CountLine({ cards, workId }: { readonly cards: readonly Card[]; readonly workId: string }) {
  const t = useStrings('generate');
  const { data: spend } = useQuery(spendByWorkQuery);
  const leftMs = timeLeftMs(cards);
  const spentMicroUsd = spend?.rows.find(({ key }) => key === workId)?.spentMicroUsd ?? 0;
  const said = [
    `${boardCounts(t, cards)}.`,
    ...(leftMs === null ? [] : [t.timeLeft(lengthWords(t, leftMs))]),
    ...(spentMicroUsd > 0 ? [t.spent(formatMoney(spentMicroUsd))] : []),
    ...(countStates(cards).uncertain > 0 && cards.length > 1 ? [t.uncertain.othersGoOn] : []),
  ];
  return <p className="text-13 text-ink2">{said.join(' ')}</p>;
}
