import type { FoundStyle } from '#contract/style-guide.ts';
import { WordDiff } from '../../pieces/word-diff.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import type { StyleChange } from './style-diff.ts';

interface StyleValueProps {
  readonly field: FoundStyle;
  readonly value: StyleChange['before'];
  /** What it was, for words of which some stay. */
  readonly before?: StyleChange['before'];
}

/** A field of a style guide: colours as swatches with their codes, words as words. */
export function StyleValue({ field, value, before }: StyleValueProps) {
  const { style: t, findings } = useStrings('analyze');
  if (value === undefined || value.length === 0) return <p className="text-13 text-ink3">{t.empty}</p>;
  if (typeof value !== 'string') {
    return (
      <ul className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-12">
        {value.map((colour) => (
          <li key={colour} className="flex items-center gap-1.5">
            <span className="size-4 rounded-4 border border-line2" style={{ backgroundColor: colour }} />
            {colour.toUpperCase()}
          </li>
        ))}
      </ul>
    );
  }
  const said = field === 'tempo' ? findings.tempos[value as keyof typeof findings.tempos] : value;
  const isText = field !== 'tempo' && typeof before === 'string';
  return <p className="text-13">{isText ? <WordDiff before={before} after={said} /> : said}</p>;
}
