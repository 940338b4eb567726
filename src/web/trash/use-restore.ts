import type { Restored, TrashEntry } from '#contract/trash.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { trashQuery } from '../queries/trash.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';

/** Takes something out of the trash, back to where it was, and offers to go there. */
export function useRestore(open: (restored: Restored) => void) {
  const t = useStrings('trash');
  return useAction({
    run: ({ trashId }: TrashEntry) => client.restoreFromTrash({ trashId }),
    done: (restored, entry) => {
      leaveList(entry.trashId);
      void queryClient.invalidateQueries();
      toast({ title: t.restored(titleOf(entry, t)), action: { label: t.open, onSelect: () => open(restored) } });
    },
  });
}

/** Deletes something in the trash at once. */
export function useDeleteForGood() {
  const t = useStrings('trash');
  return useAction({
    run: ({ trashId }: TrashEntry) => client.deleteFromTrash({ trashId }),
    done: (_, entry) => {
      leaveList(entry.trashId);
      void queryClient.invalidateQueries({ queryKey: trashQuery.queryKey });
      toast({ title: t.deletedForGood(titleOf(entry, t)) });
    },
  });
}

/** How something in the trash is called: a scene by what it says, else by its number. */
export function titleOf(
  { kind, name, sceneIndex }: Pick<TrashEntry, 'kind' | 'name' | 'sceneIndex'>,
  t: { readonly sceneNumber: (number: number) => string },
): string {
  return kind === 'scene' && sceneIndex !== null && name === '' ? t.sceneNumber(sceneIndex + 1) : name;
}

function leaveList(trashId: string): void {
  queryClient.setQueryData(trashQuery.queryKey, (known) => known?.filter((one) => one.trashId !== trashId));
}
