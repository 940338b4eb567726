import { Eye, RefreshCw, X } from 'lucide-react';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Rewrite } from './proposals-by-scene.ts';
import { useScriptActions } from './script-actions.ts';

interface RewriteTroubleProps {
  /** null: of all scenes. */
  readonly sceneId: string | null;
  readonly rewrite: Pick<Rewrite & { readonly kind: 'failed' | 'uncertain' }, 'kind' | 'proposal'>;
}

/** Why there is no other version, in the server's words, and what can be done. */
export function RewriteTrouble({ sceneId, rewrite: { kind, proposal } }: RewriteTroubleProps) {
  const t = useStrings('scenario');
  const actions = useScriptActions();
  if (kind === 'uncertain') {
    return (
      <Notice
        tone="attention"
        live
        title={t.rewriteUncertain}
        className="relative z-10 mt-3"
        action={
          <>
            <Button variant="amber" size="sm" icon={Eye} onClick={() => actions.lookAgain(proposal.jobId)}>
              {t.lookAgain} <span className="font-normal">{t.lookFree}</span>
            </Button>
            <Button size="sm" icon={X} onClick={() => actions.keepOld(sceneId)}>
              {t.giveUp}
            </Button>
          </>
        }
      >
        {proposal.error?.error} {t.uncertainText}
      </Notice>
    );
  }
  return (
    <Notice
      tone="error"
      live
      title={t.rewriteFailed}
      className="relative z-10 mt-3"
      action={
        <>
          <Button size="sm" icon={RefreshCw} onClick={() => actions.another(sceneId)}>
            {t.tryAgain}
          </Button>
          <Button variant="quiet" size="sm" icon={X} onClick={() => actions.keepOld(sceneId)}>
            {t.putAway}
          </Button>
        </>
      }
    >
      {proposal.error?.error}
    </Notice>
  );
}
