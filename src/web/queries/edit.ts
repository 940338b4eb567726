import { queryOptions } from '@tanstack/react-query';
import type { Peaks } from '#contract/derived.ts';
import type { EditSource } from '#contract/edit.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** The edit of a work in frames, with where its files are read. */
export const editQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.edit(workId),
    queryFn: ({ signal }) => client.getEdit({ projectId, workId }, { signal }),
  });

/** How loud a sound of the edit is over its length; nothing where there is no sound. */
export const sourcePeaksQuery = ({ sha256, peaksUrl }: Pick<EditSource, 'sha256' | 'peaksUrl'>) =>
  queryOptions({
    queryKey: ['peaks', sha256],
    queryFn: async ({ signal }): Promise<Peaks | null> => {
      if (peaksUrl === null) return null;
      const answer = await fetch(peaksUrl, { signal });
      if (!answer.ok) throw new Error(`peaks: ${answer.status}`);
      return (await answer.json()) as Peaks;
    },
    staleTime: Infinity, // a file never changes
    enabled: peaksUrl !== null,
  });
