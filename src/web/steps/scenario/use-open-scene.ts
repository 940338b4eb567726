import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { ScenarioScene } from '#contract/scene.ts';

/** Opens a scene, or closes the open one (null); `at` is the place of one that is not on the screen yet. */
export type OpenScene = (sceneId: string | null, at?: number) => void;

/** What an address meant when it was read: the scene that was at that place then. */
interface Meant {
  readonly place: number | undefined;
  readonly id: string | null;
}

/**
 * The scene that is open, which the address says by its place; where scenes move, the address goes with the open one.
 */
export function useOpenScene(scenes: readonly ScenarioScene[]): {
  readonly openId: string | null;
  readonly open: OpenScene;
} {
  const { scene: place } = useSearch({ from: '/shell/p/$projectId/w/$workId/scenario' });
  const navigate = useNavigate({ from: '/p/$projectId/w/$workId/scenario' });
  const read = { place, id: place === undefined ? null : (scenes[place]?.id ?? null) };
  const [meant, setMeant] = useState<Meant>(read);
  // Somebody went to another address; or the scene that was just added has come.
  const isNew = meant.place !== place || (meant.id === null && read.id !== null);
  if (isNew) setMeant(read);
  const { id } = isNew ? read : meant;
  const now = scenes.findIndex((scene) => scene.id === id);

  useEffect(() => {
    if (id === null || now === place) return;
    const to = now < 0 ? undefined : now;
    void navigate({ search: to === undefined ? {} : { scene: to }, replace: true, resetScroll: false });
  }, [id, now, place, navigate]);

  const open = useCallback<OpenScene>(
    (sceneId, at) => {
      const known = scenes.findIndex((scene) => scene.id === sceneId);
      const to = at ?? (known < 0 ? undefined : known);
      void navigate({ search: to === undefined ? {} : { scene: to }, resetScroll: false });
    },
    [navigate, scenes],
  );
  return { openId: now < 0 ? null : id, open };
}
