import { Link } from '@tanstack/react-router';
import type { Spend, SpendBy, SpendRow } from '#contract/cost.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Cell, ColumnHead, DataTable, RowHead } from '../ui/data-table.tsx';
import { useMadeWords } from './use-made-words.ts';

interface SpendTableProps {
  readonly by: SpendBy;
  readonly spend: Spend;
  readonly nameOf: (row: SpendRow) => string;
}

/** What was spent, line by line, with what was got for it; hatched where the price of some of it is not known. */
export function SpendTable({ by, spend: { rows, totalMicroUsd }, nameOf }: SpendTableProps) {
  const t = useStrings('spend');
  const madeWords = useMadeWords();
  const most = Math.max(1, ...rows.map(({ spentMicroUsd }) => spentMicroUsd));
  return (
    <DataTable
      label={t.table(t.bys[by])}
      head={
        <>
          <ColumnHead>{t.bys[by]}</ColumnHead>
          <ColumnHead className="max-sm:hidden">{t.got}</ColumnHead>
          <ColumnHead className="w-1/4 max-md:hidden">{t.share}</ColumnHead>
          <ColumnHead numeric>{t.spent}</ColumnHead>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <RowHead className="max-w-70 align-top">
            <span className="font-semibold break-words">
              {by === 'project' && row.key !== null && row.name !== null ? (
                <Link to="/p/$projectId" params={{ projectId: row.key }} className="underline-offset-2 hover:underline">
                  {nameOf(row)}
                </Link>
              ) : (
                nameOf(row)
              )}
            </span>
            <span className="block text-12 text-ink3 sm:hidden">{madeWords(row.made)}</span>
            {row.unknownCount > 0 && <span className="block text-12 text-ink3">{t.unknown(row.unknownCount)}</span>}
          </RowHead>
          <Cell className="align-top text-ink2 max-sm:hidden">{madeWords(row.made)}</Cell>
          <Cell className="align-top max-md:hidden">
            <span aria-hidden="true" className="mt-1.5 flex h-2 gap-px overflow-hidden rounded-4 bg-lift">
              <span className="bg-ink2" style={{ width: `${(row.spentMicroUsd / most) * 100}%` }} />
              {row.unknownCount > 0 && <span className="hatch-ink flex-1" />}
            </span>
          </Cell>
          <Cell numeric className="align-top font-semibold whitespace-nowrap">
            {formatMoney(row.spentMicroUsd)}
          </Cell>
        </tr>
      ))}
      <tr>
        <RowHead className="text-ink2">{t.total}</RowHead>
        <Cell className="max-sm:hidden" />
        <Cell className="max-md:hidden" />
        <Cell numeric className="font-semibold whitespace-nowrap">
          {formatMoney(totalMicroUsd)}
        </Cell>
      </tr>
    </DataTable>
  );
}
