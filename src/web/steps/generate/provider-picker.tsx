import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ProviderInfo } from '#contract/provider-info.ts';
import { formatDay, formatMoney } from '../../app/format.ts';
import { chooseModel } from '../../queries/model-choice.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngine, type Engine } from './panel-engine.ts';
import { useVariants } from './panel-variants.ts';
import { ProviderPickerFacts } from './provider-picker-facts.tsx';
import { unitPriceOf } from './provider-picker-price.ts';
import { VariantsField } from './variants-field.tsx';

interface ProviderPickerProps extends ScenePlace {
  readonly kind: MediaKind;
}

type MediaKind = 'image' | 'video';

const OTHER = '\u0000other';

/** By whom pictures or clips of this work are made from now on, what the model can do, and how many at once. */
export function ProviderPicker({ kind, ...place }: ProviderPickerProps) {
  const t = useStrings('scenePanel');
  const engine = useEngine(place.workId, kind);
  const { count, set } = useVariants();
  const { data: resolution } = useSuspenseQuery({
    ...workQuery(place.projectId, place.workId),
    select: (work) => work.resolution,
  });
  const choose = (provider: ProviderInfo | undefined) => {
    if (!provider) return;
    const model = provider.models.find(({ isRetired }) => !isRetired)?.id ?? '';
    chooseModel(place.workId, kind, { provider: provider.id, model });
  };
  const { provider, model, needsKey, providers, withoutKey, choice } = engine;
  return (
    <section aria-label={t.engine} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-2">
        <div className="flex min-w-0 flex-col gap-1.5">
          <Select
            label={t.provider}
            value={choice.provider}
            onValueChange={(id) => choose(providers.find((one) => one.id === id))}
            options={providers.map(({ id, name }) => ({
              value: id,
              label: name,
              ...(withoutKey.has(id) ? { hint: t.needsKey } : {}),
            }))}
          />
        </div>
        <ModelSelect engine={engine} kind={kind} workId={place.workId} />
      </div>
      {needsKey && provider && (
        <Notice
          tone="attention"
          icon={KeyRound}
          title={t.keyMissing(provider.name)}
          action={
            <Link to="/settings/providers" className="text-13 font-medium underline">
              {t.toProviders}
            </Link>
          }
        />
      )}
      {model?.isRetired && (
        <Notice
          tone="attention"
          icon={TriangleAlert}
          title={t.retired(model.name, model.retiredAt ? formatDay(model.retiredAt) : '')}
          action={model.replacedBy && <Replace engine={engine} kind={kind} workId={place.workId} />}
        >
          {t.retiredText}
        </Notice>
      )}
      {model && (
        <Disclosure title={t.canDo} summary={model.name}>
          <p className="mb-2 text-12 text-ink2">{model.description}</p>
          <ProviderPickerFacts model={model} kind={kind} frame={resolution} />
        </Disclosure>
      )}
      <VariantsField value={count} onValueChange={set} />
    </section>
  );
}

interface OfEngine {
  readonly engine: Engine;
  readonly kind: MediaKind;
  readonly workId: string;
}

function ModelSelect({ engine: { provider, choice, model }, kind, workId }: OfEngine) {
  const t = useStrings('scenePanel');
  const [isOther, setIsOther] = useState(false);
  const [nowMs] = useState(() => Date.now());
  const isUnknown = provider !== undefined && model === undefined;
  const options = (provider?.models ?? []).map((one) => {
    const price = unitPriceOf(one, kind, nowMs);
    const amount = price && formatMoney(price.microUsd);
    const priced = !amount ? undefined : kind === 'image' ? t.perPicture(amount) : t.perSecond(amount);
    const hint = one.isRetired ? t.isRetired : provider?.keyless ? t.free : priced;
    return { value: one.id, label: one.name, ...(hint === undefined ? {} : { hint }) };
  });
  const others = provider?.onlyListedModels === false ? [{ value: OTHER, label: t.otherModel }] : [];
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Select
        label={t.model}
        value={isOther || isUnknown ? OTHER : choice.model}
        onValueChange={(id) => {
          setIsOther(id === OTHER);
          if (id !== OTHER) chooseModel(workId, kind, { provider: choice.provider, model: id });
        }}
        options={[...options, ...others]}
        placeholder={t.noModel}
      />
      {(isOther || isUnknown) && (
        <Field label={t.otherModelId} hideLabel>
          <TextInput
            mono
            defaultValue={isUnknown ? choice.model : ''}
            placeholder={t.otherModelId}
            spellCheck={false}
            onBlur={({ currentTarget }) => {
              const id = currentTarget.value.trim();
              if (id !== '') chooseModel(workId, kind, { provider: choice.provider, model: id });
            }}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
        </Field>
      )}
    </div>
  );
}

function Replace({ engine: { model, choice }, kind, workId }: OfEngine) {
  const t = useStrings('scenePanel');
  const next = model?.replacedBy;
  if (next === undefined) return null;
  return (
    <Button size="sm" onClick={() => chooseModel(workId, kind, { provider: choice.provider, model: next })}>
      {t.replaceBy(next)}
    </Button>
  );
}
