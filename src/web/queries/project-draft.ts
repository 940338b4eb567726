import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Project, ProjectChanges } from '#contract/project.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import { client, versionOf } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { type Draft, useAutosave } from '../app/use-autosave.ts';
import { keys } from './keys.ts';
import { projectPath, projectQuery } from './projects.ts';
import { styleGuideOf, type StyleWords, styleWordsOf } from './style-words.ts';

/** What of a project is written in its settings, its style guide aside. */
type ProjectWords = Pick<
  Project,
  'name' | 'projectType' | 'systemPrompt' | 'analyzerPrompt' | 'imageSystemPrompt' | 'videoSystemPrompt' | 'knowledge'
>;

/** The settings of a project, edited in place and saved by themselves. */
export function useProjectDraft(projectId: string): Draft<ProjectWords> {
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const value = useMemo(() => wordsOf(project), [project]);
  return useAutosave<ProjectWords>({
    key: projectPath(projectId),
    value,
    send: (changes) => sendProject(projectId, changes),
    refresh: async () => wordsOf(await readAgain(projectId)),
  });
}

/** The style guide of a project, edited field by field, so that two people who write different ones lose nothing. */
export function useStyleDraft(projectId: string): Draft<StyleWords> {
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const value = useMemo(() => styleWordsOf(project.styleGuide), [project.styleGuide]);
  return useAutosave<StyleWords>({
    key: `${projectPath(projectId)}/style`,
    value,
    send: async (changes) => {
      const { styleGuide } = await queryClient.ensureQueryData(projectQuery(projectId));
      await sendProject(projectId, { styleGuide: styleGuideOf({ ...styleWordsOf(styleGuide), ...changes }) });
    },
    refresh: async () => styleWordsOf((await readAgain(projectId)).styleGuide),
  });
}

async function sendProject(projectId: string, changes: ProjectChanges & { styleGuide?: StyleGuide }): Promise<void> {
  const ifMatch = versionOf(projectPath(projectId));
  const project = await client.updateProject({ projectId, ...changes }, ifMatch === undefined ? {} : { ifMatch });
  queryClient.setQueryData(projectQuery(projectId).queryKey, project);
  if (changes.name !== undefined || changes.projectType !== undefined) {
    await queryClient.invalidateQueries({ queryKey: keys.projects });
  }
}

const readAgain = (projectId: string): Promise<Project> =>
  queryClient.fetchQuery({ ...projectQuery(projectId), staleTime: 0 });

const wordsOf = (project: Project): ProjectWords => ({
  name: project.name,
  projectType: project.projectType,
  systemPrompt: project.systemPrompt,
  analyzerPrompt: project.analyzerPrompt,
  imageSystemPrompt: project.imageSystemPrompt,
  videoSystemPrompt: project.videoSystemPrompt,
  knowledge: project.knowledge,
});
