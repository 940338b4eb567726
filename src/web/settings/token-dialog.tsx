import { useId, useState } from 'react';
import type { Scope } from '#contract/operation.ts';
import type { NewApiToken } from '#contract/token.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { MadeToken } from './made-token.tsx';
import { TOKEN_SCOPES } from './token-scopes.ts';

const ENDS = ['7', '30', '90', '365', 'never'] as const;
type Ends = (typeof ENDS)[number];

/** Makes a token, and shows it this once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialog: t, scopes: words } = useStrings('tokens');
  const form = useId();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(['works:read']));
  const [ends, setEnds] = useState<Ends>('90');
  const [dollars, setDollars] = useState<number | null>(null);
  const [made, setMade] = useState<NewApiToken | null>(null);
  const create = useAction({
    quiet: true,
    run: async () => {
      const chosen = TOKEN_SCOPES.filter((scope) => scopes.has(scope));
      const expiresInDays = ends === 'never' ? null : Number(ends);
      const token = await client.createToken({ name, scopes: chosen, expiresInDays });
      setMade(token); // shown whatever becomes of the limit: nobody can show it again
      if (dollars !== null) {
        const limitMicroUsd = Math.round(dollars * 1_000_000);
        await client.setTokenBudget({ tokenId: token.meta.id, limitMicroUsd, period: 'month' });
      }
    },
    done: () => {
      void queryClient.invalidateQueries({ queryKey: keys.tokens });
      void queryClient.invalidateQueries({ queryKey: keys.budgets });
    },
  });
  if (made) return <MadeToken token={made.token} error={create.error} onClose={onClose} />;
  const isReady = name.trim() !== '' && scopes.size > 0;
  const toggle = (scope: Scope, isOn: boolean) =>
    setScopes((before) => new Set(isOn ? [...before, scope] : [...before].filter((one) => one !== scope)));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      keepOpen
      title={t.title}
      description={t.text}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form={form} variant="ink" pending={create.isPending} disabled={!isReady}>
            {t.create}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) create.act(undefined);
        }}
      >
        <Field label={t.name} hint={t.nameHint} error={create.error?.message}>
          <TextInput value={name} onValueChange={setName} maxLength={200} autoComplete="off" />
        </Field>
        <fieldset>
          <legend className="mb-1 text-12 font-semibold text-ink2">{t.rights}</legend>
          <Checkbox
            label={t.all}
            checked={scopes.size === TOKEN_SCOPES.length}
            mixed={scopes.size > 0 && scopes.size < TOKEN_SCOPES.length}
            onCheckedChange={(isOn) => setScopes(new Set(isOn ? TOKEN_SCOPES : []))}
            className="mb-1 border-b border-line pb-1"
          />
          {TOKEN_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={words[scope].title}
              hint={words[scope].text}
              checked={scopes.has(scope)}
              onCheckedChange={(isOn) => toggle(scope, isOn)}
            />
          ))}
          {scopes.size === 0 && <p className="mt-1 text-12 text-err-text">{t.rightsError}</p>}
        </fieldset>
        <Field label={t.expires}>
          <Select
            value={ends}
            onValueChange={setEnds}
            options={ENDS.map((value) => ({ value, label: t.days[value] }))}
          />
        </Field>
        <Field label={t.budget} optional hint={t.budgetHint}>
          <NumberField
            value={dollars}
            onValueChange={setDollars}
            min={0}
            max={1_000_000}
            format={{ style: 'currency', currency: 'USD', minimumFractionDigits: 0 }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
