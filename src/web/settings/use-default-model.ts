import type { Role } from '#contract/generation.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { replaceChosenModel, type ModelChoice } from '../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../queries/providers.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';
import { writesFor } from './role-models.ts';

/** A default that is to be another; `from`: works of this browser that name the old one follow. */
interface NewDefault {
  readonly role: Role;
  readonly choice: ModelChoice;
  readonly from?: ModelChoice;
}

/** Makes a model the one that is asked where nothing else is said. */
export function useDefaultModel() {
  const t = useStrings('providers');
  return useAction({
    run: async ({ role, choice, from }: NewDefault) => {
      const providers = await queryClient.ensureQueryData(providersQuery);
      const settings = await queryClient.ensureQueryData(providerSettingsQuery);
      for (const write of writesFor(role, choice, providers, settings)) await client.updateProviderSetting(write);
      if (from) replaceChosenModel(role, from, choice);
      await queryClient.invalidateQueries({ queryKey: keys.settings });
    },
    done: (_, { role, choice, from }) => {
      const { model } = choice;
      toast({ title: from ? t.retired.switched(model) : t.modelSet(t.roleNames[role], model), tone: 'done' });
    },
  });
}
