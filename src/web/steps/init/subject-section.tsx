import { formatCount } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { NumberedGroup } from './numbered-group.tsx';
import type { BriefDraft } from './use-brief.ts';

// What the server takes, in characters (contract/work.ts).
const MOST_NAME = 500;
const MOST_AUDIENCE = 2000;
const MOST_DESCRIPTION = 20_000;

interface SubjectSectionProps {
  readonly draft: BriefDraft;
  /** The subject is what is missing, and was asked for. */
  readonly isMissing: boolean;
}

/** What the film is about, for whom, and what it says. */
export function SubjectSection({ draft: { brief, set }, isMissing }: SubjectSectionProps) {
  const t = useStrings('init');
  const words = brief.productDescription ?? '';
  return (
    <NumberedGroup number={2} title={t.subject}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.name} error={isMissing ? t.next.missing.subject : null}>
          <TextInput
            id="subject-name"
            value={brief.productName ?? ''}
            maxLength={MOST_NAME}
            placeholder={t.namePlaceholder}
            onValueChange={(name) => set('productName', name)}
          />
        </Field>
        <Field label={t.forWhom}>
          <TextInput
            value={brief.targetAudience ?? ''}
            maxLength={MOST_AUDIENCE}
            placeholder={t.forWhomPlaceholder}
            onValueChange={(audience) => set('targetAudience', audience)}
          />
        </Field>
      </div>
      <Field label={t.whatToSay} count={t.characters(formatCount(words.length), formatCount(MOST_DESCRIPTION))}>
        <TextArea
          value={words}
          maxLength={MOST_DESCRIPTION}
          placeholder={t.whatToSayPlaceholder}
          onValueChange={(description) => set('productDescription', description)}
        />
      </Field>
    </NumberedGroup>
  );
}
