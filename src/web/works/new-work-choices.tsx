import { Film, Images, PencilLine } from 'lucide-react';
import { useBegin } from '../projects/use-begin.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Spinner } from '../ui/spinner.tsx';

const starts = [
  { start: 'brief', icon: PencilLine },
  { start: 'reference', icon: Film },
  { start: 'pictures', icon: Images },
] as const;

/** What a new work may begin with; each makes the work and leads to its brief. */
export function NewWorkChoices({ projectId }: { readonly projectId: string }) {
  const t = useStrings('works');
  const begin = useBegin();
  return (
    <ul className="flex flex-col gap-1">
      {starts.map(({ start, icon }) => (
        <li key={start}>
          <button
            type="button"
            aria-disabled={begin.isPending}
            onClick={() => !begin.isPending && begin.act({ start, projectId })}
            className="flex w-full items-center gap-3 rounded-6 p-1.5 text-start transition-colors duration-150 hover:bg-lift"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-6 bg-lift text-ink inset-ring inset-ring-line2">
              {begin.isPending && begin.input?.start === start ? <Spinner /> : <Glyph icon={icon} />}
            </span>
            <span className="min-w-0">
              <span className="block text-13 font-semibold text-ink">{t.starts[start].title}</span>
              <span className="block text-12 text-ink2">{t.starts[start].text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
