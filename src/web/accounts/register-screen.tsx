import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { ApiError, client } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { registrationQuery } from '../queries/session.ts';
import { useStrings } from '../strings/catalogue.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AccountFrame } from './account-frame.tsx';
import { useGoOn } from './use-go-on.ts';

const SHORTEST_PASSWORD = 8;

/** Opening an account; the first one takes over what was made on this machine. */
export function RegisterScreen() {
  const t = useStrings('accounts');
  const { next } = useSearch({ from: '/register' });
  const { data: registration } = useSuspenseQuery(registrationQuery);
  const search = next === undefined ? {} : { next };
  if (!registration.isOpen) {
    return (
      <AccountFrame title={t.closedTitle} lead={t.closedText}>
        <ButtonLink to="/login" search={search} variant="ink">
          {t.toSignIn}
        </ButtonLink>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      title={registration.isFirst ? t.firstTitle : t.signUpTitle}
      lead={registration.isFirst ? t.firstText : undefined}
    >
      <RegisterForm next={next} />
      {!registration.isFirst && (
        <p className="text-13 text-ink2">
          {t.haveOne}{' '}
          <Link to="/login" search={search} className="text-ink underline underline-offset-2">
            {t.toSignIn}
          </Link>
        </p>
      )}
    </AccountFrame>
  );
}

function RegisterForm({ next }: { readonly next: string | undefined }) {
  const t = useStrings('accounts');
  const [person, setPerson] = useState({ name: '', email: '', password: '' });
  const [isChecked, setChecked] = useState(false);
  const register = useAction({ run: () => client.register(person), done: useGoOn(next), quiet: true });
  const wrong = {
    name: person.name.trim() === '' ? t.nameMissing : null,
    email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email.trim()) ? null : t.emailWrong,
    password: person.password.length < SHORTEST_PASSWORD ? t.passwordShort : null,
  };
  const isTaken = register.error instanceof ApiError && register.error.code === 'email_taken';
  const told = (field: keyof typeof wrong): string | null => (isChecked ? wrong[field] : null);
  const set = (field: keyof typeof person) => (value: string) => setPerson({ ...person, [field]: value });
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const first = Object.entries(wrong).find(([, problem]) => problem !== null)?.[0];
    if (first) event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else register.act();
  };
  return (
    <>
      {register.error && !isTaken && <Notice tone="error" live title={register.error.message} />}
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t.name} error={told('name')}>
          <TextInput name="name" autoComplete="name" required value={person.name} onValueChange={set('name')} />
        </Field>
        <Field label={t.email} error={isTaken ? register.error?.message : told('email')}>
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            required
            value={person.email}
            onValueChange={set('email')}
          />
        </Field>
        <Field label={t.password} hint={t.passwordHint} error={told('password')}>
          <SecretField
            name="password"
            autoComplete="new-password"
            required
            minLength={SHORTEST_PASSWORD}
            value={person.password}
            onValueChange={set('password')}
          />
        </Field>
        <Button type="submit" variant="amber" pending={register.isPending}>
          {t.signUp}
        </Button>
      </form>
    </>
  );
}
