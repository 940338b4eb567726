import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Eye, SquareKanban } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { useScreenKeys } from '../../app/commands.ts';
import { maySingleKey } from '../../app/single-keys.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilmBegins } from '../../works/film-begins.tsx';
import { latestFilm } from '../../works/film-of-jobs.ts';
import { FilmProgress } from '../../works/film-progress.tsx';
import { nextInNeed, passes } from './board.ts';
import { BoardHeader } from './board-header.tsx';
import { useCardActions } from './card-actions.ts';
import { ContactSheet } from './contact-sheet.tsx';
import { generateRoute } from './generate-route.ts';
import { usePanelSearch } from './panel-search.ts';
import { useBoard } from './use-board.ts';

const ScenePanel = lazy(async () => ({ default: (await import('./panel.tsx')).ScenePanel }));
const BoardPlayer = lazy(async () => ({ default: (await import('./board-player.tsx')).BoardPlayer }));

/** The contact sheet of a work, and one scene of it beside it. */
export function GenerateScreen() {
  const t = useStrings('generate');
  const { projectId, workId } = generateRoute.useParams();
  const place = useMemo(() => ({ projectId, workId }), [projectId, workId]);
  const { scene: open, filter = 'all', play } = generateRoute.useSearch();
  const { go } = usePanelSearch();
  const board = useBoard(place);
  const doing = useCardActions(place, board.headers);
  const next = nextInNeed(board.cards);

  const onOpen = useCallback(
    (scene: number, tab?: 'image' | 'video') =>
      go({ scene, take: undefined, compare: undefined, ...(tab ? { tab } : {}) }),
    [go],
  );
  const onPlay = useCallback(() => go({ play: true }), [go]);
  useBoardKeys({ board, doing, onPlay });

  const { data: film } = useQuery({ ...workJobsQuery(workId), select: latestFilm });
  if (board.cards.length === 0 && (film?.status === 'queued' || film?.status === 'running')) {
    return <FilmBegins projectId={projectId} workId={workId} />;
  }
  if (board.cards.length === 0) {
    return (
      <main id="content" className="grid grow place-content-center p-6">
        <EmptyState
          isScreen
          icon={SquareKanban}
          title={t.emptyTitle}
          text={t.emptyText}
          action={
            <ButtonLink variant="amber" to="/p/$projectId/w/$workId/scenario" params={place}>
              {t.toScript}
            </ButtonLink>
          }
        />
      </main>
    );
  }
  const isNoneShown = filter !== 'all' && !board.cards.some((card) => passes(filter, card));
  return (
    <div className="flex min-w-0 grow">
      <main id="content" className="min-w-0 grow px-4 pt-6 pb-24 sm:pb-8 lg:px-6">
        <div className="grid gap-4">
          <FilmProgress projectId={projectId} workId={workId} />
          <BoardHeader
            board={board}
            place={place}
            filter={filter}
            onFilter={(to) => go({ filter: to === 'all' ? undefined : to }, 'passing')}
            onPlay={onPlay}
          />
          {isNoneShown && (
            <EmptyState
              title={t.noneIn[filter]}
              action={<Button onClick={() => go({ filter: undefined }, 'passing')}>{t.showAll}</Button>}
            />
          )}
          <ContactSheet board={board} place={place} filter={filter} open={open} onOpen={onOpen} doing={doing} />
        </div>
        <div className="fixed inset-x-0 bottom-0 z-20 flex gap-2 border-t border-line bg-panel p-3 sm:hidden">
          {next && (
            <Button variant="amber" icon={Eye} className="grow" onClick={() => onOpen(next.index)}>
              {next.state === 'review' ? t.reviewNext(next.index + 1) : t.lookAtNext(next.index + 1)}
            </Button>
          )}
          <ButtonLink
            to="/p/$projectId/w/$workId/editor"
            params={place}
            iconEnd={ArrowRight}
            className={next ? '' : 'grow'}
          >
            {t.editor}
          </ButtonLink>
        </div>
      </main>
      {open !== undefined && open < board.cards.length && (
        <Suspense fallback={<div className="hidden w-94 shrink-0 border-s border-line bg-panel lg:block" />}>
          <ScenePanel projectId={projectId} workId={workId} sceneIndex={open} />
        </Suspense>
      )}
      {play && (
        <Suspense fallback={null}>
          <BoardPlayer
            cards={board.cards}
            aspect={board.aspect}
            place={place}
            onClose={() => go({ play: undefined }, 'passing')}
          />
        </Suspense>
      )}
    </div>
  );
}

interface KeysOf {
  readonly board: ReturnType<typeof useBoard>;
  readonly doing: ReturnType<typeof useCardActions>;
  readonly onPlay: () => void;
}

/** A and R act on the scene that has the focus, P plays; all of them are named in the list of shortcuts. */
function useBoardKeys({ board, doing, onPlay }: KeysOf): void {
  const t = useStrings('generate');
  useScreenKeys(
    useMemo(
      () => [
        { keys: '← → ↑ ↓', does: t.keys.move },
        { keys: 'Enter', does: t.keys.open },
        { keys: 'A', does: t.keys.approve },
        { keys: 'R', does: t.keys.redo },
        { keys: 'P', does: t.keys.play },
        { keys: 'Esc', does: t.keys.close },
      ],
      [t],
    ),
  );
  const { cards } = board;
  const { actions } = doing;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!maySingleKey(event) || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (key === 'p') return onPlay();
      const focused = document.activeElement?.closest<HTMLElement>('[data-scene]')?.dataset['scene'];
      const card = cards[Number(focused)];
      if (focused === undefined || !card) return;
      if (key === 'a' && card.state === 'review') actions.approve(card.index, false);
      if (key === 'r' && card.job === null) actions.make(card.index, 'image');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [cards, actions, onPlay]);
}
