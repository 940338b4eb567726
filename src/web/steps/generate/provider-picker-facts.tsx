import type { ProviderInfo } from '#contract/provider-info.ts';
import { formatCount, formatList, formatSeconds } from '../../app/format.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { factsOf, type ModelFact } from './provider-picker-can-do.ts';

interface ProviderPickerFactsProps {
  readonly model: ProviderInfo['models'][number];
  readonly kind: 'image' | 'video';
  readonly frame: { readonly width: number; readonly height: number };
}

/** What a model can and cannot do for this film, a line each. */
export function ProviderPickerFacts({ model, kind, frame }: ProviderPickerFactsProps) {
  const t = useStrings('scenePanel');
  return (
    <ul className="flex list-disc flex-col gap-1 ps-4 text-12 text-ink2 marker:text-ink3">
      {factsOf(model, kind, frame).map((fact) => (
        <li key={fact.kind}>{inWords(fact, t)}</li>
      ))}
      {model.prices.length > 0 && <li>{t.priceAsOf(model.prices[0]?.asOf ?? '')}</li>}
    </ul>
  );
}

function inWords(fact: ModelFact, t: Catalogue['scenePanel']): string {
  switch (fact.kind) {
    case 'size':
      return fact.isNearest ? t.factNearest(fact.fields) : t.factSize(fact.fields);
    case 'anySize':
      return t.factAnySize;
    case 'lengths':
      return t.factLengths(formatList(fact.seconds.map(String)));
    case 'lengthRange':
      return t.factLengthRange(formatSeconds(fact.minS), formatSeconds(fact.maxS));
    case 'references':
      return t.factReferences(fact.most);
    case 'lastFrame':
      return fact.isTaken ? t.factLastFrame : t.factNoLastFrame;
    case 'seed':
      return fact.isTaken ? t.factSeed : t.factNoSeed;
    case 'sound':
      return t.factSound;
    case 'promptMax':
      return t.factPromptMax(formatCount(fact.characters));
    case 'keepOut':
      return t.factKeepOut[fact.goes];
    default:
      return fact satisfies never;
  }
}
