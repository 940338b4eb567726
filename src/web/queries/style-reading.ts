import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';
import type { ReaderHeaders } from './reader-choice.ts';

const STEP_BYTES = 1000; // a price is not asked for anew with every letter

/** What finding a style guide in a text would cost; nothing is started by asking. */
export const styleReadingQuery = (projectId: string, textBytes: number, reader: ReaderHeaders) => {
  const asked = { projectId, textBytes: Math.ceil(textBytes / STEP_BYTES) * STEP_BYTES, ...reader };
  return queryOptions({
    queryKey: [...keys.project(projectId), 'reading', asked],
    queryFn: ({ signal }) => client.estimateReading(asked, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
};
