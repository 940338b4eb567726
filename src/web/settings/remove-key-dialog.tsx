import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.ts';
import type { Vendor } from './providers-facts.ts';

/** Asks before a key is forgotten: nobody can show it again. */
export function RemoveKeyDialog({ vendor, onClose }: { readonly vendor: Vendor; readonly onClose: () => void }) {
  const t = useStrings('providers');
  const { id, name } = vendor;
  const remove = useAction({
    run: async () => {
      await client.updateProviderSetting({ provider: id, apiKey: null });
      await queryClient.invalidateQueries({ queryKey: keys.settings });
    },
    done: () => toast({ title: t.removed(name) }),
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t.removeTitle(name)}
      text={t.removeText}
      confirm={t.removeKey}
      danger
      onConfirm={() => remove.actAsync(undefined)}
    />
  );
}
