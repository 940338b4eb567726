import { formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { formatStart } from './film-lengths.ts';

interface SceneFactsProps {
  readonly number: number;
  readonly startS: number;
  readonly lengthS: number;
}

/** Which scene it is, how long, and from when on. */
export function SceneFacts({ number, startS, lengthS }: SceneFactsProps) {
  const t = useStrings('scenario');
  return (
    <div className="flex items-baseline gap-2 md:block">
      <span className="flex items-baseline gap-2">
        <span aria-hidden="true" className="font-mono text-13 font-semibold text-ink">
          {String(number).padStart(2, '0')}
        </span>
        <span className="text-12 text-ink2 max-md:hidden">{t.seconds(formatSeconds(lengthS))}</span>
      </span>
      <span className="font-mono text-12 text-ink3">{formatStart(startS)}</span>
      <span className="text-12 text-ink2 md:hidden">{t.seconds(formatSeconds(lengthS))}</span>
    </div>
  );
}
