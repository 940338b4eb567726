import { TriangleAlert } from 'lucide-react';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import { formatDay } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { ROLES } from './providers-facts.ts';
import { roleModels, type RoleModels } from './role-models.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { useDefaultModel } from './use-default-model.ts';
import { usePriceWords } from './use-price-words.ts';

interface RoleModelsPanelProps {
  readonly providers: readonly ProviderInfo[];
  readonly settings: readonly ProviderSetting[];
}

/** Who writes, looks, draws and films where a work says nothing else, with the price of each. */
export function RoleModelsPanel({ providers, settings }: RoleModelsPanelProps) {
  const t = useStrings('providers');
  return (
    <SettingsPanel title={t.modelsTitle} text={t.modelsText}>
      <div className="grid gap-x-4 gap-y-5 p-4 md:grid-cols-2">
        {ROLES.map((role) => (
          <RoleField key={role} models={roleModels(role, providers, settings)} />
        ))}
      </div>
    </SettingsPanel>
  );
}

function RoleField({ models: { role, chosen, options, passesOn } }: { readonly models: RoleModels }) {
  const t = useStrings('providers');
  const priceWords = usePriceWords();
  const change = useDefaultModel();
  const choose = (value: string) => {
    const known = options.find((option) => option.value === value)?.choice;
    const choice = known ?? (passesOn ? { provider: passesOn.provider, model: value } : null);
    if (choice && value !== chosen.value) change.act({ role, choice });
  };
  const isGone = chosen.goneSince !== null;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Field label={t.roleNames[role]}>
        <Combobox
          value={chosen.value}
          onValueChange={choose}
          allowOther={passesOn !== null}
          searchPlaceholder={t.searchModels}
          options={options.map(({ value, choice, engine, price }) => ({
            value,
            label: choice.model || engine,
            // In the field the price alone; in the list whose it is too.
            hint:
              value === chosen.value ? (isGone ? undefined : priceWords(price)) : `${engine} · ${priceWords(price)}`,
          }))}
          className={isGone ? '[&>span]:line-through' : undefined}
        />
      </Field>
      {isGone && (
        <p className="flex flex-wrap items-center gap-x-1.5 text-12 text-tally-text">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {t.switchedOff(formatDay(chosen.goneSince ?? 0))}
          {chosen.replacedBy !== null && (
            <button
              type="button"
              className="min-h-6 rounded-4 underline underline-offset-2 hover:text-ink"
              onClick={() => {
                const { provider } = chosen.choice;
                const model = chosen.replacedBy ?? '';
                change.act({ role, choice: { provider, model }, from: chosen.choice });
              }}
            >
              {t.useInstead(chosen.replacedBy)}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
