import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ApiError } from './api.ts';
import { NothingHere } from './nothing-here.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';

/** A screen that could not be shown: why, and once more. */
export function BrokenScreen({ error, reset }: ErrorComponentProps) {
  const t = useStrings('shell');
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NothingHere />;
  if (error instanceof ApiError && error.status === 401) return null; // on the way to signing in
  return (
    <main id="content" className="mx-auto grid max-w-lg justify-items-center gap-3 px-4 py-24 text-center">
      <h1 tabIndex={-1} className="text-23">
        {t.brokenTitle}
      </h1>
      <p className="text-15 text-ink2">{error instanceof Error ? error.message : String(error)}</p>
      <Button
        variant="ink"
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t.tryAgain}
      </Button>
    </main>
  );
}
