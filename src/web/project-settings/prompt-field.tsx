import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount } from '../app/format.ts';
import { WordDiff } from '../pieces/word-diff.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';

interface PromptFieldProps {
  readonly label: string;
  /** Where it goes. */
  readonly hint: string;
  readonly value: string;
  /** As the type of the project brings it along. */
  readonly ofType: string;
  readonly typeName: string;
  readonly onValueChange: (value: string) => void;
  /** What the model makes of it all. */
  readonly children?: ReactNode;
}

const LONGEST = 20_000;

/** One instruction: written in place, compared with the type's own word by word, and put back to it with an undo. */
export function PromptField(props: PromptFieldProps) {
  const { label, hint, value, ofType, typeName, onValueChange, children } = props;
  const t = useStrings('projectSettings');
  const isOwn = value !== ofType;
  const putBack = () => {
    onValueChange(ofType);
    toast({ title: t.wasPutBack(label, typeName), undo: () => onValueChange(value) });
  };
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <Field label={label} hint={hint} count={t.countOf(formatCount(value.length), formatCount(LONGEST))}>
        <TextArea value={value} rows={4} maxRows={20} maxLength={LONGEST} onValueChange={onValueChange} />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{isOwn ? t.yours : t.ofType(typeName)}</Badge>
        {isOwn && (
          <Button size="sm" variant="quiet" icon={RotateCcw} onClick={putBack}>
            {t.putBack(typeName)}
          </Button>
        )}
      </div>
      {isOwn && (
        <Disclosure title={t.comparedWith(typeName)}>
          <p lang="en" className="text-13 text-ink2">
            <WordDiff before={ofType} after={value} />
          </p>
        </Disclosure>
      )}
      {children && <Disclosure title={t.receives}>{children}</Disclosure>}
    </section>
  );
}
