import { Link } from '@tanstack/react-router';
import type { WorkOverview } from '#contract/overview.ts';
import { formatAgo, formatCount } from '../app/format.ts';
import { formatLength } from '../app/length.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Cell, ColumnHead, DataTable, RowHead } from '../ui/data-table.tsx';
import { FiveSteps } from './five-steps.tsx';
import { shapeInWords } from './shape-in-words.ts';
import { stateOfWork } from './state-of-work.ts';
import { stepNow } from './steps-of-work.ts';
import { WorkMenu } from './work-menu.tsx';
import { WorkStateLine } from './work-state-line.tsx';

interface WorksTableProps {
  readonly works: readonly WorkOverview[];
  readonly onPlay: (work: WorkOverview) => void;
}

/** The works of a project as a list, for who has many. */
export function WorksTable({ works, onPlay }: WorksTableProps) {
  const t = useStrings('works');
  return (
    <div className="rounded-10 bg-panel">
      <DataTable
        label={t.works}
        head={
          <>
            <ColumnHead>{t.columns.work}</ColumnHead>
            <ColumnHead>{t.columns.state}</ColumnHead>
            <ColumnHead>{t.columns.step}</ColumnHead>
            <ColumnHead numeric>{t.columns.scenes}</ColumnHead>
            <ColumnHead>{t.columns.format}</ColumnHead>
            <ColumnHead numeric>{t.columns.length}</ColumnHead>
            <ColumnHead numeric>{t.columns.changed}</ColumnHead>
            <ColumnHead>
              <span className="sr-only">{t.more('')}</span>
            </ColumnHead>
          </>
        }
      >
        {works.map((work) => (
          <Row key={work.id} work={work} onPlay={onPlay} />
        ))}
      </DataTable>
    </div>
  );
}

function Row({ work, onPlay }: { readonly work: WorkOverview; readonly onPlay: (work: WorkOverview) => void }) {
  const t = useStrings('works');
  const { id: workId, projectId, name, frames, counts, resolution, durationS, updatedAt, film } = work;
  const step = stepNow(work);
  const [frame] = frames;
  return (
    <tr>
      <RowHead className="min-w-56">
        <span className="flex min-w-0 items-center gap-3">
          <span className="h-10 w-10 shrink-0 overflow-hidden rounded-4 bg-film">
            {frame && <img src={frame} alt="" loading="lazy" decoding="async" className="size-full object-contain" />}
          </span>
          <Link
            to={`/p/$projectId/w/$workId/${step}`}
            params={{ projectId, workId }}
            className="min-w-0 rounded-4 font-semibold text-ink no-underline hover:underline"
          >
            {name}
          </Link>
        </span>
      </RowHead>
      <Cell className="min-w-48">
        <WorkStateLine state={stateOfWork(work, t)} />
      </Cell>
      <Cell className="min-w-28">
        <span className="mb-1.5 block text-12 text-ink2">{t.stepNames[step]}</span>
        <FiveSteps work={work} />
      </Cell>
      <Cell numeric>{formatCount(counts.scenes)}</Cell>
      <Cell className="whitespace-nowrap">{shapeInWords(resolution)}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {durationS === null ? '' : formatLength(durationS)}
      </Cell>
      <Cell numeric className="whitespace-nowrap text-ink2">
        {formatAgo(updatedAt)}
      </Cell>
      <Cell>
        <WorkMenu work={work} onPlay={film ? () => onPlay(work) : undefined} />
      </Cell>
    </tr>
  );
}
