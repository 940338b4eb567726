import { useSuspenseQueries } from '@tanstack/react-query';
import type { Role } from '#contract/generation.ts';
import { chooseModel, defaultChoice, useModelChoice } from '../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { modelOptions } from './model-options.ts';

interface ModelSelectProps {
  readonly workId: string;
  /** Which role is played. */
  readonly plays: Role;
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Who plays a role in a work, among the models that can be asked now. */
export function ModelSelect({ workId, plays: role, label, hideLabel, className }: ModelSelectProps) {
  const t = useStrings('project');
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const chosen = useModelChoice(workId, role) ?? defaultChoice(role, providers, settings);
  const options = modelOptions(role, chosen, providers, settings);
  return (
    <Field label={label} hideLabel={hideLabel} className={className}>
      <Select
        value={
          options.find(({ choice }) => choice.provider === chosen.provider && choice.model === chosen.model)?.value ??
          null
        }
        options={options.map(({ value, label: name, engine, isFree }) => ({
          value,
          label: name,
          hint: isFree ? t.free : engine,
        }))}
        onValueChange={(value) => {
          const choice = options.find((option) => option.value === value)?.choice;
          if (choice) chooseModel(workId, role, choice);
        }}
      />
    </Field>
  );
}
