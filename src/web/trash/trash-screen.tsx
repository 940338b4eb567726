import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Restored, TrashEntry } from '#contract/trash.ts';
import { trashQuery } from '../queries/trash.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ColumnHead, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TrashRow } from './trash-row.tsx';
import { titleOf, useDeleteForGood, useRestore } from './use-restore.ts';

/** What was deleted and can still come back. */
export function TrashScreen() {
  const t = useStrings('trash');
  const { data: entries } = useSuspenseQuery(trashQuery);
  const [doomed, setDoomed] = useState<TrashEntry | null>(null);
  const restore = useRestore(useOpen());
  const deletion = useDeleteForGood();
  return (
    <main id="content" className="mx-auto w-full max-w-280 px-4 py-6 sm:px-6">
      {entries.length === 0 ? (
        <EmptyState
          isScreen
          icon={Trash2}
          title={t.title(0)}
          text={t.emptyText}
          action={<ButtonLink to="/projects">{t.toProjects}</ButtonLink>}
        />
      ) : (
        <>
          <h1 tabIndex={-1} className="text-23">
            {t.title(entries.length)}
          </h1>
          <p className="mt-1 mb-5 max-w-160 text-13 text-ink2">{t.intro}</p>
          <DataTable
            label={t.list}
            className="rounded-10 bg-panel max-sm:[&_table]:block max-sm:[&_tbody]:block max-sm:[&_thead]:sr-only"
            head={
              <>
                <ColumnHead>{t.what}</ColumnHead>
                <ColumnHead>{t.where}</ColumnHead>
                <ColumnHead>{t.deleted}</ColumnHead>
                <ColumnHead numeric>{t.left}</ColumnHead>
                <ColumnHead>
                  <span className="sr-only">{t.actions}</span>
                </ColumnHead>
              </>
            }
          >
            {entries.map((entry) => (
              <TrashRow
                key={entry.trashId}
                entry={entry}
                isRestoring={restore.isPending && restore.input?.trashId === entry.trashId}
                onRestore={() => restore.act(entry)}
                onDelete={() => setDoomed(entry)}
              />
            ))}
          </DataTable>
        </>
      )}
      {doomed && (
        <ConfirmDialog
          open
          onOpenChange={() => setDoomed(null)}
          title={t.deleteTitle(titleOf(doomed, t) || t.unnamedScene)}
          text={t.deleteText[doomed.kind]}
          confirm={t.deleteForGood}
          danger
          onConfirm={() => deletion.actAsync(doomed)}
        />
      )}
    </main>
  );
}

/** Leads to where a thing is again. */
function useOpen(): (restored: Restored) => void {
  const navigate = useNavigate();
  return ({ kind, projectId, workId, sceneIndex }) => {
    if (kind === 'asset') void navigate({ to: '/p/$projectId/assets', params: { projectId } });
    else if (kind === 'template') void navigate({ to: '/p/$projectId/templates', params: { projectId } });
    else if (workId === null) void navigate({ to: '/p/$projectId', params: { projectId } });
    else if (kind === 'scene' && sceneIndex !== null) {
      const params = { projectId, workId };
      void navigate({ to: '/p/$projectId/w/$workId/scenario', params, search: { scene: sceneIndex } });
    } else void navigate({ to: '/p/$projectId/w/$workId', params: { projectId, workId } });
  };
}
