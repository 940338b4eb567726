import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

interface DataTableProps {
  /** What the table shows; read, not seen. */
  readonly label: string;
  /** TableHead cells of the first row. */
  readonly head: ReactNode;
  /** Rows: tr of RowHead and Cell. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A table with its heads; where it is wider than the screen it scrolls inside itself. */
export function DataTable({ label, head, children, className }: DataTableProps) {
  return (
    <div className={classes('scroll-quiet overflow-x-auto', className)}>
      <table className="w-full border-collapse text-13">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line">{head}</tr>
        </thead>
        <tbody className="[&>tr]:border-b [&>tr]:border-line [&>tr:last-child]:border-b-0">{children}</tbody>
      </table>
    </div>
  );
}

interface CellProps extends ComponentProps<'td'> {
  /** Figures end in line. */
  readonly numeric?: boolean | undefined;
}

const padding = 'px-3 first:ps-4 last:pe-4';

/** The head of a column. */
export function ColumnHead({ numeric = false, className, ...rest }: CellProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={classes(
        padding,
        'py-2 text-12 font-semibold text-ink3',
        numeric ? 'text-end' : 'text-start',
        className,
      )}
    />
  );
}

/** The cell that names its row. */
export function RowHead({ numeric = false, className, ...rest }: CellProps) {
  return (
    <th
      scope="row"
      {...rest}
      className={classes(padding, 'py-2 font-normal', numeric ? 'text-end' : 'text-start', className)}
    />
  );
}

/** Any other cell. */
export function Cell({ numeric = false, className, ...rest }: CellProps) {
  return <td {...rest} className={classes(padding, 'py-2', numeric && 'text-end', className)} />;
}
