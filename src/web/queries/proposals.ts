import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Other versions of scenes of a work: those that are being written, and those that wait to be taken or left. */
export const proposalsQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.proposals(workId),
    queryFn: ({ signal }) => client.listProposals({ projectId, workId }, { signal }),
    select: ({ proposals }) => proposals,
  });
