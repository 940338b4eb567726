import { useId, useState } from 'react';
import { client } from '../app/api.ts';
import { formatCount } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.ts';
import type { Vendor } from './providers-facts.ts';

/** Where a vendor is asked and how much at once, where that is not the usual. */
export function AdvancedDialog({ vendor, onClose }: { readonly vendor: Vendor; readonly onClose: () => void }) {
  const { advancedDialog: t, dialog } = useStrings('providers');
  const { id: provider, name, setting } = vendor;
  const form = useId();
  const [baseUrl, setBaseUrl] = useState(setting.baseUrl ?? '');
  const [concurrent, setConcurrent] = useState(setting.concurrent);
  const save = useAction({
    quiet: true,
    run: async () => {
      const address = baseUrl.trim() === '' ? null : baseUrl.trim();
      await client.updateProviderSetting({
        provider,
        ...(address === setting.baseUrl ? {} : { baseUrl: address }),
        concurrent,
      });
      await queryClient.invalidateQueries({ queryKey: keys.settings });
    },
    done: () => {
      toast({ title: t.saved, tone: 'done' });
      onClose();
    },
  });
  const usual = setting.usualConcurrent === null ? t.unlimited : formatCount(setting.usualConcurrent);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t.title(name)}
      description={t.text}
      footer={
        <>
          <Button onClick={onClose}>{dialog.cancel}</Button>
          <Button type="submit" form={form} variant="ink" pending={save.isPending}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.act(undefined);
        }}
      >
        <Field label={t.address} hint={t.addressHint(setting.usualBaseUrl ?? '')} error={save.error?.message}>
          <TextInput mono inputMode="url" autoComplete="off" value={baseUrl} onValueChange={setBaseUrl} />
        </Field>
        <Field label={t.concurrent} hint={t.concurrentHint(usual)}>
          <NumberField value={concurrent} onValueChange={setConcurrent} min={1} max={200} />
        </Field>
      </form>
    </Dialog>
  );
}
