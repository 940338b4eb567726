import type { TakeComparison } from '#contract/take-comparison.ts';
import { formatMoney, formatSeconds } from '../../app/format.ts';
import { WordDiff } from '../../pieces/word-diff.tsx';
import type { Catalogue } from '../../strings/areas.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { NumberedTake } from './takes-numbered.ts';

type Difference = TakeComparison['differences'][number];

interface CompareDifferencesProps {
  readonly differences: readonly Difference[];
  readonly a: NumberedTake;
  readonly b: NumberedTake;
}

/** What differs between two takes, a line each; of words, which of them. */
export function CompareDifferences({ differences, a, b }: CompareDifferencesProps) {
  const t = useStrings('scenePanel');
  const told = differences.filter(({ field }) => field !== 'parentIds' && field !== 'kind');
  if (told.length === 0) return <p className="text-13 text-ink2">{t.noDifference}</p>;
  return (
    <div className="scroll-quiet overflow-x-auto">
      <table className="w-full text-12">
        <caption className="sr-only">{t.differences}</caption>
        <thead>
          <tr className="border-b border-line text-start text-ink3">
            <th scope="col" className="py-1.5 pe-4 text-start font-medium">
              {t.differences}
            </th>
            <th scope="col" className="py-1.5 pe-4 text-start font-medium">
              {t.takeShort(a.number)}
            </th>
            <th scope="col" className="py-1.5 text-start font-medium">
              {t.takeShort(b.number)}
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map((difference) => (
            <Row key={difference.field} difference={difference} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ difference, t }: { readonly difference: Difference; readonly t: Catalogue['scenePanel'] }) {
  const { field, a, b } = difference;
  const isText = (field === 'prompt' || field === 'negativePrompt') && typeof a === 'string' && typeof b === 'string';
  return (
    <tr className="border-b border-line align-top last:border-0">
      <th scope="row" className="py-2 pe-4 text-start font-medium text-ink2">
        {t.fields[field]}
      </th>
      {isText ? (
        <td colSpan={2} className="py-2">
          <WordDiff before={a} after={b} />
        </td>
      ) : (
        <>
          <td className="py-2 pe-4">{inWords(field, a, t)}</td>
          <td className="py-2">{inWords(field, b, t)}</td>
        </>
      )}
    </tr>
  );
}

function inWords(field: Difference['field'], value: Difference['a'], t: Catalogue['scenePanel']): string {
  if (value === null) return t.none;
  if (Array.isArray(value)) return value.length === 0 ? t.none : value.join(', ');
  if (typeof value === 'number') {
    if (field === 'costMicroUsd') return value === 0 ? t.free : formatMoney(value);
    if (field === 'tookMs') return t.seconds(formatSeconds(value / 1000));
    if (field === 'durationS') return t.seconds(formatSeconds(value));
    return String(value);
  }
  if (field === 'origin') return t.origins[value as keyof typeof t.origins] ?? value;
  return value;
}
