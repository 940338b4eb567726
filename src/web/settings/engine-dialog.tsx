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
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.ts';
import type { Vendor } from './providers-facts.ts';
import { useProviderTest } from './use-provider-test.ts';
import { workflowsOf } from './workflow-file.ts';
import { WorkflowFields } from './workflow-fields.tsx';

const COMFYUI = 'comfyui';

/** Says where an engine of one's own is, and what it is to run. */
export function EngineDialog({ vendor, onClose }: { readonly vendor: Vendor; readonly onClose: () => void }) {
  const { engineDialog: t } = useStrings('providers');
  const { id: provider, name, setting } = vendor;
  const form = useId();
  const keyField = useRef<HTMLInputElement>(null);
  const [baseUrl, setBaseUrl] = useState(setting.baseUrl ?? '');
  const [workflows, setWorkflows] = useState(workflowsOf(setting.settings));
  const test = useProviderTest();
  const save = useAction({
    quiet: true,
    run: async () => {
      const address = baseUrl.trim() === '' ? null : baseUrl.trim();
      const apiKey = keyField.current?.value.trim() ?? '';
      await client.updateProviderSetting({
        provider,
        ...(address === setting.baseUrl ? {} : { baseUrl: address }),
        ...(apiKey === '' ? {} : { apiKey }),
        ...(provider === COMFYUI ? { settings: { ...setting.settings, workflows } } : {}),
      });
      await queryClient.invalidateQueries({ queryKey: keys.settings });
    },
    done: () => {
      toast({ title: t.saved(name), tone: 'done' });
      test(provider);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      keepOpen
      title={t.title(name)}
      description={t.text}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
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
        {setting.takesKey && (
          <Field label={t.key} optional hint={t.keyHint}>
            <SecretField ref={keyField} mono />
          </Field>
        )}
        {provider === COMFYUI && <WorkflowFields workflows={workflows} onChange={setWorkflows} />}
      </form>
    </Dialog>
  );
}
