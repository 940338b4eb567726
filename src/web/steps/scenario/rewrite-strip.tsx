import { Check, RefreshCw, Undo2 } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { RewriteTrouble } from './rewrite-trouble.tsx';
import type { Rewrite } from './proposals-by-scene.ts';
import { useScriptActions } from './script-actions.ts';
import { useElapsed } from './use-elapsed.ts';

interface RewriteStripProps {
  readonly sceneId: string;
  readonly rewrite: Rewrite;
  /** The new version says what the scene says already. */
  readonly isSame: boolean;
}

/** What becomes of another version of a scene: it is on its way, waits to be taken or left, or could not be written. */
export function RewriteStrip({ sceneId, rewrite, isSame }: RewriteStripProps) {
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const { proposal } = rewrite;
  if (rewrite.kind === 'writing')
    return <Writing jobId={proposal.jobId} sinceMs={proposal.createdAt} isAll={proposal.sceneId === null} />;
  if (rewrite.kind !== 'proposed') return <RewriteTrouble sceneId={sceneId} rewrite={rewrite} />;
  return (
    <div className="relative z-10 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow">
        <Button variant="amber" size="sm" icon={Check} onClick={() => actions.useNew(sceneId)}>
          {t.useNew}
        </Button>
        <Button size="sm" icon={Undo2} onClick={() => actions.keepOld(sceneId)}>
          {t.keepOld}
        </Button>
        <Button variant="quiet" size="sm" icon={RefreshCw} onClick={() => actions.another(sceneId)}>
          {t.another}
        </Button>
      </div>
      <p className="min-w-0 text-12 text-ink3">
        {proposal.ask === '' ? t.askedForNothing : t.askedFor(proposal.ask)} {isSame ? t.sameAsBefore : t.askNothing}
      </p>
      {proposal.notes.map((note) => (
        <p key={note} className="w-full text-12 text-ink2">
          {note}
        </p>
      ))}
    </div>
  );
}

interface WritingProps {
  readonly jobId: string;
  readonly sinceMs: number;
  /** All scenes are on their way; that is cancelled above the list. */
  readonly isAll: boolean;
}

function Writing({ jobId, sinceMs, isAll }: WritingProps) {
  const t = useStrings('scenario');
  const actions = useScriptActions();
  const elapsed = useElapsed(sinceMs);
  return (
    <div className="relative z-10 mt-2 flex flex-wrap items-center gap-3 text-12 text-work-text">
      <Spinner />
      <span>
        {t.rewriting}, <span className="font-mono">{elapsed}</span>
      </span>
      {!isAll && (
        <Button variant="quiet" size="sm" onClick={() => actions.cancelJob(jobId)}>
          {t.cancel}
        </Button>
      )}
    </div>
  );
}
