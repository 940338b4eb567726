import { useState, type SyntheticEvent } from 'react';
import { ApiError, client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { toast } from '../ui/toast.ts';

const SHORTEST = 8;
const EMPTY = { currentPassword: '', newPassword: '' };

/** Another password; every other place is signed out by it. */
export function ChangePassword({ email }: { readonly email: string }) {
  const t = useStrings('account');
  const [typed, setTyped] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const change = useAction({
    run: () => client.changePassword(typed),
    done: () => {
      setTyped(EMPTY);
      setChecked(false);
      toast({ title: t.changed, text: t.changedText, tone: 'done' });
      void queryClient.invalidateQueries({ queryKey: keys.sessions });
    },
    quiet: true,
  });
  const isWrong = change.error instanceof ApiError && change.error.code === 'wrong_password';
  const isMissing = isChecked && typed.currentPassword === '';
  const isShort = typed.newPassword.length < SHORTEST;
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    if (typed.currentPassword !== '' && !isShort) return change.act();
    const first = typed.currentPassword === '' ? 'currentPassword' : 'newPassword';
    event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return (
    <section aria-labelledby="password" className="rounded-10 bg-panel">
      <h2 id="password" className="border-b border-line px-4 py-3 text-13">
        {t.passwordTitle}
      </h2>
      <form onSubmit={submit} noValidate className="grid gap-4 p-4 sm:grid-cols-2">
        <p className="text-13 text-ink2 sm:col-span-2">{t.passwordText}</p>
        {change.error && !isWrong && (
          <Notice tone="error" live title={change.error.message} className="sm:col-span-2" />
        )}
        {/* For password managers: whose password it is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <Field label={t.current} error={isWrong ? change.error?.message : isMissing ? t.missing : null}>
          <SecretField
            name="currentPassword"
            autoComplete="current-password"
            value={typed.currentPassword}
            onValueChange={(currentPassword) => setTyped({ ...typed, currentPassword })}
          />
        </Field>
        <Field label={t.next} hint={t.nextHint} error={isChecked && isShort ? t.tooShort : null}>
          <SecretField
            name="newPassword"
            autoComplete="new-password"
            value={typed.newPassword}
            onValueChange={(newPassword) => setTyped({ ...typed, newPassword })}
          />
        </Field>
        <div className="sm:col-span-2">
          <Button type="submit" variant="ink" pending={change.isPending}>
            {t.change}
          </Button>
        </div>
      </form>
    </section>
  );
}
