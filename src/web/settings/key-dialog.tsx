import { useId, useRef, useState } from 'react';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { toast } from '../ui/toast.ts';
import type { Vendor } from './providers-facts.ts';
import { useProviderTest } from './use-provider-test.ts';

/** Takes a key: it goes from the field to the server, and is kept nowhere on the way. */
export function KeyDialog({ vendor, onClose }: { readonly vendor: Vendor; readonly onClose: () => void }) {
  const { dialog: t } = useStrings('providers');
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const test = useProviderTest();
  const save = useAction({
    quiet: true,
    run: async (provider: string) => {
      const apiKey = field.current?.value.trim() ?? '';
      await client.updateProviderSetting({ provider, apiKey });
      await queryClient.invalidateQueries({ queryKey: keys.settings });
    },
    done: () => {
      if (field.current) field.current.value = '';
      toast({ title: t.saved(vendor.name), tone: 'done' });
      test(vendor.id);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      keepOpen
      title={t.addTitle(vendor.name)}
      description={t.text}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form={form} variant="ink" pending={save.isPending} disabled={isEmpty}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) save.act(vendor.id);
        }}
      >
        <Field label={t.key} hint={t.hint} error={save.error?.message}>
          <SecretField ref={field} mono onValueChange={(value) => setIsEmpty(value.trim() === '')} />
        </Field>
      </form>
    </Dialog>
  );
}
