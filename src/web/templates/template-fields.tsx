import type { RefObject } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { TagInput } from '../ui/tag-input.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** What is said of a template. */
export interface SaidOfTemplate {
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
}

interface TemplateFieldsProps {
  readonly value: SaidOfTemplate;
  readonly onChange: (value: SaidOfTemplate) => void;
  readonly error?: string | undefined;
  readonly nameRef?: RefObject<HTMLInputElement | null> | undefined;
}

/** Its name, its description and its tags. */
export function TemplateFields({ value, onChange, error, nameRef }: TemplateFieldsProps) {
  const t = useStrings('templates');
  return (
    <>
      <Field label={t.name} error={error}>
        <TextInput
          ref={nameRef}
          value={value.name}
          maxLength={200}
          onValueChange={(name) => onChange({ ...value, name })}
        />
      </Field>
      <Field label={t.description} optional>
        <TextArea
          value={value.description}
          rows={2}
          maxLength={4000}
          onValueChange={(description) => onChange({ ...value, description })}
        />
      </Field>
      <TagInput
        label={t.tags}
        value={value.tags}
        hint={t.tagsHint}
        onValueChange={(tags) => onChange({ ...value, tags })}
      />
    </>
  );
}
