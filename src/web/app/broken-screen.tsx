import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ApiError } from './api.ts';
import { useConnection } from './connection.ts';
import { NothingHere } from './nothing-here.tsx';

/** A screen that could not be shown: why, and once more; by itself when the server is back. */
export function BrokenScreen({ error, reset }: ErrorComponentProps) {
  const t = useStrings('shell');
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const status = error instanceof ApiError ? error.status : null;
  const reason = error instanceof Error ? error.message : String(error);
  const tryAgain = (): void => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  const wake = useEffectEvent(tryAgain);
  useEffect(
    () =>
      useConnection.subscribe(({ hearing }, before) => {
        if (status === 0 && hearing === 'live' && before.hearing !== 'live') wake();
      }),
    [status],
  );
  if (status === 404) return <NothingHere />;
  if (status === 401) return <main id="content" />; // on the way to signing in
  return (
    <main
      id="content"
      className="mx-auto grid max-w-lg content-start justify-items-center gap-3 px-4 py-24 text-center"
    >
      <h1 tabIndex={-1} className="text-23">
        {status === 0 ? t.gone : t.brokenTitle}
      </h1>
      <p className="text-15 text-ink2">{status === 0 ? t.keptHere : reason}</p>
      {status !== 0 && <p className="text-13 text-ink3">{t.brokenKept}</p>}
      <Button variant="ink" onClick={tryAgain} className="mt-2">
        {t.tryAgain}
      </Button>
    </main>
  );
}
