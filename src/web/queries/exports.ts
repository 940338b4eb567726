import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportWishes } from '#contract/export.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** The films made of a work, the newest first. */
export const exportsQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.exports(workId),
    queryFn: ({ signal }) => client.listExports({ projectId, workId }, { signal }),
  });

/** What an export of the saved edit would take; what is known of the wishes before stands in until that is counted. */
export const exportEstimateQuery = (
  { projectId, workId }: { readonly projectId: string; readonly workId: string },
  wishes: ExportWishes,
) =>
  queryOptions({
    queryKey: [...keys.exportEstimates(workId), wishes],
    queryFn: ({ signal }) => client.estimateExport({ projectId, workId, ...wishes }, { signal }),
    placeholderData: keepPreviousData,
  });
