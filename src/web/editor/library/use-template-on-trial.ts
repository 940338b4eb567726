import { useQuery } from '@tanstack/react-query';
import { useMedia } from '../../app/use-media.ts';
import { templatesQuery } from '../../queries/templates.ts';
import { editorRoute } from '../editor-route.ts';
import { useEditor } from '../store/editor-store.ts';
import { useGo } from '../use-editor-address.ts';
import type { TemplateTrialProps } from './template-trial.tsx';

/** The template that the address says is tried over the film; null for none, or one that is not there. */
export function useTemplateOnTrial(): TemplateTrialProps | null {
  const { template, panel } = editorRoute.useSearch();
  const { projectId } = useEditor(({ place }) => place);
  const isWide = useMedia('(min-width: 64rem)');
  const go = useGo();
  const { data: templates } = useQuery({ ...templatesQuery(projectId), enabled: template !== undefined });
  const found = panel === 'templates' ? templates?.find(({ id }) => id === template) : undefined;
  if (!found) return null;
  // On a phone the list would cover what was just laid over the film.
  const onEnd = (): void => go({ template: undefined, ...(isWide ? {} : { panel: undefined }) }, 'passing');
  return { templateId: found.id, name: found.name, onEnd };
}
