import type { StyleGuide } from '#contract/style-guide.ts';
import { changedStyleFields, type StyleField } from '../queries/style-words.ts';
import { StyleDiff } from '../pieces/style-diff.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';

interface FoundStyleProps {
  readonly present: StyleGuide;
  readonly found: StyleGuide;
  readonly onTake: (fields: readonly StyleField[]) => void;
  readonly onClose: () => void;
}

/** A style guide that was found, beside the present one: each field can be taken, or all, or none. */
export function FoundStyle({ present, found, onTake, onClose }: FoundStyleProps) {
  const t = useStrings('projectSettings');
  const fields = changedStyleFields(present, found);
  return (
    <section className="flex flex-col gap-3 rounded-10 border border-tally bg-panel p-4">
      <div aria-live="polite">
        <h2 className="text-13">{t.foundTitle(fields.length)}</h2>
        <p className="mt-0.5 text-12 text-ink3">{t.foundText}</p>
      </div>
      <StyleDiff before={present} after={found} onTake={(field) => onTake([field])} />
      <div className="flex flex-wrap gap-2">
        <Button variant="amber" onClick={() => onTake(fields)}>
          {t.takeAll(fields.length)}
        </Button>
        <Button onClick={onClose}>{t.takeNone}</Button>
      </div>
    </section>
  );
}
