import { Check } from 'lucide-react';
import type { StyleGuide } from '#contract/style-guide.ts';
import { changedStyleFields, type StyleField, type StyleWords, styleWordsOf } from '../queries/style-words.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { PaletteDiff } from './palette-diff.tsx';
import { WordDiff } from './word-diff.tsx';

interface StyleDiffProps {
  readonly before: StyleGuide;
  readonly after: StyleGuide;
  /** Takes one field over; without it the difference is only shown. */
  readonly onTake?: ((field: StyleField) => void) | undefined;
}

/** What another style guide says otherwise, field by field; what it says nothing of stays and is not shown. */
export function StyleDiff({ before, after, onTake }: StyleDiffProps) {
  const t = useStrings('projectSettings');
  const [mine, theirs] = [styleWordsOf(before), styleWordsOf(after)];
  return (
    <dl className="flex flex-col divide-y divide-line">
      {changedStyleFields(before, after).map((field) => (
        <div
          key={field}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[6rem_minmax(0,1fr)_auto]"
        >
          <dt className="text-12 text-ink3 max-sm:col-span-2">{t.fields[field]}</dt>
          <dd className="min-w-0 text-13 text-ink2">
            {field === 'color_palette' ? (
              <PaletteDiff before={mine.color_palette} after={theirs.color_palette} />
            ) : (
              <WordDiff before={said(mine, field, t.tempos)} after={said(theirs, field, t.tempos)} />
            )}
          </dd>
          {onTake && (
            <dd>
              <Button size="sm" icon={Check} aria-label={t.takeField(t.fields[field])} onClick={() => onTake(field)}>
                {t.takeThis}
              </Button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function said(words: StyleWords, field: StyleField, tempos: Readonly<Record<string, string>>): string {
  const value = words[field];
  if (typeof value !== 'string') return value.join(', ');
  return field === 'tempo' ? (tempos[value] ?? '') : value;
}
