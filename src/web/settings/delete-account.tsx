import { useState, type SyntheticEvent } from 'react';
import { client } from '../app/api.ts';
import { stopListening } from '../app/live.ts';
import { useAction } from '../app/use-action.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { SecretField } from '../ui/secret-field.tsx';

/** The way out for good: asked once, proved by the password. */
export function DeleteAccount() {
  const t = useStrings('account');
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="delete" className="grid gap-3 rounded-10 border border-line p-4">
      <h2 id="delete" className="text-13">
        {t.deleteTitle}
      </h2>
      <p className="text-13 text-ink2">{t.deleteText}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t.delete}</Button>
      </div>
      {isOpen && <Ask onClose={() => setOpen(false)} />}
    </section>
  );
}

function Ask({ onClose }: { readonly onClose: () => void }) {
  const t = useStrings('account');
  const [password, setPassword] = useState('');
  const remove = useAction({
    run: () => client.deleteAccount({ password }),
    done: () => {
      stopListening();
      window.location.assign('/login');
    },
    quiet: true,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    remove.act();
  };
  return (
    <Dialog
      open
      keepOpen
      size="sm"
      onOpenChange={onClose}
      title={t.deleteAsk}
      description={t.deleteText}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form="delete-account" variant="danger" pending={remove.isPending}>
            {t.deleteConfirm}
          </Button>
        </>
      }
    >
      <form id="delete-account" onSubmit={submit}>
        <Field label={t.deletePassword} error={remove.error?.message}>
          <SecretField autoComplete="current-password" required value={password} onValueChange={setPassword} />
        </Field>
      </form>
    </Dialog>
  );
}
