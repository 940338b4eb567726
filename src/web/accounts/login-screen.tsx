import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { client } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { registrationQuery } from '../queries/session.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AccountFrame } from './account-frame.tsx';
import { useGoOn } from './use-go-on.ts';

/** Signing in, and going on where one was. */
export function LoginScreen() {
  const t = useStrings('accounts');
  const { next } = useSearch({ from: '/login' });
  const { data: registration } = useSuspenseQuery(registrationQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const login = useAction({ run: () => client.login({ email, password }), done: useGoOn(next), quiet: true });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    login.act();
  };

  // Where nobody has an account there is nothing to sign in with.
  if (registration.isFirst && registration.isOpen) {
    return <Navigate to="/register" search={next === undefined ? {} : { next }} replace />;
  }
  return (
    <AccountFrame title={t.signInTitle}>
      {next !== undefined && !login.error && (
        <Notice title={t.signedOut} className="max-w-none">
          {t.signedOutText}
        </Notice>
      )}
      {login.error && <Notice tone="error" live title={login.error.message} />}
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t.email}>
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            required
            value={email}
            onValueChange={setEmail}
          />
        </Field>
        <Field label={t.password} hint={login.error ? t.forgot : undefined}>
          <SecretField
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onValueChange={setPassword}
          />
        </Field>
        <Button type="submit" variant="amber" pending={login.isPending}>
          {t.signIn}
        </Button>
      </form>
      {registration.isOpen && (
        <p className="text-13 text-ink2">
          {t.newHere}{' '}
          <Link
            to="/register"
            search={next === undefined ? {} : { next }}
            className="text-ink underline underline-offset-2"
          >
            {t.toSignUp}
          </Link>
        </p>
      )}
    </AccountFrame>
  );
}
