import { useSuspenseQuery } from '@tanstack/react-query';
import type { Work } from '#contract/work.ts';
import { client, versionOf } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAutosave, type Draft } from '../../app/use-autosave.ts';
import { keys } from '../../queries/keys.ts';
import { workPath, workQuery } from '../../queries/works.ts';

/** The instructions a work may have of its own; null: those of the project. */
export type Prompt = 'systemPrompt' | 'analyzerPrompt' | 'imageSystemPrompt' | 'videoSystemPrompt';

type Said = Pick<
  Work,
  | 'name'
  | 'mode'
  | 'productName'
  | 'productDescription'
  | 'targetAudience'
  | 'language'
  | 'videoDuration'
  | 'sceneCount'
  | 'selectedAssetIds'
  | 'assetUsageMode'
  | 'resolution'
  | 'styleGuide'
>;

/** What of a work is written in the first step. */
export type Brief = Said & Readonly<Record<Prompt, string | null>>;

/** The brief of a work, which saves itself, and the work as the server has it. */
export interface BriefDraft {
  readonly work: Work;
  readonly brief: Brief;
  readonly set: Draft<Brief>['set'];
  /** Saves what waits, before something reads it on the server. */
  readonly flush: () => Promise<void>;
  readonly error: Error | null;
}

/** Edits the brief of a work in place. */
export function useBrief(projectId: string, workId: string): BriefDraft {
  const { data: work } = useSuspenseQuery(workQuery(projectId, workId));
  const path = workPath(projectId, workId);
  const draft = useAutosave<Brief>({
    key: path,
    value: work,
    send: async (changes) => {
      const ifMatch = versionOf(path);
      const saved = await client.updateWork({ projectId, workId, ...changes }, ifMatch ? { ifMatch } : {});
      queryClient.setQueryData(keys.work(workId), saved);
    },
    refresh: () => queryClient.fetchQuery({ ...workQuery(projectId, workId), staleTime: 0 }),
  });
  return { work, brief: draft.values, set: draft.set, flush: draft.flush, error: draft.error };
}
