import type { Budget } from '#contract/budget.ts';
import type { ApiToken } from '#contract/token.ts';
import { formatAgo, formatDay, formatMoney, formatMoment } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Cell, RowHead } from '../ui/data-table.tsx';

interface TokenRowProps {
  readonly token: ApiToken;
  readonly budget: Budget | null;
  readonly onRevoke: () => void;
  readonly onLimit: () => void;
}

const onPhone = 'max-md:flex max-md:justify-between max-md:gap-4 max-md:!px-4 max-md:!py-0.5';

/** One token: what it may do and spend, when it was used, when it ends. */
export function TokenRow({ token, budget, onRevoke, onLimit }: TokenRowProps) {
  const t = useStrings('tokens');
  const { name, tokenPrefix, scopes, lastUsedAt, expiresAt } = token;
  const isOver = isPast(expiresAt);
  return (
    <tr className="max-md:block max-md:py-2.5">
      <RowHead className="align-top max-md:block max-md:!px-4 max-md:!py-0.5">
        <span className="block font-semibold break-words">{name}</span>
        <span className="block font-mono text-12 text-ink3">{tokenPrefix}…</span>
      </RowHead>
      <Cell className={`max-w-80 align-top text-ink2 ${onPhone} max-md:max-w-none`}>
        <Label>{t.rights}</Label>
        <span className="max-md:text-end">{scopes.map((scope) => t.scopes[scope].title).join(', ')}</span>
      </Cell>
      <Cell className={`align-top whitespace-nowrap text-ink2 ${onPhone}`}>
        <Label>{t.lastUsed}</Label>
        {lastUsedAt === null ? (
          <span>{t.never}</span>
        ) : (
          <time dateTime={new Date(lastUsedAt).toISOString()} title={formatMoment(lastUsedAt)}>
            {formatAgo(lastUsedAt)}
          </time>
        )}
      </Cell>
      <Cell className={`align-top whitespace-nowrap ${isOver ? 'text-err-text' : 'text-ink2'} ${onPhone}`}>
        <Label>{t.expires}</Label>
        <span>{expiresAt === null ? t.noEnd : isOver ? t.ended(formatDay(expiresAt)) : formatDay(expiresAt)}</span>
      </Cell>
      <Cell className={`align-top text-ink2 ${onPhone}`}>
        <Label>{t.budget}</Label>
        <span className="max-md:text-end">
          {budget === null
            ? t.noBudget
            : `${t.used(formatMoney(budget.spentMicroUsd), formatMoney(budget.limitMicroUsd))} ${t.periods[budget.period]}`}
        </span>
      </Cell>
      <Cell className="align-top max-md:block max-md:!px-4 max-md:!pt-1.5 max-md:!pb-0">
        <span className="flex justify-end gap-1">
          <Button size="sm" variant="quiet" aria-label={t.limitNamed(name)} onClick={onLimit}>
            {t.changeLimit}
          </Button>
          <Button size="sm" aria-label={t.revokeNamed(name)} onClick={onRevoke}>
            {t.revoke}
          </Button>
        </span>
      </Cell>
    </tr>
  );
}

/** The head of the column, where there are no columns. */
function Label({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className="shrink-0 text-12 text-ink3 md:hidden">
      {children}
    </span>
  );
}

const isPast = (atMs: number | null): boolean => atMs !== null && atMs <= Date.now();
