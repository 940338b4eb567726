import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface ErrorStateProps {
  /** What was thrown; the server's sentence is shown as it came. */
  readonly error: unknown;
  /** What was being done, where the sentence alone would not say. */
  readonly title?: string | undefined;
  readonly retry?: (() => void) | undefined;
  /** Another way out beside trying again. */
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}

/** What went wrong, in place, with the way to try again. */
export function ErrorState({ error, title, retry, action, className }: ErrorStateProps) {
  const t = useStrings('kit');
  const message = error instanceof Error ? error.message : String(error);
  const again = retry && (
    <Button size="sm" icon={RefreshCw} onClick={retry}>
      {t.retry}
    </Button>
  );
  return (
    <Notice
      tone="error"
      live
      title={title ?? t.errorTitle}
      action={
        (again || action) && (
          <>
            {again}
            {action}
          </>
        )
      }
      className={className}
    >
      {message}
    </Notice>
  );
}
