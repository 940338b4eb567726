import { useSuspenseQuery } from '@tanstack/react-query';
import { chooseModel, defaultChoice, useModelChoice } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { readersFor } from '../../queries/readers.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Select } from '../../ui/select.tsx';

/** Who writes, among those who can be asked now. */
export function WriterChoice({ workId }: { readonly workId: string }) {
  const t = useStrings('scenario');
  const { data: providers } = useSuspenseQuery(providersQuery);
  const { data: settings } = useSuspenseQuery(providerSettingsQuery);
  const chosen = useModelChoice(workId, 'llm') ?? defaultChoice('llm', providers, settings);
  const writers = readersFor('llm', providers, settings);
  if (writers.length < 2) return <p className="text-12 text-ink3">{t.writtenByBuiltIn}</p>;
  return (
    <Select
      label={t.writer}
      value={chosen.provider}
      onValueChange={(provider) => chooseModel(workId, 'llm', { provider, model: '' })}
      options={writers.map(({ id, name, isFree }) => ({ value: id, label: name, hint: isFree ? t.free : undefined }))}
    />
  );
}
