import { useMemo } from 'react';
import { wordDiff } from '#domain/word-diff.ts';

/** What became of a text, word by word: what is gone struck, what is new underlined; never colour alone. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <span className="whitespace-pre-wrap">
      {pieces.map(({ kind, text }, index) => {
        const key = `${index}${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key} className="rounded-4 bg-err/15 text-err-text box-decoration-clone px-0.5 line-through">
            {text}
          </del>
        ) : (
          <ins key={key} className="rounded-4 bg-done/20 text-done-text box-decoration-clone px-0.5 underline">
            {text}
          </ins>
        );
      })}
    </span>
  );
}
