import { Check, CircleDashed } from 'lucide-react';
import type { Export, ExportStage } from '#contract/export.ts';
import { formatCount } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { tookInWords } from './film-words.ts';

const STAGES: readonly ExportStage[] = ['check', 'texts', 'picture', 'sound', 'join'];

type Film = Pick<Export, 'stage' | 'stages' | 'framesDone' | 'framesTotal'>;

/** What an export does, one after the other: how long that took, and what it is at. */
export function StageList({ film }: { readonly film: Film }) {
  const t = useStrings('exports');
  return (
    <ul aria-label={t.stageList} className="grid gap-x-4 gap-y-2 text-13 sm:grid-cols-2">
      {STAGES.map((stage) => (
        <Stage key={stage} stage={stage} film={film} />
      ))}
    </ul>
  );
}

function Stage({ stage, film }: { readonly stage: ExportStage; readonly film: Film }) {
  const t = useStrings('exports');
  const state = stateOf(stage, film);
  const told = toldOf(stage, film, t);
  return (
    <li className={`flex items-center gap-2 ${state === 'running' ? 'text-work-text' : 'text-ink2'}`}>
      {state === 'running' ? (
        <Spinner className="text-work-text" />
      ) : state === 'done' ? (
        <Glyph icon={Check} className="text-done-text" />
      ) : (
        <Glyph icon={CircleDashed} className="text-ink3" />
      )}
      <span className={state === 'waiting' ? 'text-ink3' : undefined}>{t.stages[stage]}</span>
      <VisuallyHidden>{t.stageStates[state]}</VisuallyHidden>
      {told && <span className="ms-auto text-12 text-ink3">{told}</span>}
    </li>
  );
}

/** Stages that found nothing to do are not gone through: they are done as soon as a later one is reached. */
function stateOf(stage: ExportStage, { stage: now, stages }: Film): 'done' | 'running' | 'waiting' {
  if (now === stage) return 'running';
  const isPast = now !== null && STAGES.indexOf(stage) < STAGES.indexOf(now);
  return isPast || stages.some((one) => one.stage === stage) ? 'done' : 'waiting';
}

function toldOf(stage: ExportStage, film: Film, t: ReturnType<typeof useStrings<'exports'>>): string | null {
  if (stage === 'picture' && film.stage === 'picture') {
    return t.framesOf(formatCount(film.framesDone), formatCount(film.framesTotal));
  }
  const took = film.stages.filter((one) => one.stage === stage).reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return took > 0 ? tookInWords(took, t) : null;
}
