import { useSuspenseQueries } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApiToken } from '#contract/token.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { keys } from '../queries/keys.ts';
import { tokensQuery } from '../queries/tokens.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ColumnHead, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { toast } from '../ui/toast.ts';
import { TokenDialog } from './token-dialog.tsx';
import { TokenLimitDialog } from './token-limit-dialog.tsx';
import { TokenRow } from './token-row.tsx';

interface Asked {
  readonly what: 'revoke' | 'limit';
  readonly token: ApiToken;
}

/** The tokens that programs ask with: what each may do, when it was used last, when it ends. */
export function TokensScreen() {
  const t = useStrings('tokens');
  const [{ data: tokens }, { data: budgets }] = useSuspenseQueries({ queries: [tokensQuery, budgetsQuery] });
  const [isNew, setIsNew] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const revoke = useAction({
    run: ({ id }: ApiToken) => client.revokeToken({ tokenId: id }),
    done: (_, { name }) => {
      void queryClient.invalidateQueries({ queryKey: keys.tokens });
      toast({ title: t.revoked(name) });
    },
  });
  const budgetOf = (token: ApiToken) =>
    budgets.find(({ target, targetId }) => target === 'token' && targetId === token.id) ?? null;
  const create = (
    <Button variant="ink" icon={Plus} onClick={() => setIsNew(true)}>
      {t.create}
    </Button>
  );
  return (
    <main id="content" className="mx-auto w-full max-w-280 min-w-0 px-4 py-5 sm:px-6">
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 tabIndex={-1} className="text-23">
            {t.title(tokens.length)}
          </h1>
          <p className="text-13 text-ink2">{t.intro}</p>
        </div>
        {tokens.length > 0 && create}
      </div>
      {tokens.length === 0 ? (
        <EmptyState icon={KeyRound} title={t.emptyTitle} text={t.emptyText} action={create} />
      ) : (
        <DataTable
          label={t.list}
          className="rounded-10 bg-panel max-md:[&_table]:block max-md:[&_tbody]:block max-md:[&_thead]:sr-only"
          head={
            <>
              <ColumnHead>{t.name}</ColumnHead>
              <ColumnHead>{t.rights}</ColumnHead>
              <ColumnHead>{t.lastUsed}</ColumnHead>
              <ColumnHead>{t.expires}</ColumnHead>
              <ColumnHead>{t.budget}</ColumnHead>
              <ColumnHead>
                <span className="sr-only">{t.actions}</span>
              </ColumnHead>
            </>
          }
        >
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              budget={budgetOf(token)}
              onRevoke={() => setAsked({ what: 'revoke', token })}
              onLimit={() => setAsked({ what: 'limit', token })}
            />
          ))}
        </DataTable>
      )}
      {isNew && <TokenDialog onClose={() => setIsNew(false)} />}
      {asked?.what === 'limit' && (
        <TokenLimitDialog token={asked.token} budget={budgetOf(asked.token)} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'revoke' && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsked(null)}
          title={t.revokeTitle(asked.token.name)}
          text={t.revokeText}
          confirm={t.revoke}
          danger
          onConfirm={() => revoke.actAsync(asked.token)}
        />
      )}
    </main>
  );
}
