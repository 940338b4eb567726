import { useNavigate } from '@tanstack/react-router';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { startChanges, type Start } from '../steps/init/start-from.ts';

interface Beginning {
  readonly start: Start;
  /** Left out: a new project of this name. */
  readonly projectId?: string;
  readonly projectName?: string;
}

/** Makes a work that begins with a line, a reference video or pictures, and goes to where that is said. */
export function useBegin() {
  const navigate = useNavigate();
  return useAction({
    run: async ({ start, projectId: given, projectName }: Beginning) => {
      const projectId =
        given ?? (await client.createProject(projectName === undefined ? {} : { name: projectName })).id;
      const { id: workId } = await client.createWork({ projectId, ...startChanges[start] });
      return { projectId, workId };
    },
    done: ({ projectId, workId }) => {
      void queryClient.invalidateQueries({ queryKey: keys.projects });
      void queryClient.invalidateQueries({ queryKey: keys.works(projectId) });
      void navigate({ to: '/p/$projectId/w/$workId/init', params: { projectId, workId } });
    },
  });
}
