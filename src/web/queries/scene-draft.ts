import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { etagOf } from '#contract/client.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import { client, rememberVersion, versionOf } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAutosave, type Draft } from '../app/use-autosave.ts';
import { keys } from './keys.ts';
import { workPath, workQuery } from './works.ts';

/** What of a scene is written in place. */
const SCENE_FIELDS = [
  'duration_seconds',
  'image_prompt',
  'negative_prompt',
  'video_prompt',
  'text_overlay',
  'transition',
] as const;
/** A field of a scene that is written in place. */
export type SceneField = (typeof SCENE_FIELDS)[number];
type Written = Pick<ScenarioScene, SceneField>;

/** The words of one scene as they stand here, and how to write them. */
interface SceneDraft {
  readonly values: Written;
  readonly set: <F extends SceneField>(field: F, value: Written[F]) => void;
  readonly draft: Draft<Fields>;
}

/** The whole script as it stands here, and how to write in it. */
export interface ScriptDraft {
  /** What is on the server, with what was written here over it; a scene that nobody writes in stays the same object. */
  readonly scenes: readonly ScenarioScene[];
  readonly set: SetInScript;
  readonly draft: Draft<Fields>;
}

/** Writes a field of a scene. */
export type SetInScript = <F extends SceneField>(sceneId: string, field: F, value: Written[F]) => void;

type Fields = Readonly<Record<string, unknown>>;

/** The draft of all scenes of a work: whoever edits a scene anywhere writes into this one. */
function useScenesDraft(projectId: string, workId: string): Draft<Fields> {
  const { data: scenes } = useSuspenseQuery({ ...workQuery(projectId, workId), select: scenesOf });
  const value = useMemo(() => fieldsOf(scenes), [scenes]);
  return useAutosave<Fields>({
    key: `${workPath(projectId, workId)}/scenes`,
    value,
    send: (changes) => sendScenes(projectId, workId, changes),
    refresh: async () => {
      const work = await queryClient.fetchQuery({ ...workQuery(projectId, workId), staleTime: 0 });
      return fieldsOf(work.scenes);
    },
  });
}

/** The script of a work, written in place. */
export function useScriptDraft(projectId: string, workId: string): ScriptDraft {
  const { data } = useSuspenseQuery({ ...workQuery(projectId, workId), select: scenesOf });
  const draft = useScenesDraft(projectId, workId);
  const scenes = data.map((scene) => {
    const written = SCENE_FIELDS.filter((field) => draft.values[nameOf(scene, field)] !== scene[field]);
    if (written.length === 0) return scene;
    return { ...scene, ...Object.fromEntries(written.map((field) => [field, draft.values[nameOf(scene, field)]])) };
  });
  return { scenes, set: (id, field, value) => draft.set(nameOf({ id }, field), value), draft };
}

/** The same for one scene. */
export function useSceneDraft(projectId: string, workId: string, scene: ScenarioScene): SceneDraft {
  const draft = useScenesDraft(projectId, workId);
  const values = Object.fromEntries(
    SCENE_FIELDS.map((field) => [field, draft.values[nameOf(scene, field)] ?? scene[field]]),
  ) as unknown as Written;
  return { values, set: (field, value) => draft.set(nameOf(scene, field), value), draft };
}

/** What a field of a scene is called in the draft of all. */
const nameOf = ({ id }: Pick<ScenarioScene, 'id'>, field: SceneField): string => `${id}.${field}`;

/** Which scene and field a name in the draft means. */
export function fieldNamed(name: string): { readonly sceneId: string; readonly field: SceneField } {
  const [sceneId = '', field] = name.split('.');
  return { sceneId, field: field as SceneField };
}

const scenesOf = ({ scenes }: { readonly scenes: readonly ScenarioScene[] }) => scenes;

const fieldsOf = (scenes: readonly ScenarioScene[]): Fields =>
  Object.fromEntries(scenes.flatMap((scene) => SCENE_FIELDS.map((field) => [nameOf(scene, field), scene[field]])));

/** Sends what was written, beside the scenes as they are now: one that was deleted meanwhile stays deleted. */
async function sendScenes(projectId: string, workId: string, changes: Fields): Promise<void> {
  const work = await queryClient.ensureQueryData(workQuery(projectId, workId));
  const path = workPath(projectId, workId);
  const scenes = work.scenes.map((scene) => ({
    id: scene.id,
    ...Object.fromEntries(
      SCENE_FIELDS.flatMap((field) => {
        const name = nameOf(scene, field);
        return name in changes ? [[field, changes[name]]] : [];
      }),
    ),
  }));
  const ifMatch = versionOf(path);
  const saved = await client.arrangeScenes({ projectId, workId, scenes }, ifMatch === undefined ? {} : { ifMatch });
  const version = etagOf(saved);
  if (version) rememberVersion(path, version);
  queryClient.setQueryData(keys.work(workId), (known: typeof work | undefined) => known && { ...known, ...saved });
  await queryClient.invalidateQueries({ queryKey: keys.changes(workId) });
}
