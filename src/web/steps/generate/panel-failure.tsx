import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import type { Job } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMake } from './panel-make.ts';

interface PanelFailureProps extends ScenePlace {
  readonly kind: TakeKind;
  readonly job: Job;
}

/** Why the last attempt failed, in the server's words, and the one thing to do about it. */
export function PanelFailure({ kind, job, ...place }: PanelFailureProps) {
  const t = useStrings('scenePanel');
  const { make } = useMake(place, kind);
  const code = job.error?.code;
  const isKey = code === 'provider_invalid_key' || code === 'provider_key_missing';
  const isWords = code === 'provider_moderated' || code === 'provider_invalid_input';
  return (
    <Notice
      tone="error"
      live
      title={kind === 'image' ? t.pictureFailed : t.clipFailed}
      action={
        isKey ? (
          <Link to="/settings/providers" className="text-13 font-medium underline">
            {t.toProviders}
          </Link>
        ) : isWords ? undefined : (
          <Button size="sm" icon={RefreshCw} pending={make.isPending} onClick={() => make.act({})}>
            {t.tryAgain}
          </Button>
        )
      }
    >
      {job.error?.error}
      {isWords && <span className="mt-1 block">{t.changeWords}</span>}
      {code === 'provider_quota' && <span className="mt-1 block">{t.otherEngine}</span>}
    </Notice>
  );
}
