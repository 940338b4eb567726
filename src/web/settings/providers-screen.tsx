import { useSuspenseQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { formatList } from '../app/format.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { retiredModelsQuery } from '../queries/retired-models.ts';
import type { Catalogue } from '../strings/areas.ts';
import { useStrings } from '../strings/catalogue.ts';
import { EnginesPanel } from './engines-panel.tsx';
import { engines, keyed, needsOf, stateOf, vendorsOf, type Needs } from './providers-facts.ts';
import { ProvidersList } from './providers-list.tsx';
import { RetiredNotice } from './retired-notice.tsx';
import { RoleModelsPanel } from './role-models-panel.tsx';
import { SpendPanel } from './spend-panel.tsx';

/** Who makes pictures, clips and words, with which keys, which models, and at what cost. */
export function ProvidersScreen() {
  const t = useStrings('providers');
  const [nowMs] = useState(() => Date.now());
  const [{ data: providers }, { data: settings }, { data: retired }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery, retiredModelsQuery],
  });
  const vendors = vendorsOf(providers, settings);
  const needs = needsOf(vendors, retired);
  const hasKey = vendors.some(({ setting }) => setting.hasKey);
  const hasTested = vendors.some((vendor) => stateOf(vendor) === 'works');
  const lists = [
    <ProvidersList key="providers" vendors={keyed(vendors)} />,
    <RoleModelsPanel key="models" providers={providers} settings={settings} />,
  ];
  const own = <EnginesPanel key="engines" vendors={engines(vendors)} />;
  return (
    <main id="content" className="mx-auto w-full max-w-310 min-w-0 px-4 py-5 sm:px-6">
      <h1 tabIndex={-1} className="text-23">
        {titleOf(t, needs, { hasKey, hasTested })}
      </h1>
      <p className="mb-4 text-13 text-ink2">{hasKey ? t.intro : t.introKeyless}</p>
      <div className="flex flex-col gap-3">
        {retired.map((model) => (
          <RetiredNotice key={`${model.provider}/${model.role}/${model.model}`} retired={model} providers={providers} />
        ))}
        <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-3">{hasKey ? [...lists, own] : [own, ...lists]}</div>
          <SpendPanel nowMs={nowMs} />
        </div>
      </div>
    </main>
  );
}

function titleOf(
  t: Catalogue['providers'],
  { models, keys, engines: silent }: Needs,
  { hasKey, hasTested }: { readonly hasKey: boolean; readonly hasTested: boolean },
): string {
  const what = [
    ...(models > 0 ? [t.models(models)] : []),
    ...(keys > 0 ? [t.keys(keys)] : []),
    ...(silent > 0 ? [t.engines(silent)] : []),
  ];
  const count = models + keys + silent;
  if (count === 1) return t.title.needsOne(formatList(what));
  if (count > 1) return t.title.needsMany(t.count(count), formatList(what));
  if (!hasKey) return t.title.keyless;
  return hasTested ? t.title.fine : t.page;
}
