import type { QueryClient } from '@tanstack/react-query';
import { hearChanges } from './changes-elsewhere.ts';
import { useConnection } from './connection.ts';
import { effectsOf, type Effect, type LiveEvent } from './live-effects.ts';
import { shareStream } from './share-stream.ts';
import { StaleKeys } from './stale-keys.ts';

let end: (() => void) | null = null;

/**
 * Keeps the cache true while somebody is signed in: what the server pushes is laid into it, and what changed in a way that
 * only the server can tell is asked for again where it is shown. Called again, it goes on.
 */
export function listen(queryClient: QueryClient): void {
  end ??= listenInto(queryClient);
}

/** Hears no more, as when somebody signs out. */
export function stopListening(): void {
  end?.();
  end = null;
}

function listenInto(queryClient: QueryClient): () => void {
  let lastId: number | null = null;
  const staleKeys = new StaleKeys((queryKey, exact) => queryClient.invalidateQueries({ queryKey, exact }));

  const apply = (effect: Effect): void => {
    if (effect.kind === 'stale') staleKeys.mark(effect.key, effect.exact);
    else if (!laidIn(queryClient, effect) && effect.orAskAgain) staleKeys.mark(effect.key);
  };

  /** What was read before the stream began may have changed in between. */
  const beginFrom = (id: number): void => {
    lastId = id;
    for (const { queryKey, state } of queryClient.getQueryCache().getAll()) {
      if (state.dataUpdatedAt > 0) staleKeys.mark(queryKey, true);
    }
  };

  const hear = (event: LiveEvent): void => {
    if (lastId === null) beginFrom(event.id);
    lastId = event.id;
    for (const effect of effectsOf(event)) apply(effect);
  };

  const endStream = shareStream({
    lastId: () => lastId,
    beginFrom,
    heard: hear,
    look: () => staleKeys.mark([]),
    hearing: (hearing) => {
      if (useConnection.getState().hearing !== hearing) useConnection.setState({ hearing });
    },
  });
  const endChanges = hearChanges((key) => staleKeys.mark(key));
  return () => {
    endStream();
    endChanges();
  };
}

/** @returns whether there was something to change; what waits to be asked again is left alone, or it would pass for fresh */
function laidIn(queryClient: QueryClient, { key, change }: Extract<Effect, { kind: 'patch' }>): boolean {
  let hasChanged = false;
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: key })) {
    if (state.data === undefined || state.isInvalidated) continue;
    const changed = change(state.data);
    if (changed === state.data) continue;
    hasChanged = true;
    queryClient.setQueryData(queryKey, changed, { updatedAt: state.dataUpdatedAt });
  }
  return hasChanged;
}
