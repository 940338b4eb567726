import type { Trashed } from '#contract/trash.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';

/** Something that can be deleted with a way back. */
type Trashable =
  | { readonly kind: 'project'; readonly projectId: string }
  | { readonly kind: 'work'; readonly projectId: string; readonly workId: string }
  | {
      readonly kind: 'scene';
      readonly projectId: string;
      readonly workId: string;
      readonly sceneIndex: number;
      /** The scene that was at that place when the person pressed: another that moved there is left alone. */
      readonly sceneId: string;
    }
  | { readonly kind: 'asset'; readonly projectId: string; readonly assetId: string }
  | { readonly kind: 'template'; readonly projectId: string; readonly templateId: string };

/**
 * Puts things into the trash and tells it, with an undo that brings all of them back to where they were.
 *
 * `act([{ kind: 'work', projectId, workId }])`; what is open of a thing that is gone is the caller's to leave.
 */
export function useTrash(done?: (trashed: readonly Trashed[]) => void) {
  return useAction({
    run: async (things: readonly Trashable[]) => {
      const trashed: Trashed[] = [];
      try {
        // One after the other: a scene's place is counted without those before it.
        for (const thing of things) trashed.push(await put(thing));
      } finally {
        void things.map(refreshAround);
      }
      return { trashed, words: await loadStrings('trash') };
    },
    done: ({ trashed, words }, things) => {
      const [only] = trashed;
      if (!only) return;
      toast({
        title: trashed.length === 1 ? words.put[only.kind](only.name) : words.putMany(trashed.length),
        undo: () => bringBack(trashed, things),
      });
      done?.(trashed);
    },
  });
}

/** The last first, so that each finds the place it had. */
async function bringBack(trashed: readonly Trashed[], things: readonly Trashable[]): Promise<void> {
  try {
    for (const { trashId } of trashed.toReversed()) await client.restoreFromTrash({ trashId });
  } catch (error) {
    toast({ title: error instanceof Error ? error.message : String(error), tone: 'error' });
  } finally {
    void things.map(refreshAround);
  }
}

function put(thing: Trashable): Promise<Trashed> {
  switch (thing.kind) {
    case 'project':
      return client.trashProject(thing);
    case 'work':
      return client.trashWork(thing);
    case 'scene':
      return client.trashScene(thing);
    case 'asset':
      return client.trashAsset(thing);
    case 'template':
      return client.trashTemplate(thing);
    default:
      return thing satisfies never;
  }
}

/** Asks again for every list that shows the thing; a work or project that is gone is not asked for itself. */
function refreshAround(thing: Trashable): Promise<unknown> {
  const { projectId } = thing;
  const lists = {
    project: [keys.projects],
    work: [keys.works(projectId), keys.projects],
    scene: 'workId' in thing ? [keys.work(thing.workId), keys.works(projectId)] : [],
    asset: [keys.assets(projectId)],
    template: [keys.templates(projectId), keys.assets(projectId)], // and where files are used
  }[thing.kind];
  return Promise.all([keys.trash, keys.jobs, ...lists].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
