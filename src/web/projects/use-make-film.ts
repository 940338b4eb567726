import { useNavigate } from '@tanstack/react-router';
import type { FilmWanted } from '#contract/film.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';

/** Starts a film from one line and goes to its board, which fills while it is made; a refusal is shown by the caller. */
export function useMakeFilm() {
  const navigate = useNavigate();
  return useAction({
    quiet: true,
    run: (wanted: FilmWanted) => client.makeFilm(wanted, { idempotencyKey: crypto.randomUUID() }),
    done: ({ projectId, workId }) => {
      void queryClient.invalidateQueries({ queryKey: keys.projects });
      void queryClient.invalidateQueries({ queryKey: keys.jobs });
      void navigate({ to: '/p/$projectId/w/$workId/generate', params: { projectId, workId } });
    },
  });
}
