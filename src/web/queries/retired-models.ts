import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Models in use that their vendor has switched off or soon will. */
export const retiredModelsQuery = queryOptions({
  queryKey: [...keys.settings, 'retired'],
  queryFn: ({ signal }) => client.listRetiredModels({}, { signal }),
});
