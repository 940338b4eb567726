import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';
import { client } from '../../app/api.ts';
import { formatSeconds } from '../../app/format.ts';
import { queryClient } from '../../app/query-client.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { keys } from '../../queries/keys.ts';
import type { ModelHeaders } from '../../queries/model-choice.ts';
import type { ScriptDraft } from '../../queries/scene-draft.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { useTrash } from '../../trash/use-trash.ts';
import { toast } from '../../ui/toast.ts';
import { arrangeScript } from './arrange-script.ts';
import { duplicated, inserted, moved, resized, reworded, type Arrangement } from './arrange.ts';
import { placesOf } from './film-lengths.ts';
import { focusScene } from './focus-scene.ts';
import type { Rewrite } from './proposals-by-scene.ts';
import { proposalsQuery } from '../../queries/proposals.ts';
import type { ScriptActions } from './script-actions.ts';
import type { OpenScene } from './use-open-scene.ts';

interface Stage {
  readonly place: { readonly projectId: string; readonly workId: string };
  readonly script: ScriptDraft;
  readonly rewrites: ReadonlyMap<string, Rewrite>;
  readonly models: ModelHeaders;
  readonly openId: string | null;
  readonly open: OpenScene;
}

/** Everything that can be done to a script, what of it is asked for in words now, and what is said of it aloud. */
export function useScriptActions(stage: Stage): {
  readonly actions: ScriptActions;
  readonly fit: (lengthsS: readonly number[]) => void;
  readonly propose: (sceneId: string | null, ask: string) => void;
  /** Whose other version is being asked for; undefined: nobody's. */
  readonly asking: string | null | undefined;
  readonly stopAsking: () => void;
  readonly said: string;
} {
  const t = useStrings('scenario');
  const trash = useTrash();
  const [asking, setAsking] = useState<string | null | undefined>(undefined);
  const [said, say] = useState('');
  const latest = useRef({ ...stage, trash, t });
  useLayoutEffect(() => {
    latest.current = { ...stage, trash, t };
  });
  const { place } = stage;

  const made = useMemo(() => {
    const { projectId, workId } = place;
    const scenesNow = (): readonly ScenarioScene[] => latest.current.script.scenes;
    const numberOf = (sceneId: string): number => scenesNow().findIndex(({ id }) => id === sceneId) + 1;

    /** Tells a refusal in the server's words; what it was about stays as it is. */
    const attempt = (act: () => Promise<void>): void => {
      act().catch((error: unknown) =>
        toast({ title: error instanceof Error ? error.message : String(error), tone: 'error' }),
      );
    };
    const arrange = (arrangement: Arrangement) => arrangeScript(place, arrangement);
    const refreshProposals = () => queryClient.invalidateQueries({ queryKey: keys.proposals(workId) });
    const settle = async (sceneIds?: readonly string[]): Promise<void> => {
      const { proposals } = await client.settleProposals({
        ...place,
        ...(sceneIds ? { sceneIds: [...sceneIds] } : {}),
      });
      queryClient.setQueryData(proposalsQuery(projectId, workId).queryKey, { proposals });
    };
    const propose = (sceneId: string | null, ask: string, attemptNumber = 1): void =>
      attempt(async () => {
        await flushAll();
        const sceneIndex = sceneId === null ? null : numberOf(sceneId) - 1;
        const asked = { ...(sceneIndex === null ? {} : { sceneIndex }), ask, attempt: attemptNumber };
        await client.proposeScenario(
          { ...place, ...latest.current.models, ...asked },
          { async: true, idempotencyKey: crypto.randomUUID() },
        );
        await refreshProposals();
      });
    const add = (at: number): void =>
      attempt(async () => {
        const known = new Set(scenesNow().map(({ id }) => id));
        const scenes = await arrange(inserted(at));
        const place_ = scenes.findIndex(({ id }) => !known.has(id));
        latest.current.open(scenes[place_]?.id ?? null, place_);
        say(latest.current.t.added(place_ + 1));
      });

    const actions: ScriptActions = {
      set: (sceneId, field, value) => latest.current.script.set(sceneId, field, value),
      settle: (field, choice) => latest.current.script.draft.settle(field, choice),
      open: (sceneId) => {
        const before = latest.current.openId;
        latest.current.open(sceneId);
        if (sceneId === null && before !== null) focusScene(before);
      },
      move: (sceneId, by) => {
        const from = numberOf(sceneId) - 1;
        const to = Math.min(Math.max(from + by, 0), scenesNow().length - 1);
        if (from < 0 || from === to) return;
        say(latest.current.t.moved(from + 1, to + 1, scenesNow().length));
        const focused = document.activeElement;
        attempt(async () => {
          const sent = arrange(moved(sceneId, to));
          if (focused instanceof HTMLElement && focused.isConnected) requestAnimationFrame(() => focused.focus());
          await sent;
        });
      },
      addAfter: (sceneId) => add(sceneId === null ? scenesNow().length : numberOf(sceneId)),
      duplicate: (sceneId) =>
        attempt(async () => {
          say(latest.current.t.duplicated(numberOf(sceneId)));
          const scenes = await arrange(duplicated(sceneId));
          focusScene(scenes[numberOf(sceneId)]?.id ?? sceneId);
        }),
      remove: (sceneId) => {
        const sceneIndex = numberOf(sceneId) - 1;
        if (sceneIndex < 0) return;
        const neighbour = scenesNow()[sceneIndex + 1] ?? scenesNow()[sceneIndex - 1];
        if (latest.current.openId === sceneId) latest.current.open(null);
        attempt(async () => {
          await flushAll();
          await latest.current.trash.actAsync([{ kind: 'scene', ...place, sceneIndex, sceneId }]);
          if (neighbour?.id) focusScene(neighbour.id);
        });
      },
      askFor: (sceneId) => setAsking(sceneId),
      useNew: (sceneId) =>
        attempt(async () => {
          const wanted = [...latest.current.rewrites].filter(([id]) => sceneId === null || id === sceneId);
          const words = wanted.flatMap(([, rewrite]) => (rewrite.kind === 'proposed' ? [rewrite.scene] : []));
          if (words.length === 0) return;
          const before = scenesNow().filter(({ id }) => words.some((one) => one.id === id));
          await arrange(reworded(words));
          await settle(words.flatMap(({ id }) => id ?? []));
          const { used, usedAll } = latest.current.t;
          toast({
            title: sceneId === null ? usedAll(words.length) : used(numberOf(sceneId)),
            undo: () => attempt(async () => void (await arrange(reworded(before)))),
          });
          if (sceneId !== null) focusScene(sceneId);
        }),
      keepOld: (sceneId) =>
        attempt(async () => {
          const all = (await queryClient.fetchQuery(proposalsQuery(projectId, workId))).proposals;
          const doubts = all.filter((one) => one.status === 'uncertain' && one.sceneId === sceneId);
          for (const { jobId } of doubts) await client.resolveJob({ jobId, action: 'failed' });
          await settle(sceneId === null ? undefined : [sceneId]);
          if (sceneId !== null) focusScene(sceneId);
        }),
      another: (sceneId) => {
        const before = sceneId === null ? null : (latest.current.rewrites.get(sceneId)?.proposal ?? null);
        const all = queryClient.getQueryData(proposalsQuery(projectId, workId).queryKey)?.proposals ?? [];
        const last = before ?? all.find((one) => one.sceneId === null);
        propose(sceneId, last?.ask ?? '', (last?.attempt ?? 0) + 1);
      },
      cancelJob: (jobId) =>
        attempt(async () => {
          await client.cancelJob({ jobId });
          await refreshProposals();
        }),
      lookAgain: (jobId) =>
        attempt(async () => {
          await client.resolveJob({ jobId, action: 'look' });
          await refreshProposals();
        }),
    };
    const fit = (lengthsS: readonly number[]): void =>
      attempt(async () => {
        const before = scenesNow();
        const lengths = new Map(before.map(({ id = '' }, at) => [id, lengthsS[at] ?? 1]));
        const after = await arrange(resized(lengths));
        const old = new Map(before.map(({ id = '', duration_seconds }) => [id, duration_seconds]));
        toast({
          title: latest.current.t.fitted(formatSeconds(placesOf(after).totalS)),
          undo: () => attempt(async () => void (await arrange(resized(old)))),
        });
      });
    return { actions, fit, propose };
  }, [place]);

  return {
    ...made,
    propose: (sceneId, ask) => {
      setAsking(undefined);
      if (stage.openId !== null && stage.openId === sceneId) made.actions.open(null);
      made.propose(sceneId, ask);
    },
    asking,
    stopAsking: () => setAsking(undefined),
    said,
  };
}
