import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import { workEstimateQuery } from '../../queries/work-estimate.ts';
import { Price } from '../../pieces/price.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { BudgetNote } from './budget-note.tsx';
import { WriterChoice } from './writer-choice.tsx';

interface AskDialogProps {
  readonly place: { readonly projectId: string; readonly workId: string };
  /** The 0-based place of the scene; null: all of them. */
  readonly sceneIndex: number | null;
  readonly models: ModelHeaders;
  readonly onAsk: (ask: string) => void;
  readonly onClose: () => void;
}

/** Asks what another version should be like, and says what it costs. */
export function AskDialog({ place, sceneIndex, models, onAsk, onClose }: AskDialogProps) {
  const t = useStrings('scenario');
  const [ask, setAsk] = useState('');
  const asked = sceneIndex === null ? { action: 'proposal' as const } : { action: 'proposal' as const, sceneIndex };
  const { data: estimate } = useQuery(workEstimateQuery(place, asked, models));
  const refuses = estimate?.fits === false;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={sceneIndex === null ? t.askTitleAll : t.askTitleOne(sceneIndex + 1)}
      footer={
        <Button variant="amber" icon={Sparkles} type="submit" form="ask-for-another" disabled={refuses}>
          {t.write} {estimate && <Price estimate={estimate} />}
        </Button>
      }
    >
      <form
        id="ask-for-another"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!refuses) onAsk(ask.trim());
        }}
      >
        <Field label={t.ask} hint={t.askOptional}>
          <TextInput value={ask} onValueChange={setAsk} maxLength={2000} autoComplete="off" />
        </Field>
        <fieldset aria-label={t.askExamples} className="flex flex-wrap gap-2">
          {Object.entries(t.examples).map(([name, words]) => (
            <Button key={name} size="sm" onClick={() => setAsk(joined(ask, words))}>
              {words}
            </Button>
          ))}
        </fieldset>
        <WriterChoice workId={place.workId} />
        <BudgetNote estimate={estimate} />
        <p className="text-12 text-ink3">{t.askNothing}</p>
      </form>
    </Dialog>
  );
}

/** An example behind what is written already; one that is there is not said twice. */
function joined(ask: string, words: string): string {
  const written = ask.trim();
  if (written === '') return words;
  if (written.toLowerCase().includes(words.toLowerCase())) return written;
  return `${written.replace(/[,.]$/, '')}, ${words.toLowerCase()}`;
}
