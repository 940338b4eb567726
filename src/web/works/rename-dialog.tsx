import { type FormEvent, useId, useRef, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

interface RenameDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly name: string;
  readonly rename: (name: string) => Promise<unknown>;
}

const LONGEST = 200;

/** Gives a project or a work another name. */
export function RenameDialog({ open, onOpenChange, title, name, rename }: RenameDialogProps) {
  const t = useStrings('works');
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? name;
  const close = () => {
    setTyped(null);
    renaming.reset();
    onOpenChange(false);
  };
  const renaming = useAction({ quiet: true, run: rename, done: close });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') renaming.act(value.trim());
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={title}
      size="sm"
      initialFocus={input}
      footer={
        <>
          <Button onClick={close}>{t.cancel}</Button>
          <Button type="submit" form={formId} variant="ink" pending={renaming.isPending} disabled={value.trim() === ''}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send}>
        <Field label={t.name} error={renaming.error?.message}>
          <TextInput ref={input} value={value} maxLength={LONGEST} onValueChange={setTyped} />
        </Field>
      </form>
    </Dialog>
  );
}
