import type { TemplateSummary } from '#contract/template.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';

/** Asks again for everything that shows templates of a project. */
export function refreshTemplates(projectId: string): Promise<unknown> {
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.templates(projectId) }),
    queryClient.invalidateQueries({ queryKey: keys.assets(projectId) }), // where files are used
  ]);
}

/** Makes a second of a template, to be changed on its own. */
export function useDuplicateTemplate(projectId: string) {
  const t = useStrings('templates');
  return useAction({
    run: async ({ id }: Pick<TemplateSummary, 'id'>) => {
      const { name, description, tags, content } = await client.getTemplate({ projectId, templateId: id });
      return client.createTemplate({ projectId, name: t.copyOf(name), description, tags, content });
    },
    done: (_, input) => {
      void refreshTemplates(projectId);
      toast({ title: t.duplicated(nameOf(projectId, input.id)), tone: 'done' });
    },
  });
}

function nameOf(projectId: string, id: string): string {
  const known = queryClient.getQueryData<readonly TemplateSummary[]>(keys.templates(projectId));
  return known?.find((one) => one.id === id)?.name ?? '';
}
