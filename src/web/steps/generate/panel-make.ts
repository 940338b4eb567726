import { useQuery } from '@tanstack/react-query';
import type { TakeKind } from '#contract/take.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { sceneEstimateQuery, takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { workQuery } from '../../queries/works.ts';
import { useEngine } from './panel-engine.ts';
import { useLastTake } from './panel-last-take.ts';
import { useVariants } from './panel-variants.ts';

/** How it is made: from scratch, or taken over from an earlier result of the same inputs, for nothing. */
interface Wanted {
  readonly reuse?: true;
}

/** What was pressed, and what would have made it. */
interface Pressed extends Wanted {
  readonly with: string;
}

/** Makes new takes of a scene as they are set up in the panel, and what that costs. */
export function useMake(place: ScenePlace, kind: TakeKind) {
  const engine = useEngine(place.workId, kind);
  const { count: variants } = useVariants();
  const { data: sceneId } = useQuery({
    ...workQuery(place.projectId, place.workId),
    select: ({ scenes }) => scenes[place.sceneIndex]?.id,
  });
  const lastTake = useLastTake(sceneId);
  const lastTakeId = engine.model?.input?.lastFrame ? lastTake : undefined;
  const action = kind === 'image' ? 'picture' : 'clip';
  const { data: estimate } = useQuery(sceneEstimateQuery(place, { action, variants }, engine.headers));
  const engineId = `${engine.choice.provider} ${engine.choice.model}`;
  const pressed = useAction({
    quiet: true, // told beside the button
    run: async ({ reuse }: Pressed) => {
      await flushAll(); // what is made is what is written
      const wanted = { ...place, ...engine.headers, variants, ...(reuse ? { reuse } : {}) };
      const options = { async: true, idempotencyKey: crypto.randomUUID() } as const;
      if (kind === 'image') await client.generateImage(wanted, options);
      else await client.generateVideo({ ...wanted, ...(lastTakeId === undefined ? {} : { lastTakeId }) }, options);
    },
    done: () => refreshScene(place),
  });
  const make = {
    act: (wanted: Wanted) => pressed.act({ ...wanted, with: engineId }),
    isPending: pressed.isPending,
    // A refusal is of the engine that was asked, not of the one chosen since.
    error: pressed.input?.with === engineId ? pressed.error : null,
  };
  return { engine, estimate, make, variants } as const;
}

/** Asks again for everything that what was just started changes; the rest is pushed. */
export function refreshScene(place: ScenePlace): void {
  void queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(place.workId) });
  void queryClient.invalidateQueries({ queryKey: takesQuery(place).queryKey, exact: true });
  void queryClient.invalidateQueries({ queryKey: keys.work(place.workId), exact: true });
}
