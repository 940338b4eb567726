import type { TakeKind } from '#contract/take.ts';

/** Which scene of which work; `sceneIndex` is its 0-based place. */
export interface ScenePlace {
  readonly projectId: string;
  readonly workId: string;
  readonly sceneIndex: number;
}

/** Where the picture or clip that a scene shows is served. */
export function sceneMediaPath({ projectId, workId, sceneIndex }: ScenePlace, kind: TakeKind): string {
  return `/api/projects/${projectId}/works/${workId}/media/scene/${sceneIndex}/${kind}`;
}
