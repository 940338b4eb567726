import { useEffect, useRef } from 'react';
import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { shotAt, type Found, type Shot } from './found.ts';
import { usePlaying, type Player } from './player.ts';
import { ShotSeen } from './shot-seen.tsx';
import { stillOf } from './still-of.ts';
import { Still } from './still.tsx';
import { formatTenths } from './timecode.ts';
import { useWords } from './use-words.ts';

interface ShotsTableProps {
  readonly found: Found;
  readonly strip: string;
  readonly aspect: number;
  readonly player: Player;
  readonly onChoose: (place: number) => void;
}

/** Every shot of the video; the one under the playhead is lit, and a press goes to it. */
export function ShotsTable({ found, strip, aspect, player, onChoose }: ShotsTableProps) {
  const { table: t } = useStrings('analyze');
  const { shots } = found;
  const current = usePlaying(player, ({ timeS }) => shotAt(shots, timeS));
  const isPlaying = usePlaying(player, (playing) => playing.isPlaying);
  const lit = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isPlaying) lit.current?.scrollIntoView({ block: 'nearest' });
  }, [current, isPlaying]);
  const head = 'px-3 py-2 text-start text-11 font-normal text-ink3';
  return (
    <div className="overflow-hidden rounded-10 bg-panel">
      <table className="w-full table-fixed border-collapse text-13 max-md:block">
        <caption className="sr-only">{t.label}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-line">
            <th scope="col" className={classes(head, 'w-13')}>
              {t.number}
            </th>
            <th scope="col" className={classes(head, 'w-22')}>
              {t.frame}
            </th>
            <th scope="col" className={classes(head, 'w-52')}>
              {t.length}
            </th>
            <th scope="col" className={head}>
              {t.seen}
            </th>
            <th scope="col" className={classes(head, 'w-30')}>
              {t.camera}
            </th>
            <th scope="col" className={classes(head, 'w-36 max-lg:hidden')}>
              {t.text}
            </th>
            <th scope="col" className={classes(head, 'w-32')}>
              {t.next}
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shots.map((shot, place) => (
            <Row
              key={shot.number}
              shot={shot}
              isCurrent={place === current}
              row={place === current ? lit : undefined}
              widest={found.longestS}
              isDescribed={found.saidBy !== null}
              still={
                <Still strip={strip} place={stillInside(shot, found.durationS)} className="h-9 rounded-4 bg-film" />
              }
              aspect={aspect}
              onChoose={() => onChoose(place)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stillInside = ({ startS, lengthS }: Shot, durationS: number): number =>
  stillOf((startS + lengthS / 2) / durationS, { start: startS / durationS, end: (startS + lengthS) / durationS });

interface RowProps {
  readonly shot: Shot;
  readonly isCurrent: boolean;
  readonly row: React.Ref<HTMLTableRowElement> | undefined;
  readonly widest: number;
  readonly isDescribed: boolean;
  readonly still: React.ReactNode;
  readonly aspect: number;
  readonly onChoose: () => void;
}

function Row({ shot, isCurrent, row, widest, isDescribed, still, aspect, onChoose }: RowProps) {
  const { table: t } = useStrings('analyze');
  const words = useWords();
  const number = String(shot.number).padStart(2, '0'); // as it is seen, so that it can be said
  const maybeText = shot.measured?.has_text && shot.text === null;
  const cell = 'px-3 py-1.5 align-middle max-md:block max-md:px-0 max-md:py-0';
  return (
    <tr
      ref={row}
      aria-current={isCurrent || undefined}
      className={classes(
        'relative border-b border-line last:border-b-0 hover:bg-lift/60',
        'max-md:grid max-md:grid-cols-[2rem_4.5rem_1fr] max-md:gap-x-3 max-md:gap-y-1 max-md:p-3',
        isCurrent && 'bg-lift hover:bg-lift',
      )}
    >
      <th scope="row" className={classes(cell, 'text-start font-mono font-semibold')}>
        <button
          type="button"
          aria-label={t.show(number)}
          onClick={onChoose}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
        >
          {number}
        </button>
      </th>
      <td className={cell}>
        <div style={{ width: Math.min(64, 36 * aspect) }}>{still}</div>
      </td>
      <td className={classes(cell, 'whitespace-nowrap')}>
        <span className="font-mono text-12 text-ink3">{formatTenths(shot.startS)}</span>
        <span
          aria-hidden="true"
          className="mx-3 inline-block h-1.5 rounded-4 bg-ink3 align-middle"
          style={{ width: `${widest > 0 ? (shot.lengthS / widest) * 48 : 0}px` }}
        />
        <span>{t.seconds(formatSeconds(shot.lengthS))}</span>
      </td>
      <td className={classes(cell, 'max-md:col-span-2 max-md:col-start-2')}>
        <ShotSeen shot={shot} isDescribed={isDescribed} />
      </td>
      <td className={classes(cell, 'text-ink2 max-md:col-span-2 max-md:col-start-2')}>{words.movement(shot.camera)}</td>
      <td className={classes('px-3 py-1.5 align-middle max-lg:hidden', shot.text === null && 'text-ink3')}>
        {shot.text ?? (maybeText ? t.maybeText : t.noText)}
      </td>
      <td className="px-3 py-1.5 align-middle text-ink2 max-md:hidden">
        {shot.transition === null ? t.end : words.transition(shot.transition)}
      </td>
    </tr>
  );
}
