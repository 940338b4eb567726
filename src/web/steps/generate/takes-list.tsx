import { Check, Flag, Play } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef } from 'react';
import { useScreenKeys } from '../../app/commands.ts';
import { formatAgo, formatMoney } from '../../app/format.ts';
import { useSingleKeys } from '../../app/single-keys.ts';
import { takePosterUrl, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { usePanelSearch } from './panel-search.ts';
import { useTakeActions } from './takes-actions.ts';
import type { NumberedTake } from './takes-numbered.ts';

interface TakesListProps extends ScenePlace {
  readonly takes: readonly NumberedTake[];
  readonly viewed: NumberedTake;
  readonly onCompare: () => void;
}

/** All takes, the newest first: arrow keys look at them, Enter uses one, C compares it with the one in use. */
export function TakesList({ takes, viewed, onCompare, ...place }: TakesListProps) {
  const t = useStrings('scenePanel');
  const { go } = usePanelSearch();
  const { pick } = useTakeActions(place);
  const name = useId();
  useScreenKeys(
    useMemo(
      () => [
        { keys: '↑ ↓', does: t.keys.look },
        { keys: 'Enter', does: t.keys.use },
        { keys: 'C', does: t.keys.compare },
      ],
      [t],
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('label:has(:checked)');
    chosen?.scrollIntoView({ block: 'nearest' });
  }, [viewed.id]);
  const onKeyDown = (event: KeyboardEvent, take: NumberedTake) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter' && !take.picked) pick.act(take);
    else if (event.key.toLowerCase() === 'c' && isPlain && useSingleKeys.getState().isOn) onCompare();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const look = (take: NumberedTake) => go({ take: take.id }, 'passing');
  return (
    <div
      ref={list}
      role="radiogroup"
      aria-label={t.takesCount(takes.length)}
      aria-describedby={`${name}-keys`}
      className="scroll-quiet max-h-72 min-h-0 overflow-y-auto rounded-6 p-0.5"
    >
      <span id={`${name}-keys`} className="sr-only">
        {t.takesKeys}
      </span>
      {takes.map((take) => (
        <TakeRow
          key={take.id}
          take={take}
          group={name}
          poster={takePosterUrl(place, take)}
          isViewed={take.id === viewed.id}
          onLook={look}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}

interface TakeRowProps {
  readonly take: NumberedTake;
  readonly group: string;
  readonly poster: string;
  readonly isViewed: boolean;
  readonly onLook: (take: NumberedTake) => void;
  readonly onKeyDown: (event: KeyboardEvent, take: NumberedTake) => void;
}

const TakeRow = memo(
  function TakeRow({ take, group, poster, isViewed, onLook, onKeyDown }: TakeRowProps) {
    const t = useStrings('scenePanel');
    const { picked, approved, inputsChanged, costMicroUsd, origin, number, createdAt, kind, facts } = take;
    const isWide = (facts.width ?? 0) > (facts.height ?? 0);
    return (
      <label
        className={classes(
          'relative flex cursor-pointer items-center gap-2.5 rounded-6 p-1.5 [content-visibility:auto]',
          isWide ? 'min-h-14 [contain-intrinsic-height:56px]' : 'min-h-19 [contain-intrinsic-height:76px]',
          'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink',
          isViewed ? 'bg-lift inset-ring-2 light:bg-raise' : 'hover:bg-lift/60',
          isViewed && (picked ? 'inset-ring-tally' : 'inset-ring-line2'),
        )}
      >
        <input
          type="radio"
          name={group}
          checked={isViewed}
          onChange={() => onLook(take)}
          onKeyDown={(event) => onKeyDown(event, take)}
          className="sr-only"
        />
        <span
          className={classes('relative flex shrink-0 items-center justify-center', isWide ? 'h-11 w-18' : 'h-16 w-10')}
        >
          <img src={poster} alt="" loading="lazy" decoding="async" className="max-h-full max-w-full rounded-4" />
          {kind === 'video' && (
            <Glyph icon={Play} className="absolute rounded-full bg-scrim p-1 text-white [&>svg]:size-3" />
          )}
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="text-12 font-semibold text-ink">{t.takeShort(number)}</span>
          <span className="truncate text-11 text-ink3">{formatAgo(createdAt)}</span>
          {origin !== 'generated' && <span className="truncate text-11 text-ink3">{t.yourOwn}</span>}
          {costMicroUsd !== null && costMicroUsd > 0 && (
            <span className="truncate text-11 text-ink3">{formatMoney(costMicroUsd)}</span>
          )}
          {picked && (
            <span className="inline-flex items-center gap-1 text-11 font-medium text-tally-text">
              <Glyph icon={Check} className="[&>svg]:size-3" />
              {approved ? t.inUseApproved : t.inUse}
            </span>
          )}
          {inputsChanged && (
            <span className="inline-flex items-center gap-1 text-11 text-ink2">
              <Glyph icon={Flag} className="[&>svg]:size-3" />
              {t.inputsChanged}
            </span>
          )}
        </span>
      </label>
    );
  },
  (before, after) => before.take === after.take && before.isViewed === after.isViewed && before.poster === after.poster,
);
